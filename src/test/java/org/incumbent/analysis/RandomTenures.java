package org.incumbent.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

import org.incumbent.appointment.Appointment;
import org.incumbent.appointment.Capacity;
import org.incumbent.time.Bounds;
import org.incumbent.time.Period;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;

/**
 * Tenures over a few days, with bounds as vague as they come, and all pairs of a first
 * and a last day that they stand for. The days before and after the few stand for all
 * days there.
 */
final class RandomTenures {

	static final int DAYS = 8;

	/** Far from 0, where a mistake in signs would not show. */
	static final long DAY_0 = LocalDate.of(2013, 4, 28).toEpochDay();

	private static final List<Capacity> CAPACITIES = List.copyOf(EnumSet.allOf(Capacity.class));

	private static final List<PeriodState> STATES = List.copyOf(EnumSet.allOf(PeriodState.class));

	private RandomTenures() {
	}

	static Appointment tenure(String key, String person, boolean singleSeat, RandomGenerator random) {
		Capacity capacity = oneOf(CAPACITIES, random);
		return tenure(key, person, capacity, singleSeat, bounds(random), state(random));
	}

	static Appointment tenure(String key, String person, Capacity capacity, boolean singleSeat, Bounds bounds,
			PeriodState state) {
		return new Appointment(key, person, "role", "organisation", capacity, new Period(null, null, state, bounds),
				null, null, null, null, null, null, null, null, singleSeat, false);
	}

	/**
	 * Bounds that at least one pair of days fits.
	 */
	static Bounds bounds(RandomGenerator random) {
		Long start = random.nextInt(8) == 0 ? null : random.nextLong(DAYS);
		Long startLatest = (start == null || random.nextInt(8) == 0) ? null : random.nextLong(start, DAYS);
		Long end = random.nextInt(8) == 0 ? null : random.nextLong(DAYS);
		Long endLatest = (random.nextInt(4) == 0) ? null : random.nextLong((end != null) ? end : 0, DAYS);
		Bounds bounds = new Bounds(day(start), day(startLatest), day(end), day(endLatest));
		return bounds.isContradictory() ? bounds(random) : bounds;
	}

	/**
	 * All pairs of a first and a last day within bounds; of a tenure that nothing shows
	 * to have happened, those that it may have.
	 */
	static List<Days> pairs(Bounds bounds) {
		return pairs((first, last) -> isBetween(bounds.startEarliest(), first, bounds.startLatest())
				&& isBetween(bounds.endEarliest(), last, bounds.endLatest()));
	}

	static List<Days> pairs(TenureDays days) {
		return pairs((first, last) -> days.startEarliest() <= first && first <= days.startLatest()
				&& days.endEarliest() <= last && last <= days.endLatest());
	}

	private static List<Days> pairs(BiPredicate<Long, Long> allowed) {
		List<Days> pairs = new ArrayList<>();
		for (long first = DAY_0 - 1; first <= DAY_0 + DAYS; first++) {
			for (long last = first; last <= DAY_0 + DAYS; last++) {
				if (allowed.test(first, last)) {
					pairs.add(new Days(first, last));
				}
			}
		}
		return pairs;
	}

	private static boolean isBetween(@Nullable LocalDate earliest, long day, @Nullable LocalDate latest) {
		LocalDate date = LocalDate.ofEpochDay(day);
		return (earliest == null || !date.isBefore(earliest)) && (latest == null || !date.isAfter(latest));
	}

	static <T> T oneOf(List<T> items, RandomGenerator random) {
		return items.get(random.nextInt(items.size()));
	}

	private static PeriodState state(RandomGenerator random) {
		return oneOf(STATES, random);
	}

	private static @Nullable LocalDate day(@Nullable Long day) {
		return (day != null) ? LocalDate.ofEpochDay(DAY_0 + day) : null;
	}

	/**
	 * A first and a last day.
	 */
	record Days(long first, long last) {

		boolean reaches(long from, long to) {
			return this.first <= to && this.last >= from;
		}

		LongStream each() {
			return LongStream.rangeClosed(this.first, this.last);
		}

	}

}
