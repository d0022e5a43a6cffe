package org.incumbent.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.incumbent.paging.DateRange;
import org.incumbent.time.Certainty;
import org.incumbent.time.RandomCases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the answer with its definition: every day that something may have happened on,
 * looked at one by one. The days -1 and {@code DAYS} stand for all days before and after.
 */
class PossibleDaysTests {

	private static final LocalDate DAY_0 = LocalDate.of(2019, 2, 26);

	private static final int DAYS = 8;

	@Test
	void whatHappenedWithinASpanIsCertainIfOnEveryDayAndPossibleIfOnSome() {
		RandomCases.check((random) -> {
			PossibleDays days = randomDays(random, DateBasis.DATED);
			DateRange span = randomSpan(random);
			assertThat(days.within(span)).as("%s within %s", days, span).isEqualTo(definition(days, span));
		});
	}

	@Test
	void whatIsAnnouncedIsPossibleAtBest() {
		RandomCases.check((random) -> {
			PossibleDays days = randomDays(random, DateBasis.ANNOUNCED);
			DateRange span = randomSpan(random);
			Certainty happened = definition(days, span);
			assertThat(days.within(span)).as("%s within %s", days, span)
				.isEqualTo((happened == Certainty.NO) ? Certainty.NO : Certainty.POSSIBLE);
		});
	}

	@Test
	void whatHasNoDateIsInNoSpanUnlessItIsBoundedOnBothSides() {
		RandomCases.check((random) -> {
			PossibleDays days = randomDays(random, DateBasis.BOUNDED);
			DateRange span = randomSpan(random);
			boolean open = days.earliest() == null || days.latest() == null;
			assertThat(days.within(span)).as("%s within %s", days, span)
				.isEqualTo(open ? Certainty.NO : definition(days, span));
		});
	}

	@Test
	void knowingADateMoreExactlyNeverTurnsCertainIntoAnythingElseNorNoIntoAnythingElse() {
		RandomCases.check((random) -> {
			PossibleDays days = randomDays(random, DateBasis.DATED);
			List<Integer> possible = possible(days);
			int from = possible.get(random.nextInt(possible.size()));
			int to = random.nextInt(from, possible.get(possible.size() - 1) + 1);
			PossibleDays narrower = new PossibleDays((from < 0) ? null : day(from), (to == DAYS) ? null : day(to),
					DateBasis.DATED);
			DateRange span = randomSpan(random);
			Certainty before = days.within(span);
			assertThat(narrower.within(span)).as("%s, then %s, within %s", days, narrower, span)
				.isIn((before == Certainty.POSSIBLE) ? List.of(Certainty.values()) : List.of(before));
		});
	}

	@Test
	void anEntryIsPlacedByItsFirstDayOrElseByItsLast() {
		LocalDate first = DAY_0;
		LocalDate last = DAY_0.plusDays(3);
		assertThat(new PossibleDays(first, last, DateBasis.DATED).placedOn()).isEqualTo(first);
		assertThat(new PossibleDays(null, last, DateBasis.DATED).placedOn()).isEqualTo(last);
		assertThat(new PossibleDays(first, null, DateBasis.DATED).placedOn()).isEqualTo(first);
		assertThat(new PossibleDays(null, null, DateBasis.DATED).placedOn()).isNull();
	}

	private static Certainty definition(PossibleDays days, DateRange span) {
		List<Integer> possible = possible(days);
		long inside = possible.stream().filter((day) -> isIn(day, span)).count();
		if (inside == 0) {
			return Certainty.NO;
		}
		return (inside == possible.size()) ? Certainty.CERTAIN : Certainty.POSSIBLE;
	}

	private static boolean isIn(int day, DateRange span) {
		return (span.from() == null || !day(day).isBefore(span.from()))
				&& (span.to() == null || !day(day).isAfter(span.to()));
	}

	private static List<Integer> possible(PossibleDays days) {
		List<Integer> possible = new ArrayList<>();
		for (int day = -1; day <= DAYS; day++) {
			boolean early = days.earliest() != null && day(day).isBefore(days.earliest());
			boolean late = days.latest() != null && day(day).isAfter(days.latest());
			if (!early && !late) {
				possible.add(day);
			}
		}
		return possible;
	}

	private static PossibleDays randomDays(RandomGenerator random, DateBasis basis) {
		int from = random.nextInt(DAYS);
		return new PossibleDays(maybe(day(from), random), maybe(day(random.nextInt(from, DAYS)), random), basis);
	}

	private static DateRange randomSpan(RandomGenerator random) {
		int from = random.nextInt(DAYS);
		return new DateRange(maybe(day(from), random), maybe(day(random.nextInt(from, DAYS)), random));
	}

	private static @Nullable LocalDate maybe(LocalDate day, RandomGenerator random) {
		return (random.nextInt(4) == 0) ? null : day;
	}

	private static LocalDate day(int number) {
		return DAY_0.plusDays(number);
	}

}
