package org.incumbent.analysis;

import java.util.List;

import org.incumbent.time.Certainty;

/**
 * Who held a post, or a line of posts that followed each other, in a span of days.
 *
 * @param tally the number of holders
 * @param terms their terms, oldest first
 * @param unrecordedDays days of the span on which nobody is certain to have held it
 */
record PostHistory(Tally tally, List<Term> terms, int unrecordedDays) {

	/**
	 * The history that tenures of a post tell.
	 * @param held all tenures that reach into the span
	 */
	static PostHistory of(List<Held> held, TurnoverMethod method, long from, long to) {
		List<Held> counted = held.stream().filter((each) -> method.counts(each.appointment())).toList();
		return new PostHistory(Tally.of(counted, method), Term.of(counted, method, from, to),
				unrecordedDays(held, from, to));
	}

	private static int unrecordedDays(List<Held> held, long from, long to) {
		DayUnion recorded = new DayUnion();
		for (Held each : held) {
			if (each.within() == Certainty.CERTAIN) {
				recorded.add(Math.max(each.days().startLatest(), from), Math.min(each.days().endEarliest(), to));
			}
		}
		return (int) (to - from + 1 - recorded.count().orElse(0));
	}

}
