package org.incumbent.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class FuzzyDateTests {

	private static final List<String> IN_ORDER = List.of("[..-0500]", "[..2011]", "Y-170000002", "-1985", "-0001",
			"0000", "20XX", "2009-02", "[2009-02..2010-01]", "2013-05-01", "2013-05", "[2013-05-01..]", "9999",
			"Y10000", "Y170000002");

	private static final Comparator<FuzzyDate> BY_EARLIEST_THEN_LATEST = Comparator
		.comparing(FuzzyDate::earliest, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
		.thenComparing(FuzzyDate::latest, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));

	@Test
	void aDayIsReadAsAnyOtherDateIs() {
		LocalDate day = LocalDate.of(0, 1, 1);
		while (day.getYear() < 10_000) {
			String text = day.toString();
			Edtf edtf = Edtf.parse(text);
			assertThat(FuzzyDate.parse(text)).isEqualTo(new FuzzyDate(edtf.text(), edtf.earliest(), edtf.latest(),
					edtf.precision(), edtf.approximate(), edtf.uncertain(), DateWords.of(edtf)));
			day = day.plusDays(17);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "2013-02-29", "2013-13-01", "2013-00-01", "2013-01-00", "2013-04-31", "2013/01/01",
			"2013-1-001", "20130-1-01", "201a-01-01", "2013-0a-01", "2013-01-0a", "1900-02-29" })
	void whatIsAlmostADayIsRefused(String text) {
		assertThat(catchThrowableOfType(EdtfException.class, () -> FuzzyDate.parse(text))).isNotNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2013-05-01 | 1 May 2013
			2012-11 | November 2012
			2009 | 2009
			2013-21 | spring 2013
			2013-23 | autumn 2013
			2013-24 | winter 2013 to 2014
			199X | 1990s
			19XX | 20th century
			20XX | 21st century
			10XX | 11th century
			01XX | 2nd century
			2004-XX | 2004
			1985-04-XX | April 1985
			1985-XX-XX | 1985
			2017-09~ | about September 2017
			2012-11? | November 2012 (uncertain)
			2017-09% | about September 2017 (uncertain)
			199X~ | about the 1990s
			0000 | 1 BC
			-0043-03-15 | 15 March 44 BC
			-198X | years 1990 BC to 1981 BC
			Y170000002 | 170000002
			[2017-06-01..2017-12-04] | between 1 June and 4 December 2017
			[2017-12-01..2017-12-04] | between 1 and 4 December 2017
			[2017-12-01..2018-12-04] | between 1 December 2017 and 4 December 2018
			[2012-12..2013-03] | some time from December 2012 to March 2013
			[2013-01..2013-03] | some time from January to March 2013
			[2009..2010] | some time from 2009 to 2010
			[2013-01~..2013-03] | some time from about January 2013 to March 2013
			[..2011] | 2011 or earlier
			[2012-04-01..] | 1 April 2012 or later
			[2009,2010] | 2009 or 2010
			[2009] | 2009
			[2009..2009] | 2009
			[1667,1668,1670..1672] | 1667, 1668 or some time from 1670 to 1672
			[1760-01,1760-02,1760-12..] | January 1760, February 1760 or December 1760 or later
			""")
	void isShownInBritishEnglish(String edtf, String display) {
		assertThat(FuzzyDate.parse(edtf).display()).isEqualTo(display);
	}

	@Test
	void isExactlyAsSureAsItsText() {
		assertThat(FuzzyDate.parse("2017-09%")).isEqualTo(new FuzzyDate("2017-09%", LocalDate.of(2017, 8, 1),
				LocalDate.of(2017, 10, 31), DatePrecision.MONTH, true, true, "about September 2017 (uncertain)"));
	}

	@Test
	void theDateOfADayIsThatDay() {
		LocalDate day = LocalDate.of(2013, 5, 1);
		assertThat(FuzzyDate.of(day)).isEqualTo(FuzzyDate.parse("2013-05-01"));
		assertThat(FuzzyDate.of(day).earliest()).isEqualTo(day);
		assertThat(FuzzyDate.of(day).latest()).isEqualTo(day);
	}

	@Test
	void anExtentIsTwoDatesOfOurs() {
		EdtfException refusal = catchThrowableOfType(EdtfException.class, () -> FuzzyDate.parse("2009/2010"));
		assertThat(refusal).hasMessageContaining("a start and an end date").hasMessageContaining("[2009..2010]");
		assertThat(refusal.position()).isEqualTo(4);
	}

	@Test
	void aTimeOfDayIsRefused() {
		EdtfException refusal = catchThrowableOfType(EdtfException.class,
				() -> FuzzyDate.parse("2013-05-01T10:00:00Z"));
		assertThat(refusal).hasMessageContaining("write the day alone");
		assertThat(refusal.position()).isEqualTo(10);
	}

	@Test
	void sortsOrdinaryYearsByTheirIsoDays() {
		assertThat(FuzzyDate.parse("2013-05").sortKey()).isEqualTo("2013-05-01/2013-05-31");
	}

	@Test
	void sortsByEarliestThenByLatest() {
		List<String> shuffled = new ArrayList<>(IN_ORDER);
		Collections.shuffle(shuffled, new Random(1));
		assertThat(shuffled.stream().map(FuzzyDate::parse).sorted(Comparator.comparing(FuzzyDate::sortKey)))
			.extracting(FuzzyDate::edtf)
			.isEqualTo(IN_ORDER);
	}

	@Test
	void theSortKeyOrdersAsTheDatesDoAndTheUnknownComesLast() {
		RandomCases.check((random) -> {
			FuzzyDate one = any(random);
			FuzzyDate two = any(random);
			int byKey = Integer.signum(one.sortKey().compareTo(two.sortKey()));
			assertThat(byKey).as("%s and %s", one.edtf(), two.edtf())
				.isEqualTo(Integer.signum(BY_EARLIEST_THEN_LATEST.compare(one, two)));
			assertThat(one.sortKey()).as(one.edtf()).isLessThan(FuzzyDate.unknownSortKey()).isASCII();
			assertThat(one.display()).as(one.edtf()).isNotBlank();
		});
	}

	private static FuzzyDate any(RandomGenerator random) {
		return FuzzyDate.parse(new RandomEdtf(random).dateOrSet());
	}

}
