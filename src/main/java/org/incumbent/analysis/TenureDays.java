package org.incumbent.analysis;

import java.time.LocalDate;

import org.incumbent.time.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * Between which days a tenure began and between which it ended, as numbers of days, so
 * that they can be compared without asking which of them are open.
 *
 * @param startEarliest {@link #BEFORE_ALL} if unbounded
 * @param startLatest {@link #AFTER_ALL} if nothing shows that it had begun
 * @param endEarliest {@link #BEFORE_ALL} if nothing shows that it went on
 * @param endLatest {@link #AFTER_ALL} if unbounded
 */
record TenureDays(long startEarliest, long startLatest, long endEarliest, long endLatest) {

	/** Stands for an open beginning; far from every day and from overflow. */
	static final long BEFORE_ALL = Long.MIN_VALUE / 8;

	/** Stands for an open end. */
	static final long AFTER_ALL = Long.MAX_VALUE / 8;

	static TenureDays of(Bounds bounds) {
		return new TenureDays(day(bounds.startEarliest(), BEFORE_ALL), day(bounds.startLatest(), AFTER_ALL),
				day(bounds.endEarliest(), BEFORE_ALL), day(bounds.endLatest(), AFTER_ALL));
	}

	/**
	 * Whether anything shows that it happened at all.
	 */
	boolean happened() {
		return this.startLatest < AFTER_ALL || this.endEarliest > BEFORE_ALL;
	}

	/**
	 * Whether it reaches into a span of days, whichever days it began and ended on.
	 */
	boolean surelyReaches(long from, long to) {
		return this.startLatest <= to && this.endEarliest >= from;
	}

	/**
	 * Whether it reaches into a span of days for some of the days it may have begun and
	 * ended on.
	 */
	boolean mayReach(long from, long to) {
		return this.startEarliest <= to && this.endLatest >= from;
	}

	/**
	 * Whether no day lies between it and another tenure, whichever days they began and
	 * ended on.
	 */
	boolean surelyAdjoins(TenureDays other) {
		return this.startLatest <= other.endEarliest + 1 && other.startLatest <= this.endEarliest + 1;
	}

	/**
	 * Whether there may be no day between it and another tenure.
	 */
	boolean mayAdjoin(TenureDays other) {
		return this.startEarliest <= other.endLatest + 1 && other.startEarliest <= this.endLatest + 1;
	}

	/**
	 * From the first day of both to the last.
	 */
	TenureDays joinedWith(TenureDays other) {
		return new TenureDays(Math.min(this.startEarliest, other.startEarliest),
				Math.min(this.startLatest, other.startLatest), Math.max(this.endEarliest, other.endEarliest),
				Math.max(this.endLatest, other.endLatest));
	}

	TenureDays withStartEarliest(long day) {
		return new TenureDays(Math.max(this.startEarliest, day), this.startLatest, this.endEarliest, this.endLatest);
	}

	TenureDays withEndLatest(long day) {
		return new TenureDays(this.startEarliest, this.startLatest, this.endEarliest, Math.min(this.endLatest, day));
	}

	/**
	 * A number of days from one day to another, both counted and one at least; null where
	 * the first one is open.
	 */
	static @Nullable Integer count(long first, long last) {
		return (first == BEFORE_ALL) ? null : (int) Math.min(Math.max(last - first + 1, 1), Integer.MAX_VALUE);
	}

	private static long day(@Nullable LocalDate day, long open) {
		return (day != null) ? day.toEpochDay() : open;
	}

}
