package org.incumbent.time;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class EdtfTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2017-09-15~ | 2017-09-14 | 2017-09-16
			2017-09~ | 2017-08-01 | 2017-10-31
			2013-21~ | 2012-12-01 | 2013-08-31
			2013-24~ | 2013-09-01 | 2014-05-31
			2017~ | 2016-01-01 | 2018-12-31
			201X~ | 2000-01-01 | 2029-12-31
			20XX~ | 1900-01-01 | 2199-12-31
			2017-09-XX~ | 2017-08-01 | 2017-10-31
			2017-XX-XX~ | 2016-01-01 | 2018-12-31
			2017-09% | 2017-08-01 | 2017-10-31
			2016-03-01~ | 2016-02-29 | 2016-03-02
			2013-05/2017-09~ | 2013-05-01 | 2017-10-31
			[2013~,2015] | 2012-01-01 | 2015-12-31
			""")
	void approximateReachesOneUnitOfItsPrecisionFurther(String text, LocalDate earliest, LocalDate latest) {
		assertBounds(text, earliest, latest);
		assertThat(Edtf.parse(text).approximate()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2017-09-15? | 2017-09-15 | 2017-09-15
			2017-09? | 2017-09-01 | 2017-09-30
			2017? | 2017-01-01 | 2017-12-31
			201X? | 2010-01-01 | 2019-12-31
			[2013?,2015] | 2013-01-01 | 2015-12-31
			""")
	void uncertainKeepsItsBounds(String text, LocalDate earliest, LocalDate latest) {
		assertBounds(text, earliest, latest);
		assertThat(Edtf.parse(text).uncertain()).isTrue();
		assertThat(Edtf.parse(text).approximate()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			-0044-03-15 | -0044-03-15 | -0044-03-15
			-198X | -1989-01-01 | -1980-12-31
			-19XX | -1999-01-01 | -1900-12-31
			0000 | 0000-01-01 | 0000-12-31
			000X | 0000-01-01 | 0009-12-31
			2016-02-29 | 2016-02-29 | 2016-02-29
			Y10000 | +10000-01-01 | +10000-12-31
			Y999999997~ | +999999996-01-01 | +999999998-12-31
			""")
	void theCalendarIsGregorianWithAYearZero(String text, LocalDate earliest, LocalDate latest) {
		assertBounds(text, earliest, latest);
	}

	@Test
	void anExtentHasTwoEnds() {
		Edtf extent = Edtf.parse("2013-05/2017-09~");
		assertThat(extent.isExtent()).isTrue();
		assertThat(extent.start()).isEqualTo(Edtf.parse("2013-05"));
		assertThat(extent.end()).isEqualTo(Edtf.parse("2017-09~"));
	}

	@Test
	void anOpenOrUnknownEndOfAnExtentIsNull() {
		assertThat(Edtf.parse("2013-05/..").end()).isNull();
		assertThat(Edtf.parse("2013-05/").end()).isNull();
		assertThat(Edtf.parse("../2013-05").start()).isNull();
		assertThat(Edtf.parse("/2013-05").start()).isNull();
	}

	@Test
	void onlyAnExtentHasEnds() {
		Edtf set = Edtf.parse("[2009..2010]");
		assertThat(set.isExtent()).isFalse();
		assertThat(set.start()).isNull();
		assertThat(set.end()).isNull();
	}

	@Test
	void aTimeOfDayIsToldApart() {
		assertThat(Edtf.parse("2016-12-31T23:59:60Z").isDateTime()).isTrue();
		assertThat(Edtf.parse("2016-12-31").isDateTime()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
			|0|the text ends too soon
			2013-|5|the text ends too soon
			201|3|the text ends too soon
			2013-04-1|9|the text ends too soon
			[2009,2010|10|the text ends too soon
			2013-02-30|8|days 01 to 28
			2100-02-29|8|days 01 to 28
			2013-00|5|a month is 01 to 12
			2013-13|5|a month is 01 to 12
			2013-00-12|5|a month is 01 to 12
			2001-25|5|21 to 24 for spring
			2013-04-00|8|days 01 to 30
			2001-21-05|7|nothing finer can follow
			2013-04-12-01|10|nothing finer can follow
			20130412|4|'0' does not fit
			2013/04/12|7|one '/' between them
			2012/2013/2014|9|one '/' between them
			2013 |4|no spaces
			 2013|0|no spaces
			[2009, 2010]|6|no spaces
			201x|3|'x' does not fit
			20X5|3|'5' does not fit
			2XXX|1|X stands only for
			2004-XX-05|8|'0' does not fit
			2013-٠٤|5|U+0660
			1984?~|5|one of ? ~ % stands once
			~1984|0|one of ? ~ % stands once
			-0000|0|write 0000
			Y1985|1|more than four digits
			Y01985|1|more than four digits
			Y|1|the text ends too soon
			Y1234567890|1|years are reckoned
			Y999999999|1|years are reckoned
			Y17000-05|6|nothing finer can follow
			1985T10:00:00|4|needs a whole date
			1985-04-12~T10:00:00|11|needs a whole date
			1985-04-12T24:00:00|11|00 to 23
			1985-04-12T23:60:00|14|00 to 59
			1985-04-12T23:58:60|17|00 to 59
			1985-04-12T23:20|16|the text ends too soon
			1985-04-12T23:20:30+24|20|00 to 23
			1985-04-12T23:20:30Z/1986|20|one '/' between them
			1985/1986-04-12T23:20:30Z|15|only after a single whole date
			2013/2012|5|ends before it starts
			2013-05-02/2013-05-01|11|ends before it starts
			/|1|needs a date on one side
			../..|3|needs a date on one side
			..|2|the text ends too soon
			../|3|needs a date on one side
			2009..2010|4|written [2009,2010]
			2009,2010|4|written [2009,2010]
			[]|1|written [2009,2010]
			[..]|3|written [2009,2010]
			[2009,]|6|written [2009,2010]
			[2010,..2009]|6|written [2009,2010]
			[2009..,2010]|7|written [2009,2010]
			[2009,2010]~|11|one of ? ~ % stands once
			[2009..2010-05]|7|equally precise
			[2010..2009]|7|ends before it starts
			[201X..2019]|4|no X at an end
			[..201X]|6|no X at an end
			[2009]/2010|6|one '/' between them
			201X/2020|3|no X at an end
			2009/202X|8|no X at an end
			""")
	void aWrongTextIsRefusedWhereItGoesWrongAndTellsWhatIsRight(@Nullable String text, int position, String message) {
		String given = (text != null) ? text : "";
		EdtfException refusal = catchThrowableOfType(EdtfException.class, () -> Edtf.parse(given));
		assertThat(refusal).as(given).isNotNull();
		assertThat(refusal.getMessage()).as(given).contains(message);
		assertThat(refusal.position()).as(given).isEqualTo(position);
	}

	private static void assertBounds(String text, LocalDate earliest, LocalDate latest) {
		assertThat(Edtf.parse(text).earliest()).as("earliest of %s", text).isEqualTo(earliest);
		assertThat(Edtf.parse(text).latest()).as("latest of %s", text).isEqualTo(latest);
	}

}
