package org.incumbent.analysis;

import java.time.LocalDate;

import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

/**
 * A role of a body that another one came from or went into.
 *
 * @param before whether the body came before
 * @param change when it did: the last day of the body before or the first of the one
 * after
 */
record LineRole(String roleKey, boolean before, FuzzyDate change) {

	/**
	 * The days of a span on which the role belongs to the line.
	 */
	TenureDays within(long from, long to) {
		long earliest = day(this.change.earliest(), TenureDays.BEFORE_ALL);
		long latest = day(this.change.latest(), TenureDays.AFTER_ALL);
		if (this.before) {
			return new TenureDays(from, from, Math.min(to, earliest), Math.min(to, latest));
		}
		return new TenureDays(Math.max(from, earliest), Math.max(from, latest), to, to);
	}

	private static long day(@Nullable LocalDate day, long open) {
		return (day != null) ? day.toEpochDay() : open;
	}

}
