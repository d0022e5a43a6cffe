package org.incumbent.analysis;

import java.time.LocalDate;

import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

/**
 * A role of a body that another one came from.
 *
 * @param change when it did: the last day of the earlier body
 */
record LineRole(String roleKey, FuzzyDate change) {

	/**
	 * The days of a span on which the role belongs to the line.
	 */
	TenureDays within(long from, long to) {
		return new TenureDays(from, from, Math.min(to, day(this.change.earliest(), TenureDays.BEFORE_ALL)),
				Math.min(to, day(this.change.latest(), TenureDays.AFTER_ALL)));
	}

	private static long day(@Nullable LocalDate day, long open) {
		return (day != null) ? day.toEpochDay() : open;
	}

}
