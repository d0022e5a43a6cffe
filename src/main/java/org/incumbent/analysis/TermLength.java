package org.incumbent.analysis;

import org.incumbent.time.DayRange;
import org.jspecify.annotations.Nullable;

/**
 * How long a term was by the last day of a span of days, which may be where it was still
 * running.
 *
 * @param ended days from the first to the last one if it had ended by then, null if it
 * cannot have
 * @param running days from the first one to the last that is known of if it had not, null
 * if it must have ended
 * @param optional whether it may be no term of the span at all
 */
record TermLength(@Nullable DayRange ended, @Nullable DayRange running, boolean optional) {

	/**
	 * What is known of a term by the last day of a span.
	 * @param open whether no source shows that it ended; then it is followed up to the
	 * last day on which one shows it
	 * @param optional whether it may not reach into the span
	 */
	static TermLength of(TenureDays days, boolean open, boolean optional, long from, long to) {
		DayRange ended = open ? null : ended(days, from, to);
		if (!open && days.endLatest() <= to) {
			return new TermLength(ended, null, optional);
		}
		long followedTo = open ? Math.min(days.endEarliest(), to) : to;
		return new TermLength(ended, range(days, followedTo, followedTo, to), optional);
	}

	private static @Nullable DayRange ended(TenureDays days, long from, long to) {
		long first = Math.max(days.endEarliest(), from);
		long last = Math.min(days.endLatest(), to);
		return (first <= last) ? range(days, first, last, last) : null;
	}

	/**
	 * The lengths of what ended between two days and began by another.
	 */
	private static DayRange range(TenureDays days, long firstEnd, long lastEnd, long lastStart) {
		Integer least = TenureDays.count(Math.min(days.startLatest(), lastStart), firstEnd);
		return new DayRange((least != null) ? least : 1, TenureDays.count(days.startEarliest(), lastEnd));
	}

	/**
	 * Whether it had surely ended and surely counts.
	 */
	boolean surelyEnded() {
		return this.ended != null && this.running == null && !this.optional;
	}

	/**
	 * The number of days at most, so large that nothing exceeds it where they are open.
	 */
	static int most(DayRange days) {
		return (days.most() != null) ? days.most() : Integer.MAX_VALUE;
	}

}
