package org.incumbent.paging;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Goes through places in the order of a list or against it, and looks up no more of them
 * than are wanted: first those in a small part of the list, then in ever larger ones.
 */
final class PlaceWalk {

	/** How many times as large as the one before each part is. */
	private static final int GROWTH = 8;

	private final Part places;

	private final boolean ascending;

	/** What is still to be looked up. */
	private int low;

	private int high;

	private long width;

	/** What was looked up last, and where in it the walk is. */
	private BitSet found = new BitSet();

	private int from = 0;

	private int to = -1;

	/**
	 * A walk from one place to another, both included.
	 * @param width how large the first part is
	 */
	PlaceWalk(int low, int high, boolean ascending, long width, Part places) {
		this.low = low;
		this.high = high;
		this.ascending = ascending;
		this.width = Math.max(1, width);
		this.places = places;
	}

	/**
	 * The next places, fewer than so many only where the walk ends.
	 */
	int[] next(int most) {
		int[] next = new int[most];
		int size = 0;
		while (size < most) {
			int place = step();
			if (place >= 0) {
				next[size++] = place;
			}
			else if (!lookUp()) {
				return Arrays.copyOf(next, size);
			}
		}
		return next;
	}

	/**
	 * The next of those that were looked up, or -1.
	 */
	private int step() {
		if (this.from > this.to) {
			return -1;
		}
		int place = this.ascending ? this.found.nextSetBit(this.from) : this.found.previousSetBit(this.to);
		if (place < this.from || place > this.to) {
			this.from = this.to + 1;
			return -1;
		}
		if (this.ascending) {
			this.from = place + 1;
		}
		else {
			this.to = place - 1;
		}
		return place;
	}

	private boolean lookUp() {
		if (this.low > this.high) {
			return false;
		}
		int length = (int) Math.min(this.width, (long) this.high - this.low + 1);
		this.from = this.ascending ? this.low : this.high - length + 1;
		this.to = this.from + length - 1;
		this.found = this.places.between(this.from, this.to);
		if (this.ascending) {
			this.low = this.to + 1;
		}
		else {
			this.high = this.from - 1;
		}
		this.width *= GROWTH;
		return true;
	}

	/**
	 * Looks up places.
	 */
	@FunctionalInterface
	interface Part {

		/**
		 * The places from one to another, both included; others may be among them.
		 */
		BitSet between(int low, int high);

	}

}
