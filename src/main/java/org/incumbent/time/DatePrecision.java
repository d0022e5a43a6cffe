package org.incumbent.time;

import java.time.LocalDate;

/**
 * The smallest part of a date that is known.
 */
public enum DatePrecision {

	/**
	 * A calendar day.
	 */
	DAY,

	/**
	 * A calendar month, also where a day is written as unspecified ({@code 1985-04-XX}).
	 */
	MONTH,

	/**
	 * Three months: spring starts in March, summer in June, autumn in September, winter
	 * in December.
	 */
	SEASON,

	/**
	 * A calendar year, also where a month is written as unspecified ({@code 2004-XX}).
	 */
	YEAR,

	/**
	 * Ten years with the same first three digits ({@code 201X}).
	 */
	DECADE,

	/**
	 * A hundred years with the same first two digits ({@code 20XX}).
	 */
	CENTURY,

	/**
	 * One of a set of dates.
	 */
	RANGE,

	/**
	 * An extent whose two ends are not equally precise; no single date has this
	 * precision.
	 */
	UNKNOWN;

	LocalDate shift(LocalDate day, int units) {
		return switch (this) {
			case DAY -> day.plusDays(units);
			case MONTH -> day.plusMonths(units);
			case SEASON -> day.plusMonths(3L * units);
			case YEAR -> day.plusYears(units);
			case DECADE -> day.plusYears(10L * units);
			case CENTURY -> day.plusYears(100L * units);
			case RANGE, UNKNOWN -> throw new IllegalStateException("Only a single date has a unit to shift it by");
		};
	}

}
