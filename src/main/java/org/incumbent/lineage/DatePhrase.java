package org.incumbent.lineage;

import java.time.LocalDate;

import org.incumbent.time.Certainty;
import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

/**
 * Dates inside sentences, no more exact than their sources.
 */
final class DatePhrase {

	private DatePhrase() {
	}

	/**
	 * When something happened: "on 1 July 2022", "in April 2013", "between 26 March and
	 * 12 April 2013".
	 */
	static String when(FuzzyDate date) {
		String words = words(date);
		if (date.approximate() || words.startsWith("between ")) {
			return words;
		}
		return (isDay(date) ? "on " : "in ") + words;
	}

	/**
	 * Since when something was so: "1 July 2022", "some day between 26 March and 12 April
	 * 2013".
	 */
	static String since(FuzzyDate date) {
		String words = words(date);
		return words.startsWith("between ") ? "some day " + words : words;
	}

	/**
	 * Whether something of this date has come by a day; with no day, all has.
	 */
	static Certainty hasCome(@Nullable FuzzyDate date, @Nullable LocalDate day) {
		if (date == null || (day != null && date.earliest() != null && date.earliest().isAfter(day))) {
			return Certainty.NO;
		}
		boolean surely = day == null || (date.latest() != null && !date.latest().isAfter(day));
		return surely ? Certainty.CERTAIN : Certainty.POSSIBLE;
	}

	/**
	 * What stands before something of this date that may or may not have come by a day.
	 */
	static String perhaps(FuzzyDate date, @Nullable LocalDate day) {
		return (hasCome(date, day) == Certainty.POSSIBLE) ? "perhaps " : "";
	}

	private static boolean isDay(FuzzyDate date) {
		return switch (date.precision()) {
			case DAY, RANGE -> true;
			case MONTH, SEASON, YEAR, DECADE, CENTURY, UNKNOWN -> false;
		};
	}

	/**
	 * One of a set is told by its first and its last day.
	 */
	private static String words(FuzzyDate date) {
		return switch (date.precision()) {
			case DAY, MONTH, SEASON, YEAR -> date.display();
			case DECADE, CENTURY -> date.display().startsWith("about ") ? date.display() : "the " + date.display();
			case RANGE -> range(date);
			case UNKNOWN -> "a year that no source tells";
		};
	}

	private static String range(FuzzyDate date) {
		boolean bounded = date.earliest() != null || date.latest() != null;
		return (bounded && isOrdinary(date.earliest()) && isOrdinary(date.latest()))
				? FuzzyDate.parse("[%s..%s]".formatted(text(date.earliest()), text(date.latest()))).display()
				: date.display();
	}

	/**
	 * Whether EDTF writes the day like the calendar does.
	 */
	private static boolean isOrdinary(@Nullable LocalDate day) {
		return day == null || (day.getYear() >= 0 && day.getYear() <= 9999);
	}

	private static String text(@Nullable LocalDate day) {
		return (day != null) ? day.toString() : "";
	}

}
