package org.incumbent.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Days in one stretch or several, each of them counted once.
 */
final class DayUnion {

	private final List<Stretch> stretches = new ArrayList<>();

	/**
	 * Adds the days from one to another, both included; none where the first comes after
	 * the last.
	 */
	void add(long first, long last) {
		if (first <= last) {
			this.stretches.add(new Stretch(first, last));
		}
	}

	/**
	 * How many days there are; empty where they have no first or no last one.
	 */
	OptionalLong count() {
		this.stretches.sort(Comparator.comparingLong(Stretch::first));
		long count = 0;
		long counted = Long.MIN_VALUE;
		for (Stretch stretch : this.stretches) {
			if (stretch.first() == TenureDays.BEFORE_ALL || stretch.last() == TenureDays.AFTER_ALL) {
				return OptionalLong.empty();
			}
			long first = Math.max(stretch.first(), counted + 1);
			count += Math.max(stretch.last() - first + 1, 0);
			counted = Math.max(counted, stretch.last());
		}
		return OptionalLong.of(count);
	}

	private record Stretch(long first, long last) {

	}

}
