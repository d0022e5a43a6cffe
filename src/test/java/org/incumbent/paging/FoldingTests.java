package org.incumbent.paging;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FoldingTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
			Dalton|dalton
			NHSI|nhsi
			\u0130stanbul|istanbul
			\u00c1lvarez|alvarez
			A\u0301lvarez|alvarez
			No\u00ebl S\u00e3o \u00c5sa|noel sao asa
			o\ufb03cer|officer
			\ufb01nance|finance
			\u216b|xii
			\uff2e\uff28\uff33|nhs
			x\u00b2|x2
			""")
	void caseAccentsAndLigaturesMakeNoDifference(String text, String folded) {
		assertThat(Folding.fold(text)).isEqualTo(folded);
	}

	@ParameterizedTest
	@ValueSource(strings = { "body\u2019s", "body\u2018s", "body\u201as", "body\u201bs", "body\u2032s", "body`s",
			"body\u00b4s" })
	void allApostrophesAreOne(String text) {
		assertThat(Folding.fold(text)).isEqualTo("body's");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "\u201cboss\u201d", "\u201eboss\u201f", "\u00abboss\u00bb", "\u2033boss\u2033", "\"boss\"" })
	void allQuotationMarksAreOne(String text) {
		assertThat(Folding.fold(text)).isEqualTo("\"boss\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "pre\u2010determined", "pre\u2011determined", "pre\u2012determined", "pre\u2013determined",
			"pre\u2014determined", "pre\u2015determined", "pre\u2212determined", "pre-determined" })
	void allDashesAreOne(String text) {
		assertThat(Folding.fold(text)).isEqualTo("pre-determined");
	}

	@ParameterizedTest
	@ValueSource(strings = { "long  term", "long\u00a0term", "long\nterm", "long\u2009\u202fterm", "\tlong \r\n term ",
			"\u3000long\u2028term\u3000" })
	void anyNumberOfSpacesIsOne(String text) {
		assertThat(Folding.fold(text)).isEqualTo("long term");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\u0301", "\n\u00a0" })
	void whatHasNothingToCompareFoldsToNothing(String text) {
		assertThat(Folding.fold(text)).isEmpty();
	}

	@Test
	void wordsAndTheirOrderStay() {
		assertThat(Folding.fold("Chief executive (CEO), 2019/20")).isEqualTo("chief executive (ceo), 2019/20");
	}

	@Test
	void foldingTwiceIsFoldingOnce() {
		for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
			if (Character.isDefined(codePoint) && Character.getType(codePoint) != Character.SURROGATE) {
				String folded = Folding.fold("a" + Character.toString(codePoint) + "b");
				assertThat(Folding.fold(folded)).as("U+%04X", codePoint).isEqualTo(folded);
			}
		}
	}

	@Test
	void aSortKeyIsTheFoldedTextCutToTwoHundredCharacters() {
		assertThat(Folding.sortKey("Dalton, Ian")).isEqualTo("dalton, ian");
		assertThat(Folding.sortKey("A".repeat(200))).isEqualTo("a".repeat(200));
		assertThat(Folding.sortKey("A".repeat(201))).isEqualTo("a".repeat(200));
	}

	@Test
	void aSortKeyIsNotCutWithinACharacter() {
		assertThat(Folding.sortKey("a".repeat(199) + "\ud83d\ude00")).isEqualTo("a".repeat(199));
		assertThat(Folding.sortKey("a".repeat(198) + "\ud83d\ude00b")).isEqualTo("a".repeat(198) + "\ud83d\ude00");
	}

}
