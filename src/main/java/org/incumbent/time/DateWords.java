package org.incumbent.time;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Puts dates into British English.
 */
final class DateWords {

	private static final List<String> MONTHS = Stream.of(Month.values())
		.map((month) -> month.getDisplayName(TextStyle.FULL, Locale.UK))
		.toList();

	private DateWords() {
	}

	static String of(LocalDate day) {
		return day.getDayOfMonth() + " " + month(day) + " " + year(day);
	}

	static String of(Edtf edtf) {
		List<String> members = new ArrayList<>();
		for (EdtfSpan span : edtf.spans()) {
			members.add(span(span));
		}
		String last = members.remove(members.size() - 1);
		return members.isEmpty() ? last : String.join(", ", members) + " or " + last;
	}

	private static String span(EdtfSpan span) {
		EdtfDate first = span.first();
		EdtfDate last = span.last();
		if (first == null) {
			return date(Objects.requireNonNull(last)) + " or earlier";
		}
		if (last == null) {
			return date(first) + " or later";
		}
		if (first.equals(last)) {
			return date(first);
		}
		String from = isPlain(first) && isPlain(last) ? withoutShared(first, last) : date(first);
		return (first.precision() == DatePrecision.DAY) ? "between " + from + " and " + date(last)
				: "some time from " + from + " to " + date(last);
	}

	private static boolean isPlain(EdtfDate date) {
		return !date.approximate() && !date.uncertain();
	}

	/** Leaves out the year, and the month, that the last date is going to name. */
	private static String withoutShared(EdtfDate date, EdtfDate last) {
		LocalDate day = date.first();
		boolean sameYear = day.getYear() == last.first().getYear();
		boolean sameMonth = sameYear && day.getMonth() == last.first().getMonth();
		boolean isDay = date.precision() == DatePrecision.DAY;
		if (isDay && sameMonth) {
			return Integer.toString(day.getDayOfMonth());
		}
		if (isDay && sameYear) {
			return day.getDayOfMonth() + " " + month(day);
		}
		return (date.precision() == DatePrecision.MONTH && sameYear) ? month(day) : date(date);
	}

	private static String date(EdtfDate date) {
		boolean isSpanOfYears = date.precision() == DatePrecision.DECADE || date.precision() == DatePrecision.CENTURY;
		String about = isSpanOfYears ? "about the " : "about ";
		return (date.approximate() ? about : "") + plain(date) + (date.uncertain() ? " (uncertain)" : "");
	}

	private static String plain(EdtfDate date) {
		LocalDate first = date.first();
		return switch (date.precision()) {
			case DAY -> of(first);
			case MONTH -> month(first) + " " + year(first);
			case SEASON -> season(first);
			case YEAR -> year(first);
			case DECADE -> (first.getYear() > 0) ? first.getYear() + "s" : years(date);
			case CENTURY -> (first.getYear() > 0) ? ordinal(first.getYear() / 100 + 1) + " century" : years(date);
			case RANGE, UNKNOWN -> date.text();
		};
	}

	private static String month(LocalDate day) {
		return MONTHS.get(day.getMonthValue() - 1);
	}

	/** EDTF counts a year 0, which is 1 BC. */
	private static String year(LocalDate day) {
		return (day.getYear() > 0) ? Integer.toString(day.getYear()) : (1 - day.getYear()) + " BC";
	}

	private static String years(EdtfDate date) {
		LocalDate last = date.precision().shift(date.first(), 1).minusDays(1);
		return "years " + year(date.first()) + " to " + year(last);
	}

	private static String season(LocalDate first) {
		return switch (first.getMonthValue()) {
			case 3 -> "spring " + year(first);
			case 6 -> "summer " + year(first);
			case 9 -> "autumn " + year(first);
			default -> "winter " + year(first) + " to " + year(first.plusYears(1));
		};
	}

	private static String ordinal(int number) {
		boolean isTeen = number % 100 / 10 == 1;
		return number + switch (isTeen ? 0 : number % 10) {
			case 1 -> "st";
			case 2 -> "nd";
			case 3 -> "rd";
			default -> "th";
		};
	}

}
