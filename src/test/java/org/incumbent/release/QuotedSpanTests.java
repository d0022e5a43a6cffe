package org.incumbent.release;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What in a paragraph stands in quotation marks.
 */
class QuotedSpanTests {

	@Test
	void doubleMarksOfAnyShapeEncloseASpan() {
		assertThat(words("He saw “one” and \"two\".")).containsExactly("one", "two");
	}

	@Test
	void singleMarksOfAnyShapeEncloseASpan() {
		assertThat(words("He saw ‘one’ and 'two'.")).containsExactly("one", "two");
	}

	@Test
	void marksOfDifferentShapesMayBelongTogether() {
		assertThat(words("\"There it is.”")).containsExactly("There it is.");
	}

	@Test
	void apostropheIsNoMark() {
		assertThat(words("The trust’s chair doesn't say what the trusts’ plans are, nor the boards' plans.")).isEmpty();
	}

	@Test
	void apostropheInsideASpanDoesNotEndIt() {
		assertThat(words("‘It wasn’t the trust’s.’ So he said.")).containsExactly("It wasn’t the trust’s.");
	}

	@Test
	void apostropheAfterAnSMayEndASpanOrNot() {
		assertThat(QuotedSpan.in("the ‘hospital chains’ of today").get(0).readings()).containsExactly("hospital chains",
				"hospital chains’ of today");
		assertThat(QuotedSpan.in("‘Our trusts’ plans matter,’ he said.").get(0).readings())
			.containsExactly("Our trusts", "Our trusts’ plans matter,");
	}

	@Test
	void spansAfterOneThatMayEndAtAnApostropheAreFound() {
		assertThat(QuotedSpan.in("the ‘chains’ and “groups” of ‘today’")).extracting((span) -> span.readings().get(0))
			.containsExactly("chains", "groups", "today");
	}

	@Test
	void spanThatIsNotClosedGoesOnToTheEndOfTheParagraph() {
		assertThat(words("He said: “There is more.")).containsExactly("There is more.");
	}

	@Test
	void closingMarkThatNothingOpenedClosesFromTheStart() {
		assertThat(words("There is more.” So he said.")).containsExactly("There is more.");
		assertThat(words("There is more.’ So he said.")).containsExactly("There is more.");
	}

	@Test
	void spanWithinASpanIsPartOfIt() {
		assertThat(words("“He said ‘no’ to it.”")).containsExactly("He said ‘no’ to it.");
		assertThat(words("‘He said “no” to it.’")).containsExactly("He said “no” to it.");
	}

	@Test
	void placeOfASpanIsThatOfItsOpeningMark() {
		assertThat(QuotedSpan.in("He said “no”.")).singleElement().satisfies((span) -> {
			assertThat(span.start()).isEqualTo(8);
			assertThat(span.end()).isEqualTo(11);
		});
	}

	@Test
	void shapesOfMarksAndSpacesMakeNoDifferenceToWords() {
		assertThat(Wording.fold(" It’s “a\u00A0b” \u2026\u200B ")).isEqualTo("It's \"a b\" ...");
		assertThat(Wording.same("It’s  so.", "It's so")).isTrue();
		assertThat(Wording.same("It is so", "It was so")).isFalse();
	}

	@Test
	void partOfAStatementMayLackTheReportersInsertions() {
		assertThat(Wording.contains("There is a [trust] chief executive.", "a chief executive,")).isTrue();
		assertThat(Wording.contains("There is a [trust] chief executive.", "a [trust] chief")).isTrue();
		assertThat(Wording.contains("There is a [trust] chief executive.", "a trust chief")).isFalse();
	}

	private static List<String> words(String paragraph) {
		return QuotedSpan.in(paragraph).stream().map(QuotedSpan::words).toList();
	}

}
