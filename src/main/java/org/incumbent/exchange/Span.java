package org.incumbent.exchange;

import java.time.LocalDate;

import org.incumbent.time.Bounds;
import org.incumbent.time.FuzzyDate;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;

/**
 * A period as a data package has it: what lies after the day of the foreign file is no
 * fact yet, so that its end is only announced, and the whole of it if it is yet to start.
 *
 * @param start when it began or is to begin, as an EDTF date, null if not known
 * @param end when it ended, its last day included, null if it did not or it is not known
 * @param announcedEnd the day on which it is to end, null if no such day is known
 */
record Span(@Nullable String start, @Nullable String end, PeriodState state, @Nullable String announcedEnd) {

	/**
	 * The period between two dates.
	 * @param open the state where there is no end
	 * @param day the day of the foreign file
	 */
	static Span of(@Nullable String start, @Nullable String end, PeriodState open, LocalDate day) {
		boolean ahead = end != null && isAfter(end, day);
		String announcedEnd = ahead ? end : null;
		if (start != null && isAfter(start, day)) {
			return new Span(start, null, PeriodState.PLANNED, announcedEnd);
		}
		if (ahead) {
			return new Span(start, null, PeriodState.ONGOING, announcedEnd);
		}
		return new Span(start, end, (end != null) ? PeriodState.ENDED : open, null);
	}

	/**
	 * Whether one date lies before the other whichever days within they are.
	 */
	static boolean isReversed(@Nullable String start, @Nullable String end) {
		if (start == null || end == null) {
			return false;
		}
		LocalDate first = FuzzyDate.parse(start).earliest();
		LocalDate last = FuzzyDate.parse(end).latest();
		return first != null && last != null && first.isAfter(last);
	}

	/**
	 * Between which days it began and ended.
	 * @param shownOn a day on which it was still going on, null if none is known
	 */
	Bounds bounds(@Nullable LocalDate shownOn) {
		Bounds bounds = Bounds.of((this.start != null) ? FuzzyDate.parse(this.start) : null,
				(this.end != null) ? FuzzyDate.parse(this.end) : null, this.state);
		return (shownOn != null) ? bounds.shownOn(FuzzyDate.of(shownOn)) : bounds;
	}

	private static boolean isAfter(String date, LocalDate day) {
		LocalDate earliest = FuzzyDate.parse(date).earliest();
		return earliest != null && earliest.isAfter(day);
	}

}
