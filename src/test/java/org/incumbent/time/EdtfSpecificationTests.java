package org.incumbent.time;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Every example of the Library of Congress's EDTF specification of 4 February 2019
 * (loc.gov/standards/datetime), under its headings.
 */
class EdtfSpecificationTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "open", textBlock = """
			# level 0: date
			1985-04-12 | 1985-04-12 | 1985-04-12 | DAY
			1985-04 | 1985-04-01 | 1985-04-30 | MONTH
			1985 | 1985-01-01 | 1985-12-31 | YEAR
			# level 0: date and time
			1985-04-12T23:20:30 | 1985-04-12 | 1985-04-12 | DAY
			1985-04-12T23:20:30Z | 1985-04-12 | 1985-04-12 | DAY
			1985-04-12T23:20:30-04 | 1985-04-12 | 1985-04-12 | DAY
			1985-04-12T23:20:30+04:30 | 1985-04-12 | 1985-04-12 | DAY
			# level 0: time interval
			1964/2008 | 1964-01-01 | 2008-12-31 | YEAR
			2004-06/2006-08 | 2004-06-01 | 2006-08-31 | MONTH
			2004-02-01/2005-02-08 | 2004-02-01 | 2005-02-08 | DAY
			2004-02-01/2005-02 | 2004-02-01 | 2005-02-28 | UNKNOWN
			2004-02-01/2005 | 2004-02-01 | 2005-12-31 | UNKNOWN
			2005/2006-02 | 2005-01-01 | 2006-02-28 | UNKNOWN
			""")
	void levelZeroIsAccepted(String text, LocalDate earliest, LocalDate latest, DatePrecision precision) {
		assertAccepted(text, earliest, latest, precision);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "open", textBlock = """
			# level 1: letter-prefixed calendar year
			Y170000002 | +170000002-01-01 | +170000002-12-31 | YEAR
			Y-170000002 | -170000002-01-01 | -170000002-12-31 | YEAR
			# level 1: seasons
			2001-21 | 2001-03-01 | 2001-05-31 | SEASON
			2001-22 | 2001-06-01 | 2001-08-31 | SEASON
			2001-23 | 2001-09-01 | 2001-11-30 | SEASON
			2001-24 | 2001-12-01 | 2002-02-28 | SEASON
			# level 1: qualification of a date (complete)
			1984? | 1984-01-01 | 1984-12-31 | YEAR
			2004-06~ | 2004-05-01 | 2004-07-31 | MONTH
			2004-06-11% | 2004-06-10 | 2004-06-12 | DAY
			# level 1: unspecified digits from the right; precision is the part that is known
			201X | 2010-01-01 | 2019-12-31 | DECADE
			20XX | 2000-01-01 | 2099-12-31 | CENTURY
			2004-XX | 2004-01-01 | 2004-12-31 | YEAR
			1985-04-XX | 1985-04-01 | 1985-04-30 | MONTH
			1985-XX-XX | 1985-01-01 | 1985-12-31 | YEAR
			# level 1: open end
			1985-04-12/.. | 1985-04-12 | open | UNKNOWN
			1985-04/.. | 1985-04-01 | open | UNKNOWN
			1985/.. | 1985-01-01 | open | UNKNOWN
			# level 1: open start
			../1985-04-12 | open | 1985-04-12 | UNKNOWN
			../1985-04 | open | 1985-04-30 | UNKNOWN
			../1985 | open | 1985-12-31 | UNKNOWN
			# level 1: unknown end
			1985-04-12/ | 1985-04-12 | open | UNKNOWN
			1985-04/ | 1985-04-01 | open | UNKNOWN
			1985/ | 1985-01-01 | open | UNKNOWN
			# level 1: unknown start
			/1985-04-12 | open | 1985-04-12 | UNKNOWN
			/1985-04 | open | 1985-04-30 | UNKNOWN
			/1985 | open | 1985-12-31 | UNKNOWN
			# level 1: negative calendar year
			-1985 | -1985-01-01 | -1985-12-31 | YEAR
			""")
	void levelOneIsAccepted(String text, @Nullable LocalDate earliest, @Nullable LocalDate latest,
			DatePrecision precision) {
		assertAccepted(text, earliest, latest, precision);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "open", textBlock = """
			[1667,1668,1670..1672] | 1667-01-01 | 1672-12-31
			[..1760-12-03] | open | 1760-12-03
			[1760-12..] | 1760-12-01 | open
			[1760-01,1760-02,1760-12..] | 1760-01-01 | open
			[1667,1760-12] | 1667-01-01 | 1760-12-31
			[..1984] | open | 1984-12-31
			""")
	void levelTwosOneOfASetIsAccepted(String text, @Nullable LocalDate earliest, @Nullable LocalDate latest) {
		assertAccepted(text, earliest, latest, DatePrecision.RANGE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			# level 2: exponential year
			Y-17E7 | 4
			# level 2: significant digits
			1950S2 | 4
			Y171010000S3 | 10
			Y3388E2S3 | 5
			# level 2: sub-year groupings
			2001-34 | 5
			# level 2: all members of a set
			{1667,1668,1670..1672} | 0
			{1960,1961-12} | 0
			{..1984} | 0
			# level 2: group qualification (the whole date's, 2004-06-11%, is level 1)
			2004-06~-11 | 8
			2004?-06-11 | 5
			# level 2: qualification of an individual component
			?2004-06-~11 | 0
			2004-%06-11 | 5
			# level 2: unspecified digits anywhere
			156X-12-25 | 4
			15XX-12-25 | 4
			XXXX-12-XX | 0
			1XXX-XX | 1
			1XXX-12 | 1
			1984-1X | 6
			# level 2: intervals with an end that is qualified or unspecified in part
			2004-06-~01/2004-06-~20 | 8
			2004-06-XX/2004-07-03 | 8
			""")
	void theRestOfLevelTwoIsRefusedWithItsPosition(String text, int position) {
		EdtfException refusal = catchThrowableOfType(EdtfException.class, () -> Edtf.parse(text));
		assertThat(refusal).as(text).isNotNull();
		assertThat(refusal.position()).as(text).isEqualTo(position);
	}

	private static void assertAccepted(String text, @Nullable LocalDate earliest, @Nullable LocalDate latest,
			DatePrecision precision) {
		Edtf edtf = Edtf.parse(text);
		assertThat(edtf.text()).isEqualTo(text);
		assertThat(edtf.earliest()).as("earliest of %s", text).isEqualTo(earliest);
		assertThat(edtf.latest()).as("latest of %s", text).isEqualTo(latest);
		assertThat(edtf.precision()).as("precision of %s", text).isEqualTo(precision);
	}

}
