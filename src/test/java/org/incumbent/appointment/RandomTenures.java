package org.incumbent.appointment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.incumbent.time.Bounds;
import org.incumbent.time.Period;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;

/**
 * Makes up who really held a role when, and what sources know of it: bounds that never
 * rule out what was so.
 */
public final class RandomTenures {

	/** The days that tests ask about run from 0 to this. */
	public static final int LAST_DAY = 12;

	private static final LocalDate DAY_0 = LocalDate.of(2013, 4, 28);

	private static final Capacity[] CAPACITIES = { Capacity.SUBSTANTIVE, Capacity.INTERIM, Capacity.SUBSTANTIVE,
			Capacity.DESIGNATE };

	private RandomTenures() {
	}

	public static LocalDate day(int number) {
		return DAY_0.plusDays(number);
	}

	/**
	 * The tenures of one role; of a seat for one, each began on or after the last day of
	 * the one before it, those of people designate apart.
	 */
	public static List<Actual> of(RandomGenerator random, boolean singleSeat) {
		List<Actual> tenures = new ArrayList<>();
		int count = random.nextInt(5);
		int free = random.nextInt(4);
		for (int i = 0; i < count; i++) {
			Capacity capacity = CAPACITIES[random.nextInt(CAPACITIES.length)];
			int start = singleSeat ? free + random.nextInt(3) : random.nextInt(LAST_DAY);
			int end = start + random.nextInt(5);
			free = (capacity == Capacity.DESIGNATE) ? free : end;
			String person = "person-" + random.nextInt(3);
			tenures.add(new Actual("tenure-" + i, person, capacity, singleSeat, start, end,
					around(random, start, end, random.nextInt(4))));
		}
		return tenures;
	}

	/**
	 * Bounds that leave room for what was so.
	 * @param vagueness how many days they may be off at either side
	 */
	public static Bounds around(RandomGenerator random, int start, int end, int vagueness) {
		LocalDate startLatest = (random.nextInt(5) == 0) ? null : day(start + random.nextInt(vagueness + 1));
		LocalDate endEarliest = (random.nextInt(5) == 0) ? null : day(end - random.nextInt(vagueness + 1));
		return new Bounds((random.nextInt(5) == 0) ? null : day(start - random.nextInt(vagueness + 1)), startLatest,
				endEarliest, (random.nextInt(5) == 0) ? null : day(end + random.nextInt(vagueness + 1)));
	}

	/**
	 * Bounds at least as narrow as the given ones that still leave room for what was so.
	 */
	public static Bounds narrower(RandomGenerator random, Bounds bounds, int start, int end) {
		return new Bounds(between(random, bounds.startEarliest(), day(start)),
				between(random, bounds.startLatest(), day(start)), between(random, bounds.endEarliest(), day(end)),
				between(random, bounds.endLatest(), day(end)));
	}

	private static @Nullable LocalDate between(RandomGenerator random, @Nullable LocalDate bound, LocalDate was) {
		if (bound == null) {
			return random.nextBoolean() ? was : null;
		}
		long days = bound.toEpochDay() - was.toEpochDay();
		return was.plusDays((days < 0) ? -random.nextLong(1 - days) : random.nextLong(1 + days));
	}

	/**
	 * What really happened, from the first to the last day, and what is known of it.
	 */
	public record Actual(String key, String person, Capacity capacity, boolean singleSeat, int start, int end,
			Bounds bounds) {

		public boolean isInSeatOn(int day) {
			return this.capacity != Capacity.DESIGNATE && this.start <= day && day <= this.end;
		}

		public Actual knownAs(Bounds narrower) {
			return new Actual(this.key, this.person, this.capacity, this.singleSeat, this.start, this.end, narrower);
		}

		public Actual narrower(RandomGenerator random) {
			return knownAs(RandomTenures.narrower(random, this.bounds, this.start, this.end));
		}

		public Appointment appointment() {
			Period period = new Period(null, null, PeriodState.UNKNOWN, this.bounds);
			return new Appointment(this.key, this.person, "role", "body", this.capacity, period, null, null, null, null,
					null, null, null, null, this.singleSeat, false);
		}

		/**
		 * Who held the role on a day, as far as is known.
		 */
		public static List<Holding> holdings(List<Actual> tenures, int day) {
			return Holding.on(day(day), tenures.stream().map(Actual::appointment).toList(), Holding.HELD);
		}

	}

}
