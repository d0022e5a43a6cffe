package org.incumbent.time;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * How long something lasted, from its first day to its last, both included.
 *
 * @param start its first day as stated, null if no source gives one
 * @param end its last day as stated, null if no source gives one; {@code state} says why
 * @param state how far it has got
 * @param bounds what all sources together, the stated dates among them, say of its start
 * and end
 */
public record Period(@Nullable FuzzyDate start, @Nullable FuzzyDate end, PeriodState state, Bounds bounds) {

	/**
	 * Returns the period of which nothing more is known than its stated dates.
	 */
	public static Period of(@Nullable FuzzyDate start, @Nullable FuzzyDate end, PeriodState state) {
		return new Period(start, end, state, Bounds.of(start, end, state));
	}

	/**
	 * Returns how sure it is that it went on during a day.
	 */
	public Certainty covers(LocalDate day) {
		return this.bounds.covers(day);
	}

	/**
	 * Returns how many days it lasted, null where nothing is known of its start.
	 */
	public @Nullable DayRange days() {
		boolean startUnknown = this.bounds.startEarliest() == null && this.bounds.startLatest() == null;
		return startUnknown ? null : this.bounds.days();
	}

}
