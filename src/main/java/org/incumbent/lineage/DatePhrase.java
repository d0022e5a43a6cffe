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
			case RANGE, UNKNOWN -> range(date.earliest(), date.latest());
		};
	}

	private static String range(@Nullable LocalDate earliest, @Nullable LocalDate latest) {
		if (earliest == null && latest == null) {
			return "a year that no source tells";
		}
		String first = (earliest != null) ? earliest.toString() : "";
		String last = (latest != null) ? latest.toString() : "";
		return FuzzyDate.parse("[" + first + ".." + last + "]").display();
	}

}
