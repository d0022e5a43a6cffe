package org.incumbent.analysis;

import java.time.LocalDate;

import org.incumbent.time.Bounds;
import org.incumbent.time.FuzzyDate;
import org.incumbent.time.Period;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;

/**
 * Two people's tenures at one body, so far as they may have run side by side.
 *
 * @param appointmentKey the first person's
 * @param withKey the other's
 * @param days from the first day of both to the last; {@code startLatest} after
 * {@code endEarliest} where no day is certain
 * @param ongoing whether both go on, as far as sources show
 */
record Overlap(String organisationKey, String appointmentKey, String withKey, TenureDays days, boolean ongoing) {

	/**
	 * The overlap of two tenures that are beside each other.
	 */
	static Overlap of(Service one, Service other) {
		return new Overlap(one.organisationKey(), one.appointmentKey(), other.appointmentKey(), one.common(other),
				one.state() == PeriodState.ONGOING && other.state() == PeriodState.ONGOING);
	}

	/**
	 * The part of it in a span of days; no part where {@link #mayBe()} is false.
	 */
	Overlap within(long from, long to) {
		TenureDays part = new TenureDays(Math.max(this.days.startEarliest(), from),
				Math.max(this.days.startLatest(), from), Math.min(this.days.endEarliest(), to),
				Math.min(this.days.endLatest(), to));
		return new Overlap(this.organisationKey, this.appointmentKey, this.withKey, part, this.ongoing);
	}

	/**
	 * Whether there can be a day of it.
	 */
	boolean mayBe() {
		return this.days.startEarliest() <= this.days.endLatest();
	}

	/**
	 * On how many days both were certainly there.
	 */
	public int certainDays() {
		return (int) Math.max(this.days.endEarliest() - this.days.startLatest() + 1, 0);
	}

	/**
	 * On how many days both may have been there, null where these have no first or no
	 * last one.
	 */
	public @Nullable Integer possibleDays() {
		boolean open = this.days.startEarliest() == TenureDays.BEFORE_ALL
				|| this.days.endLatest() == TenureDays.AFTER_ALL;
		return open ? null : (int) (this.days.endLatest() - this.days.startEarliest() + 1);
	}

	/**
	 * From the day on which the later of the two came to that on which the earlier left;
	 * without dates where no day is certain.
	 */
	public Period period() {
		if (certainDays() == 0) {
			return new Period(null, null, PeriodState.UNKNOWN,
					new Bounds(day(this.days.startEarliest()), null, null, day(this.days.endLatest())));
		}
		FuzzyDate end = (this.days.endLatest() < TenureDays.AFTER_ALL)
				? date(this.days.endEarliest(), this.days.endLatest()) : null;
		return new Period(date(this.days.startEarliest(), this.days.startLatest()), end, state(end),
				new Bounds(day(this.days.startEarliest()), day(this.days.startLatest()), day(this.days.endEarliest()),
						day(this.days.endLatest())));
	}

	private PeriodState state(@Nullable FuzzyDate end) {
		if (end != null) {
			return PeriodState.ENDED;
		}
		return this.ongoing ? PeriodState.ONGOING : PeriodState.UNKNOWN;
	}

	private static FuzzyDate date(long earliest, long latest) {
		if (earliest == latest) {
			return FuzzyDate.of(LocalDate.ofEpochDay(latest));
		}
		String first = (earliest != TenureDays.BEFORE_ALL) ? LocalDate.ofEpochDay(earliest).toString() : "";
		return FuzzyDate.parse("[%s..%s]".formatted(first, LocalDate.ofEpochDay(latest)));
	}

	private static @Nullable LocalDate day(long day) {
		return (day == TenureDays.BEFORE_ALL || day == TenureDays.AFTER_ALL) ? null : LocalDate.ofEpochDay(day);
	}

}
