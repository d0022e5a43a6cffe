package org.incumbent.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Each cell of the small package by itself.
 */
class CellRulesTests {

	private final PackageFixture data = new PackageFixture();

	@Test
	void requiredCellNeedsAValue() {
		this.data.replace("people.csv", "ann,ann,Ann Archer", "ann,ann,");
		assertThat(this.data.problems()).containsExactly("people.csv:2:9 `name` is empty; it needs a value");
	}

	@Test
	void cellHasNoSpaceAtItsEnds() {
		this.data.replace("people.csv", "Bob Baker,Sir", "Bob Baker ,Sir");
		assertThat(this.data.problems())
			.containsExactly("people.csv:3:9 `name` starts or ends with a space; remove it");
	}

	@Test
	void cellHasNoInvisibleCharacter() {
		this.data.replace("people.csv", "Bob Baker,Sir", "Bob\u200B Baker,Sir");
		assertThat(this.data.problems())
			.containsExactly("people.csv:3:9 `name` has U+200B at character 4, which readers cannot see or tell "
					+ "from a space; remove it or type a plain space");
	}

	@Test
	void cellHasNoSpaceThatOnlyLooksLikeOne() {
		this.data.replace("people.csv", "Cat Cooper,,", "Cat\u00A0Cooper,,");
		assertThat(this.data.problems())
			.containsExactly("people.csv:4:9 `name` has U+00A0 at character 4, which readers cannot see or tell "
					+ "from a space; remove it or type a plain space");
	}

	@Test
	void cellHasNoLineBreakOutsideOfQuotes() {
		this.data.replace("people.csv", "\"Leads, mostly.\"", "\"Leads,\nmostly.\"");
		assertThat(this.data.problems())
			.containsExactly("people.csv:2:35 `description` has U+000A at character 7, which readers cannot see or "
					+ "tell from a space; remove it or type a plain space");
	}

	@Test
	void cellIsInUnicodeFormNfc() {
		this.data.replace("people.csv", "Bob Baker,Sir", "Bob Be\u0301ker,Sir");
		assertThat(this.data.problems())
			.containsExactly("people.csv:3:9 `name` has letters and accents as characters of their own; save it in "
					+ "Unicode's form NFC");
	}

	@Test
	void idIsLowerCaseWordsJoinedByHyphens() {
		this.data.replace("topics.csv", "reforms,reforms", "reforms,The_Reforms");
		assertThat(this.data.problems())
			.containsExactly("topics.csv:2:9 `slug` is `The_Reforms`, which is not well-formed; write lower-case "
					+ "words of a to z and 0 to 9, joined by -");
	}

	@Test
	void locatorIsAParagraphOrAnotherPlaceOfASource() {
		this.data.replace("names.csv", "gazette-one,p1", "gazette-one,page 1");
		assertThat(this.data.problems())
			.containsExactly("names.csv:2:63 `locator` is `page 1`, which is not well-formed; write what matches "
					+ "^(title|byline|address|page|table|p[1-9][0-9]*(-p[1-9][0-9]*)?|(row|section) "
					+ "[A-Za-z0-9][A-Za-z0-9._/-]*)$. Place in the source: p1, p2 and so on count the paragraphs of "
					+ "the article's body with its headings, p8-p10 is several; title, byline or address of the "
					+ "source; page is the whole of one that has no numbered paragraphs, row and section name a place "
					+ "in a dataset or a law.");
	}

	@Test
	void locatorIsThePageOrARowWhereNoParagraphsAreNumbered() {
		this.data.replace("names.csv", "gazette-one,p1", "gazette-one,page");
		this.data.replace("observations.csv", "gazette-one,p3", "gazette-one,row RXG.1");
		assertThat(this.data.problems()).isEmpty();
	}

	@Test
	void locatorsParagraphsAreInOrder() {
		this.data.replace("names.csv", "gazette-one,p1", "gazette-one,p3-p2");
		assertThat(this.data.problems()).containsExactly(
				"names.csv:2:63 `locator` is `p3-p2`, which is not in order; put the earlier " + "paragraph first");
	}

	@Test
	void valueIsOneOfThoseAllowed() {
		this.data.replace("observations.csv", "VACANT", "EMPTY");
		assertThat(this.data.problems())
			.containsExactly("observations.csv:6:27 `shows` is `EMPTY`, which is not among the values allowed; use "
					+ "one of IN_POST, OVER, NOT_YET, VACANT");
	}

	@Test
	void trueAndFalseAreInLowerCase() {
		this.data.replace("organisations.csv", "PARTNERSHIP,false", "PARTNERSHIP,FALSE");
		assertThat(this.data.problems())
			.containsExactly("organisations.csv:4:44 `named` is `FALSE`, which is not true or false; write one of "
					+ "these in lower case");
	}

	@Test
	void seatsAreAWholeNumber() {
		this.data.replace("roles.csv", "Nurse,CHIEF_NURSE,trust,", "Nurse,CHIEF_NURSE,trust,two");
		assertThat(this.data.problems())
			.containsExactly("roles.csv:5:49 `seats` is `two`, which is not a whole number; write digits alone");
	}

	@Test
	void numberIsNoLessThanTheLeast() {
		this.data.replace("quotes.csv", "gazette-two,1", "gazette-two,0");
		assertThat(this.data.problems())
			.containsExactly("quotes.csv:7:29 `position` is `0`, which is not high enough; the least is 1");
	}

	@Test
	void dayIsOneOfTheCalendar() {
		this.data.replace("sources.csv", "2019-03-05", "2019-02-29");
		assertThat(this.data.problems())
			.containsExactly("sources.csv:2:120 `retrieved_on` is `2019-02-29`, which is not a day of the "
					+ "calendar; write it like 2019-03-04");
	}

	@Test
	void dateIsEdtfAndTheProblemTellsTheCharacter() {
		this.data.replace("events.csv", "INQUIRY,2018", "INQUIRY,2018-13");
		assertThat(this.data.problems())
			.containsExactly("events.csv:4:34 `event_date` is `2018-13`, which is not a date we take: at character "
					+ "6, a month is 01 to 12, or 21 to 24 for spring, summer, autumn and winter");
	}

	@Test
	void extentIsNoDate() {
		this.data.replace("events.csv", "INQUIRY,2018", "INQUIRY,2018/2019");
		assertThat(this.data.problems())
			.containsExactly("events.csv:4:34 `event_date` is `2018/2019`, which is not a date we take: at "
					+ "character 5, a date is one day somewhere within, not an extent: write a start and an "
					+ "end date, or [2009..2010] for some day within");
	}

	@Test
	void addressIsWhole() {
		this.data.replace("sources.csv", "https://example.org/one", "example.org/one");
		assertThat(this.data.problems())
			.containsExactly("sources.csv:2:95 `url` is `example.org/one`, which is not a web address; write it "
					+ "whole, from http:// or https:// on");
	}

	@Test
	void addressIsOfTheWeb() {
		this.data.replace("identifiers.csv", "https://example.org/abc", "ftp://example.org/abc");
		assertThat(this.data.problems())
			.containsExactly("identifiers.csv:2:48 `url` is `ftp://example.org/abc`, which is not a web address; "
					+ "write it whole, from http:// or https:// on");
	}

	@Test
	void addressHasNoSpaces() {
		this.data.replace("identifiers.csv", "https://example.org/abc", "https://example.org/a b");
		assertThat(this.data.problems())
			.containsExactly("identifiers.csv:2:48 `url` is `https://example.org/a b`, which is not a web address; "
					+ "write it whole, from http:// or https:// on");
	}

	@Test
	void listHasNoEmptyItems() {
		this.data.replace("sources.csv", "Ann Writer;Bob Writer", "Ann Writer; Bob Writer");
		assertThat(this.data.problems())
			.containsExactly("sources.csv:2:62 `authors` is `Ann Writer; Bob Writer`, which is not a list; join "
					+ "its items with ; alone, without spaces or empty items");
	}

	@Test
	void listHasNoItemTwice() {
		this.data.replace("sources.csv", "Ann Writer;Bob Writer", "Ann Writer;Ann Writer");
		assertThat(this.data.problems())
			.containsExactly("sources.csv:2:62 `authors` has `Ann Writer` twice; remove one");
	}

	@Test
	void eachItemOfAListIsOneOfThoseAllowed() {
		this.data.replace("roles.csv", "CHIEF_EXECUTIVE;OTHER", "CHIEF_EXECUTIVE;BOSS");
		assertThat(this.data.problems())
			.containsExactly("roles.csv:3:44 `kinds` is `BOSS`, which is not among the values allowed; use one of "
					+ "CHIEF_EXECUTIVE, DEPUTY_CHIEF_EXECUTIVE, CHAIR, DEPUTY_CHAIR, "
					+ "NON_EXECUTIVE_DIRECTOR, CHIEF_OPERATING_OFFICER, CHIEF_FINANCIAL_OFFICER, "
					+ "CHIEF_PEOPLE_OFFICER, MEDICAL_DIRECTOR, CHIEF_NURSE, DIRECTOR, REGIONAL_DIRECTOR, "
					+ "NATIONAL_DIRECTOR, PRESIDENT, PARTNERSHIP_LEAD, MINISTER, OTHER, UNSPECIFIED");
	}

}
