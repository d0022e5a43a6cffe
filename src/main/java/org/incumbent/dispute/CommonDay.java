package org.incumbent.dispute;

import java.time.LocalDate;
import java.util.Collection;

import org.incumbent.time.EdtfException;
import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether dates that sources give can be one and the same day.
 */
final class CommonDay {

	private CommonDay() {
	}

	/**
	 * Whether there is a day that lies within the bounds of every one of the values, null
	 * where one of them is not a date.
	 */
	static @Nullable Boolean existsIn(Collection<String> values) {
		LocalDate from = LocalDate.MIN;
		LocalDate to = LocalDate.MAX;
		for (String value : values) {
			FuzzyDate date = date(value);
			if (date == null) {
				return null;
			}
			from = later(from, date.earliest());
			to = earlier(to, date.latest());
		}
		return !from.isAfter(to);
	}

	private static @Nullable FuzzyDate date(String value) {
		try {
			return FuzzyDate.parse(value);
		}
		catch (EdtfException ex) {
			return null;
		}
	}

	private static LocalDate later(LocalDate day, @Nullable LocalDate other) {
		return (other != null && other.isAfter(day)) ? other : day;
	}

	private static LocalDate earlier(LocalDate day, @Nullable LocalDate other) {
		return (other != null && other.isBefore(day)) ? other : day;
	}

}
