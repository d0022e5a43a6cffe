package org.incumbent.time;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One day that lies somewhere within what a source says, exactly as sure as the source.
 *
 * @param edtf the date in EDTF level 1, or level 2's one of a set
 * @param earliest the first day that it can be, null if unbounded
 * @param latest the last day that it can be, null if unbounded
 * @param precision the smallest part that is known, {@code RANGE} for one of a set
 * @param approximate whether it is only about this date; its bounds are then one unit
 * wider on either side
 * @param uncertain whether the source doubts it; this leaves the bounds as they are
 * @param display the date in British English
 */
public record FuzzyDate(String edtf, @Nullable LocalDate earliest, @Nullable LocalDate latest, DatePrecision precision,
		boolean approximate, boolean uncertain, String display) {

	private static final String BEFORE_ALL = "!";

	private static final String AFTER_ALL = "~";

	/**
	 * Reads a date.
	 * @param edtf a date or a set such as {@code 2013-05-01}, {@code 2017-09~} or
	 * {@code [2013-01..2013-03]}
	 * @throws EdtfException if it is not EDTF, is an extent {@code a/b}, or has a time of
	 * day
	 */
	public static FuzzyDate parse(String edtf) {
		LocalDate day = day(edtf);
		if (day != null) {
			return new FuzzyDate(edtf, day, day, DatePrecision.DAY, false, false, DateWords.of(day));
		}
		Edtf date = Edtf.parse(edtf);
		if (date.isExtent()) {
			throw new EdtfException("a date is one day somewhere within, not an extent: write a start and an end date,"
					+ " or [2009..2010] for some day within", edtf.indexOf('/'));
		}
		if (date.isDateTime()) {
			throw new EdtfException("a date has no time of day: write the day alone, such as 1985-04-12",
					edtf.indexOf('T'));
		}
		return new FuzzyDate(date.text(), date.earliest(), date.latest(), date.precision(), date.approximate(),
				date.uncertain(), DateWords.of(date));
	}

	/**
	 * The day that a text names with four digits, two and two, as most do, null if it is
	 * anything else.
	 */
	private static @Nullable LocalDate day(String edtf) {
		if (edtf.length() != 10 || edtf.charAt(4) != '-' || edtf.charAt(7) != '-') {
			return null;
		}
		int year = number(edtf, 0, 4);
		int month = number(edtf, 5, 7);
		int day = number(edtf, 8, 10);
		boolean exists = year >= 0 && month >= 1 && month <= 12 && day >= 1
				&& day <= YearMonth.of(year, month).lengthOfMonth();
		return exists ? LocalDate.of(year, month, day) : null;
	}

	/**
	 * What digits say, -1 if one of them is none.
	 */
	private static int number(String text, int from, int to) {
		int number = 0;
		for (int i = from; i < to; i++) {
			int digit = text.charAt(i) - '0';
			if (digit < 0 || digit > 9) {
				return -1;
			}
			number = 10 * number + digit;
		}
		return number;
	}

	/**
	 * Returns the date that is exactly this day.
	 * @param day a day of the years -9999 to 9999
	 * @throws EdtfException if the day is outside these years
	 */
	public static FuzzyDate of(LocalDate day) {
		return parse(day.toString());
	}

	/**
	 * Returns an ASCII key that orders dates, compared character by character: by
	 * earliest day, an unbounded one first, then by latest day, an unbounded one last.
	 */
	public String sortKey() {
		return sortKey(this.earliest, BEFORE_ALL) + "/" + sortKey(this.latest, AFTER_ALL);
	}

	/**
	 * Returns the key for a date of which nothing is known, which comes after every other
	 * key.
	 */
	public static String unknownSortKey() {
		return AFTER_ALL;
	}

	private static String sortKey(@Nullable LocalDate day, String unbounded) {
		if (day == null) {
			return unbounded;
		}
		int year = day.getYear();
		if (year >= 0 && year <= 9999) {
			return day.toString();
		}
		// '-' sorts before the digits and 'Y' after them
		int rank = (year < 0) ? Year.MAX_VALUE + year : year;
		return String.format(Locale.ROOT, "%s%09d-%02d-%02d", (year < 0) ? "-" : "Y", rank, day.getMonthValue(),
				day.getDayOfMonth());
	}

}
