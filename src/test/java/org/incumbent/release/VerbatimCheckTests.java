package org.incumbent.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The small package beside the text of one of its sources.
 */
class VerbatimCheckTests {

	private static final String TEXT = """
			Share this “story”

			“It was our staff’s work”, says Ann Archer.

			Who leads? “We'll see.

			“It was our\u00A0staff’s work.”

			Ms Archer had ‘quite a [good] time’, she added.

			A ‘big bang’, as it is called.
			Related “news”""";

	private static final String TRANSCRIPTS = """
			source_id,file,first_line,last_line
			gazette-one,one.txt,3,11
			""";

	@TempDir
	private Path texts;

	private final PackageFixture data = new PackageFixture();

	@BeforeEach
	void startFromAPackageThatAgreesWithItsText() throws IOException {
		write("one.txt", TEXT);
		write("transcripts.csv", TRANSCRIPTS);
	}

	@Test
	void quotesAreVerbatimAndEverySpanOfTheBodyIsListed() {
		VerbatimReport report = check();
		assertThat(report.problems()).isEmpty();
		assertThat(report).hasToString(
				"1 texts: 1 direct quotes and 1 fragments verbatim, 5 of 5 passages in quotation marks listed, 0 problems");
	}

	@Test
	void quoteWithAnotherWordIsAProblemAndSoIsThePassageThatItMisses() {
		this.data.replace("quotes.csv", "We’ll see.", "We shall see.");
		assertThat(problems()).containsExactlyInAnyOrder(
				"quotes.csv:2:38 the words `We shall see.` are not what stands in quotation marks in p2 "
						+ "(one.txt:5); copy the whole passage exactly",
				"one.txt:5:12 the words `We'll see.` stand in quotation marks in p2 of `gazette-one`, but no row lists them; "
						+ "add them to quotes.csv, to citations.csv if they repeat a quote, "
						+ "or to quoted_terms.csv if nobody is said to say them");
	}

	@Test
	void quoteThatLeavesOutPartOfAPassageIsAProblem() {
		this.data.replace("quotes.csv", "quite a [good] time", "quite a");
		assertThat(places()).containsExactlyInAnyOrder("quotes.csv:5:38", "one.txt:9:15");
	}

	@Test
	void quoteThatTakesInTheReportersWordsIsAProblem() {
		this.data.replace("quotes.csv", "quite a [good] time", "\"had ‘quite a [good] time’, she\"");
		assertThat(places()).contains("quotes.csv:5:38");
	}

	@Test
	void statementInterruptedByTheReporterIsOneQuote() throws IOException {
		write("one.txt", TEXT.replace("“It was our\u00A0staff’s work.”", "“It was,” she said, “our staff’s work.”"));
		assertThat(check().problems()).isEmpty();
	}

	@Test
	void quoteHasAsManyParagraphsAsItsLocatorGives() {
		this.data.replace("quotes.csv", "p2-p3", "p2");
		assertThat(problems()).contains("quotes.csv:2:35 the quote has 2 paragraphs and its `locator` gives 1; "
				+ "give all and only those in which it stands, parted by an empty line in `text`");
	}

	@Test
	void locatorBeyondTheBodyIsAProblem() {
		this.data.replace("names.csv", "gazette-one,p1", "gazette-one,p6");
		assertThat(problems()).containsExactly(
				"names.csv:2:63 `locator` is p6, but the body in one.txt has the " + "paragraphs p1 to p5; correct it");
	}

	@Test
	void repeatStandsInTheParagraphThatItsCitationGives() {
		this.data.replace("citations.csv", "Quote,ann-hopes,gazette-one,p1", "Quote,ann-hopes,gazette-one,p5");
		assertThat(problems()).contains("citations.csv:24:45 no words of the quote stand in quotation marks in p5; "
				+ "correct the place or remove the row");
		assertThat(places()).containsExactlyInAnyOrder("citations.csv:24:45", "one.txt:3:1");
	}

	@Test
	void quotedTermStandsInQuotationMarks() {
		this.data.replace("quoted_terms.csv", "big bang", "big bank");
		assertThat(problems())
			.contains("quoted_terms.csv:2:25 the words `big bank` do not stand in quotation marks at p5; "
					+ "correct them or the place");
		assertThat(places()).containsExactlyInAnyOrder("quoted_terms.csv:2:25", "one.txt:11:3");
	}

	@Test
	void passageThatNoRowListsIsAProblemAtItsPlaceInTheText() throws IOException {
		write("one.txt", TEXT.replace("as it is called", "as “they” call it"));
		assertThat(places()).containsExactly("one.txt:11:18");
	}

	@Test
	void sourceWithoutATextIsPassedOver() throws IOException {
		write("transcripts.csv", "source_id,file,first_line,last_line\n");
		VerbatimReport report = check();
		assertThat(report.problems()).isEmpty();
		assertThat(report.texts()).isZero();
	}

	@Test
	void textThatIsMissingIsAProblem() throws IOException {
		write("transcripts.csv", TRANSCRIPTS.replace("one.txt", "two.txt"));
		assertThat(problems())
			.containsExactly("transcripts.csv:2:13 there is no two.txt; correct the name or add the text");
	}

	@Test
	void bodyThatIsNotInTheTextIsAProblem() throws IOException {
		write("transcripts.csv", TRANSCRIPTS.replace("11", "13"));
		assertThat(problems()).containsExactly("transcripts.csv:2:21 the body cannot be in lines 3 to 13, since "
				+ "one.txt has 12 lines; correct the numbers");
	}

	@Test
	void lineThatIsNoNumberIsAProblem() throws IOException {
		write("transcripts.csv", TRANSCRIPTS.replace("11", "last"));
		assertThat(problems()).containsExactly(
				"transcripts.csv:2:23 `last_line` is `last`, which is not a whole number; write digits alone");
	}

	private VerbatimReport check() {
		return new VerbatimCheck(this.texts, this.texts.resolve("transcripts.csv")).check(this.data.read());
	}

	private List<String> problems() {
		return this.data.withoutFolder(check().problems())
			.stream()
			.map((problem) -> problem.replace(this.texts + "/", ""))
			.toList();
	}

	/**
	 * Where the problems are; those of the package and of the texts have no order among
	 * each other, since it depends on the directories.
	 */
	private List<String> places() {
		return problems().stream().map((problem) -> problem.substring(0, problem.indexOf(' '))).toList();
	}

	private void write(String file, String text) throws IOException {
		Files.writeString(this.texts.resolve(file), text);
	}

}
