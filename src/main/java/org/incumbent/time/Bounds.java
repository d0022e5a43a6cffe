package org.incumbent.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * Between which days something began and between which it ended, its last day included.
 * <p>
 * Where the latest start and the earliest end are both null, nothing shows that it
 * happened. Where one is known it did happen, so that it began no later than it ended:
 * its start is then capped by its latest end and its end lifted to its earliest start.
 *
 * @param startEarliest the first day that can be its first, null if unbounded
 * @param startLatest the last day that can be its first, null if nothing shows that it
 * had begun by then
 * @param endEarliest the first day that can be its last, null if nothing shows that it
 * still went on
 * @param endLatest the last day that can be its last, null if unbounded
 */
public record Bounds(@Nullable LocalDate startEarliest, @Nullable LocalDate startLatest,
		@Nullable LocalDate endEarliest, @Nullable LocalDate endLatest) {

	public Bounds {
		if (startLatest != null || endEarliest != null) {
			startLatest = earlier(startLatest, endLatest);
			endEarliest = later(endEarliest, startEarliest);
		}
	}

	/**
	 * Returns what a start, an end and a state say by themselves.
	 * <p>
	 * What is only planned, and the end of what is still going on, bound from outside: it
	 * does not begin before its announced start nor end after its announced end, but
	 * neither is shown to have come.
	 */
	public static Bounds of(@Nullable FuzzyDate start, @Nullable FuzzyDate end, PeriodState state) {
		LocalDate startEarliest = (start != null) ? start.earliest() : null;
		LocalDate startLatest = (start != null) ? start.latest() : null;
		LocalDate endEarliest = (end != null) ? end.earliest() : null;
		LocalDate endLatest = (end != null) ? end.latest() : null;
		return switch (state) {
			case PLANNED -> new Bounds(startEarliest, null, null, endLatest);
			case ONGOING -> happened(startEarliest, startLatest, null, endLatest);
			case ENDED, ENDED_DATE_UNKNOWN, UNKNOWN -> happened(startEarliest, startLatest, endEarliest, endLatest);
		};
	}

	private static Bounds happened(@Nullable LocalDate startEarliest, @Nullable LocalDate startLatest,
			@Nullable LocalDate endEarliest, @Nullable LocalDate endLatest) {
		return new Bounds(startEarliest, earlier(startLatest, endLatest), later(endEarliest, startEarliest), endLatest);
	}

	/**
	 * Adds that a source shows it going on.
	 * @param day one day somewhere within
	 */
	public Bounds shownOn(FuzzyDate day) {
		return happened(this.startEarliest, earlier(this.startLatest, day.latest()),
				later(this.endEarliest, day.earliest()), this.endLatest);
	}

	/**
	 * Adds that a source shows it over ("former", "having been").
	 * @param day one day somewhere within, on or before which it ended
	 */
	public Bounds overBy(FuzzyDate day) {
		return happened(this.startEarliest, this.startLatest, this.endEarliest, earlier(this.endLatest, day.latest()));
	}

	/**
	 * Adds that a source shows it not yet begun.
	 * @param day one day somewhere within, on or after which it began if at all
	 */
	public Bounds notYetOn(FuzzyDate day) {
		return new Bounds(later(this.startEarliest, day.earliest()), this.startLatest, this.endEarliest,
				this.endLatest);
	}

	/**
	 * Adds that it can only have gone on while something else did, as a tenure within the
	 * life of its role and organisation.
	 */
	public Bounds within(Bounds outer) {
		return new Bounds(later(this.startEarliest, outer.startEarliest), this.startLatest, this.endEarliest,
				earlier(this.endLatest, outer.endLatest));
	}

	/**
	 * Adds that it began on or after the last day of something that happened before it,
	 * as in a career ("before that").
	 */
	public Bounds after(Bounds earlier) {
		LocalDate over = later(earlier.endEarliest, earlier.startEarliest);
		return new Bounds(later(this.startEarliest, over), this.startLatest, this.endEarliest, this.endLatest);
	}

	/**
	 * Adds that it happened, and was over on or before the first day of something after
	 * it, as in a career ("before that").
	 */
	public Bounds before(Bounds later) {
		return happened(this.startEarliest, this.startLatest, this.endEarliest,
				earlier(this.endLatest, later.startLatest));
	}

	/**
	 * Returns whether this came first if the two did not overlap, as tenures of a seat
	 * for one do not, because the other cannot have.
	 */
	public boolean precedes(Bounds other) {
		return mayPrecede(this, other) && !mayPrecede(other, this);
	}

	private static boolean mayPrecede(Bounds first, Bounds second) {
		return !isAfter(first.endEarliest, second.startLatest) && !isAfter(first.startEarliest, second.endLatest);
	}

	/**
	 * Returns whether no start and end fit, so that something it was told must be wrong.
	 */
	public boolean isContradictory() {
		return isAfter(this.startEarliest, this.startLatest) || isAfter(this.endEarliest, this.endLatest)
				|| isAfter(this.startEarliest, this.endLatest);
	}

	/**
	 * Returns how sure it is that it went on during a day. Contradictory bounds have no
	 * answer worth having.
	 */
	public Certainty covers(LocalDate day) {
		if (isAfter(this.startEarliest, day) || isAfter(day, this.endLatest)) {
			return Certainty.NO;
		}
		if (this.startLatest == null || this.endEarliest == null) {
			return Certainty.POSSIBLE;
		}
		boolean surelyBegun = !day.isBefore(this.startLatest);
		boolean surelyNotOver = !day.isAfter(this.endEarliest);
		return (surelyBegun && surelyNotOver) ? Certainty.CERTAIN : Certainty.POSSIBLE;
	}

	/**
	 * Returns how many days it lasted, first and last day included: at least 0 where
	 * nothing shows that it happened, without a most where its start or end is open. From
	 * contradictory bounds nothing is concluded.
	 */
	public DayRange days() {
		return isContradictory() ? new DayRange(0, null) : new DayRange(leastDays(), mostDays());
	}

	private int leastDays() {
		if (this.startLatest == null && this.endEarliest == null) {
			return 0;
		}
		if (this.startLatest == null || this.endEarliest == null || this.startLatest.isAfter(this.endEarliest)) {
			return 1;
		}
		long days = ChronoUnit.DAYS.between(this.startLatest, this.endEarliest) + 1;
		return (int) Math.min(days, Integer.MAX_VALUE);
	}

	private @Nullable Integer mostDays() {
		if (this.startEarliest == null || this.endLatest == null) {
			return null;
		}
		long days = ChronoUnit.DAYS.between(this.startEarliest, this.endLatest) + 1;
		return (days <= Integer.MAX_VALUE) ? (int) days : null;
	}

	private static boolean isAfter(@Nullable LocalDate one, @Nullable LocalDate two) {
		return one != null && two != null && one.isAfter(two);
	}

	private static @Nullable LocalDate earlier(@Nullable LocalDate day, @Nullable LocalDate other) {
		return (day == null || isAfter(day, other)) ? other : day;
	}

	private static @Nullable LocalDate later(@Nullable LocalDate day, @Nullable LocalDate other) {
		return (day == null || isAfter(other, day)) ? other : day;
	}

}
