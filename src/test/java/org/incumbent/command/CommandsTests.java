package org.incumbent.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command line on a copy of the package of the three articles.
 */
class CommandsTests {

	@TempDir
	private Path directory;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@BeforeEach
	void copyThePackage() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("src/test/resources/articles"))) {
			for (Path file : files.toList()) {
				Files.copy(file, this.directory.resolve(file.getFileName()));
			}
		}
	}

	@Test
	void whatBeginsWithADashIsForTheServerSaveForHelp() {
		assertThat(Commands.areIn()).isFalse();
		assertThat(Commands.areIn("--server.port=8081", "validate")).isFalse();
		assertThat(Commands.areIn("validate")).isTrue();
		assertThat(Commands.areIn("validat")).isTrue();
		assertThat(Commands.areIn("--help")).isTrue();
	}

	@Test
	void helpListsTheCommands() {
		assertThat(run("--help")).isZero();
		assertThat(printed()).contains("Usage: java -jar incumbent.jar", "  validate  ");
		assertThat(run("validate", "--help")).isZero();
		assertThat(printed()).contains("[DIR]", "Exit codes:");
	}

	@Test
	void validPackageIsExitCodeZero() {
		assertThat(run("validate", this.directory.toString())).isZero();
		assertThat(printed()).startsWith("Valid: release ").hasLineCount(1);
		assertThat(complained()).isEmpty();
	}

	@Test
	void directoryIsDataWhereNoneIsGiven() {
		assertThat(run("validate")).isZero();
	}

	@Test
	void problemsAreReportedAsAtStartUp() throws IOException {
		List<Integer> lines = addBadTopics(3);
		assertThat(run("validate", "--shown=2", this.directory.toString())).isEqualTo(1);
		assertThat(printed()).isEqualTo("""
				The data package has 3 problems (file:line:column):

				DIR/topics.csv:%d:1 `id` is empty; it needs a value
				DIR/topics.csv:%d:1 `id` is empty; it needs a value
				... and 1 more; ask with --shown=3 to see them all
				""".formatted(lines.get(0), lines.get(1)).replace("DIR", this.directory.toString()));
	}

	@Test
	void quotesAreComparedWithTextsWhereAsked() throws IOException {
		Path transcripts = Files.writeString(this.directory.resolve("transcripts"),
				"source_id,file,first_line,last_line\n");
		assertThat(run("validate", "--texts=" + this.directory, "--transcripts=" + transcripts, "data")).isZero();
		assertThat(printed()).contains("Compared the quotes with their sources: 0 texts");
	}

	@Test
	void suspectsAreListedAndOneThatIsNotExplainedIsExitCodeOne() throws IOException {
		assertThat(run("suspects", this.directory.toString())).isZero();
		assertThat(printed()).endsWith(", not explained: 0, explanations of nothing suspicious: 0\n");
		this.out.reset();
		Path quoteRoles = this.directory.resolve("quote_roles.csv");
		Files.writeString(quoteRoles, Files.readString(quoteRoles).lines().findFirst().orElseThrow() + "\n");
		assertThat(run("suspects", this.directory.toString())).isEqualTo(1);
		assertThat(printed())
			.contains("NOT EXPLAINED: mend the rows, or add to explanations.csv: <id>,MISMATCHED_ATTRIBUTION,Quote,");
	}

	@Test
	void coverageIsPrintedOrWrittenIntoADocument() throws IOException {
		assertThat(run("coverage", this.directory.toString())).isZero();
		assertThat(printed()).startsWith("Starts and ends at ")
			.contains("\n\n| Organisation | Role | From | To |")
			.endsWith(" |\n");
		Path readme = this.directory.resolve("README.md");
		Files.copy(Path.of("data/README.md"), readme);
		assertThat(run("coverage", "--update=" + readme, this.directory.toString())).isZero();
		assertThat(readme).content().contains(printed());
		Files.writeString(readme, "# Nothing marked");
		assertThat(run("coverage", "--update=" + readme, this.directory.toString())).isEqualTo(2);
		assertThat(complained()).contains("README.md: the document has no place for the table; mark one");
	}

	@Test
	void suspectsAndCoverageNeedAValidPackage() throws IOException {
		addBadTopics(1);
		assertThat(run("suspects", this.directory.toString())).isEqualTo(1);
		assertThat(run("coverage", this.directory.toString())).isEqualTo(1);
		assertThat(printed()).contains("The data package has 1 problem").doesNotContain("| Organisation |");
	}

	@Test
	void misunderstoodCommandIsExitCodeTwoAndSaysWhatToDo() {
		assertThat(run("validat")).isEqualTo(2);
		assertThat(run("validate", this.directory.resolve("nowhere").toString())).isEqualTo(2);
		assertThat(run("validate", "--texts=" + this.directory)).isEqualTo(2);
		assertThat(run("validate", "--shown=many")).isEqualTo(2);
		assertThat(complained()).contains("Unmatched argument at index 0: 'validat'")
			.contains("nowhere: name the directory of a data package")
			.contains("Give --texts and --transcripts together, or neither")
			.contains("See java -jar incumbent.jar validate --help")
			.doesNotContain("\tat ");
		assertThat(printed()).isEmpty();
	}

	@Test
	void fileThatCannotBeReadIsExitCodeThree() throws IOException {
		Path topics = this.directory.resolve("topics.csv");
		Files.delete(topics);
		Files.createDirectory(topics);
		assertThat(run("validate", this.directory.toString())).isEqualTo(3);
		assertThat(complained()).startsWith("Cannot read").doesNotContain("\tat ");
	}

	@Test
	void popoloIsWrittenAndConvertedBack() throws IOException {
		Path file = this.directory.resolve("package.json");
		Path back = this.directory.resolve("back");
		assertThat(run("export-popolo", this.directory.toString(), file.toString())).isZero();
		assertThat(run("convert", "popolo", file.toString(), back.toString(), "--published=2026-11-26")).isZero();
		assertThat(printed()).contains("Read 13 persons: took 13, kept out 0\n")
			.contains("Wrote 13 rows of people.csv\n");
		assertThat(complained()).contains("Reading package.json\n").contains("Writing people.csv\n");
		assertThat(run("validate", back.toString())).isZero();
	}

	@Test
	void whatIsNotInTheFormatIsExitCodeOneAndNothingIsWritten() {
		Path nothing = this.directory.resolve("nothing");
		assertThat(run("convert", "ifg", this.directory.toString(), nothing.toString())).isEqualTo(1);
		assertThat(run("convert", "ifg", "nowhere", nothing.toString())).isEqualTo(1);
		assertThat(run("convert", "ods", "data", this.directory.toString())).isEqualTo(1);
		assertThat(run("export-popolo", nothing.toString(), nothing.resolve("file.json").toString())).isEqualTo(1);
		assertThat(complained()).contains("has no file person.csv; name the directory")
			.contains("There is no file or directory nowhere")
			.contains("is not empty; name a directory that is")
			.contains("has no datapackage.json")
			.doesNotContain("\tat ");
		assertThat(nothing).isEmptyDirectory();
		assertThat(printed()).isEmpty();
	}

	@Test
	void conversionThatIsMisunderstoodIsExitCodeTwoAndOneThatCannotWriteThree() {
		assertThat(run("convert", "excel", "data", "x")).isEqualTo(2);
		assertThat(run("convert", "ifg", "data")).isEqualTo(2);
		assertThat(run("convert", "ifg", "data", "x", "--published=yesterday")).isEqualTo(2);
		assertThat(run("export-popolo", this.directory.toString(), this.directory.resolve("no/where").toString()))
			.isEqualTo(3);
		assertThat(complained()).contains("expected one of")
			.contains("Missing required parameter: 'DIR'")
			.contains("'yesterday' is not a day; write it like 2026-06-19")
			.contains("Cannot read or write")
			.doesNotContain("\tat ");
	}

	private List<Integer> addBadTopics(int count) throws IOException {
		Path topics = this.directory.resolve("topics.csv");
		StringBuilder spoilt = new StringBuilder(Files.readString(topics));
		int lines = (int) spoilt.chars().filter((c) -> c == '\n').count();
		for (int row = 1; row <= count; row++) {
			spoilt.append(",topic-").append(row).append(",Topic,\n");
		}
		Files.writeString(topics, spoilt);
		return List.of(lines + 1, lines + 2, lines + 3);
	}

	private int run(String... arguments) {
		return Commands.run(new PrintStream(this.out), new PrintStream(this.err), arguments);
	}

	private String printed() {
		return this.out.toString(UTF_8);
	}

	private String complained() {
		return this.err.toString(UTF_8);
	}

}
