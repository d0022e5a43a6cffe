package org.incumbent.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Quotes in the small package.
 */
class QuoteRulesTests {

	private final PackageFixture data = new PackageFixture();

	@Test
	void speakerIsGiven() {
		this.data.replace("quotes.csv", "the board,,board,,", "the board,,,,");
		assertThat(this.data.problems())
			.containsExactly("quotes.csv:6:62 a quote has one speaker; give exactly one of `speaker_person_id`, "
					+ "`speaker_organisation_id`, `speaker_description`");
	}

	@Test
	void quoteHasOneSpeaker() {
		this.data.replace("quotes.csv", "the board,,board,,", "the board,,board,the chair,");
		assertThat(this.data.problems())
			.containsExactly("quotes.csv:6:62 a quote has one speaker; give exactly one of `speaker_person_id`, "
					+ "`speaker_organisation_id`, `speaker_description`");
	}

	@Test
	void reportedQuoteHasNoWords() {
		this.data.replace("quotes.csv", "p5,REPORTED,,It", "p5,REPORTED,Aye,It");
		assertThat(this.data.problems())
			.containsExactly("quotes.csv:6:40 a REPORTED quote has no words of its own; empty `text`, or write "
					+ "DIRECT or FRAGMENT in `form`");
	}

	@Test
	void reportedQuoteNeedsAGloss() {
		this.data.replace("quotes.csv", "REPORTED,,It agreed.", "REPORTED,,");
		assertThat(this.data.problems())
			.containsExactly("quotes.csv:6:41 a REPORTED quote needs a `gloss`; say in own words what was said");
	}

	@Test
	void fragmentNeedsItsWords() {
		this.data.replace("quotes.csv", "quite a [good] time", "");
		assertThat(this.data.problems())
			.containsExactly("quotes.csv:5:38 a FRAGMENT quote needs its words in `text`; give them, or write "
					+ "REPORTED in `form`");
	}

	@Test
	void paragraphsArePartedByOneEmptyLine() {
		this.data.replace("quotes.csv", "We’ll see.\n\nIt", "We’ll see.\nIt");
		assertThat(this.data.problems())
			.containsExactly("quotes.csv:2:38 the paragraphs of a quote are parted by one empty line each, without "
					+ "spaces around; correct the line breaks");
	}

	@Test
	void placeInTheSourceIsTakenOnce() {
		this.data.replace("quotes.csv", "gazette-one,2,p4", "gazette-one,1,p4");
		assertThat(this.data.problems())
			.containsExactly("quotes.csv:5:24 `position` 1 of `gazette-one` is already taken in line 2; number the "
					+ "quotes in the order of the source");
	}

	@Test
	void nothingIsSaidAfterItWasPublished() {
		this.data.replace("quotes.csv", "ann,,,2019-03-01", "ann,,,2019-03-05");
		assertThat(this.data.problems())
			.containsExactly("quotes.csv:4:54 `said_on` is `2019-03-05`, after the source was published on "
					+ "2019-03-04; correct one of them");
	}

	@Test
	void postIsTheSpeakersOwn() {
		this.data.replace("quote_roles.csv", "ann-hopes,ann-chair", "ann-hopes,bob-chief");
		assertThat(this.data.problems())
			.containsExactly("quote_roles.csv:2:11 `bob-chief` is no appointment of the speaker of `ann-hopes` "
					+ "(quotes.csv:2); name one of the speaker's, or remove the row");
	}

	@Test
	void quoteOfAnOrganisationIsSpokenInNobodysPost() {
		this.data.append("quote_roles.csv", "board-agrees,ann-chair");
		assertThat(this.data.problems())
			.containsExactly("quote_roles.csv:3:14 `ann-chair` is no appointment of the speaker of `board-agrees` "
					+ "(quotes.csv:6); name one of the speaker's, or remove the row");
	}

}
