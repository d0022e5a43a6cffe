package org.incumbent.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

import org.incumbent.time.DayRange;
import org.jspecify.annotations.Nullable;

/**
 * How long the terms that had ended were: their plain median and mean, between the bounds
 * that the dates leave. Terms still running are left out, which makes both too short.
 */
final class EndedTerms {

	private static final double TENTHS = 10;

	private final List<DayRange> sure = new ArrayList<>();

	/** Those that had ended, or count, only for some of their days. */
	private final List<DayRange> others = new ArrayList<>();

	EndedTerms(List<TermLength> terms) {
		for (TermLength term : terms) {
			if (term.ended() != null) {
				(term.surelyEnded() ? this.sure : this.others).add(term.ended());
			}
		}
	}

	/**
	 * The shortest length that at least half of the terms did not exceed; null where none
	 * can have ended.
	 */
	@Nullable DayRange median() {
		if (this.sure.isEmpty() && this.others.isEmpty()) {
			return null;
		}
		int most = most(EndedTerms::median);
		return new DayRange(least(EndedTerms::median), (most < Integer.MAX_VALUE) ? most : null);
	}

	/**
	 * The mean length, rounded to a tenth of a day; null where none can have ended.
	 */
	@Nullable MeanDays mean() {
		if (this.sure.isEmpty() && this.others.isEmpty()) {
			return null;
		}
		boolean open = lengths(this.sure, TermLength::most).contains(Integer.MAX_VALUE)
				|| lengths(this.others, TermLength::most).contains(Integer.MAX_VALUE);
		return new MeanDays(least(EndedTerms::mean), open ? null : most(EndedTerms::mean));
	}

	private <V extends Comparable<V>> V least(Statistic<V> statistic) {
		return extreme(statistic, DayRange::least, Comparator.naturalOrder(), Comparator.naturalOrder());
	}

	private <V extends Comparable<V>> V most(Statistic<V> statistic) {
		return extreme(statistic, TermLength::most, Comparator.reverseOrder(), Comparator.reverseOrder());
	}

	/**
	 * The first value in an order over all choices: of the sure terms at one end of their
	 * lengths, and of as many of the others as bring it forward. Of any number of these,
	 * the first in the same order bring it forward most.
	 */
	private <V> V extreme(Statistic<V> statistic, ToIntFunction<DayRange> length, Comparator<Integer> outward,
			Comparator<V> order) {
		List<Integer> lengths = lengths(this.sure, length);
		List<Integer> further = lengths(this.others, length);
		further.sort(outward);
		long sum = lengths.stream().mapToLong(Integer::longValue).sum();
		List<V> values = new ArrayList<>();
		if (!lengths.isEmpty()) {
			values.add(statistic.of(lengths, sum));
		}
		for (Integer days : further) {
			int place = Collections.binarySearch(lengths, days);
			lengths.add((place < 0) ? -place - 1 : place, days);
			sum += days;
			values.add(statistic.of(lengths, sum));
		}
		return Collections.min(values, order);
	}

	private static List<Integer> lengths(List<DayRange> terms, ToIntFunction<DayRange> length) {
		List<Integer> lengths = new ArrayList<>();
		terms.forEach((days) -> lengths.add(length.applyAsInt(days)));
		lengths.sort(null);
		return lengths;
	}

	private static Integer median(List<Integer> lengths, long sum) {
		return lengths.get((lengths.size() - 1) / 2);
	}

	private static Double mean(List<Integer> lengths, long sum) {
		double mean = (double) sum / lengths.size();
		return Math.round(mean * TENTHS) / TENTHS;
	}

	/**
	 * A figure of lengths that are in order. It is given their sum, since there may be
	 * thousands of them and the figure is taken again for each one more.
	 */
	private interface Statistic<V> {

		V of(List<Integer> lengths, long sum);

	}

}
