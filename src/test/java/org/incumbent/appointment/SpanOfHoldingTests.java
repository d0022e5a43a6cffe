package org.incumbent.appointment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.incumbent.appointment.RandomTenures.Actual;
import org.incumbent.role.Role;
import org.incumbent.role.RoleKind;
import org.incumbent.time.Bounds;
import org.incumbent.time.Certainty;
import org.incumbent.time.Period;
import org.incumbent.time.PeriodState;
import org.incumbent.time.RandomCases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who held a role within a span is what the holders of each of its days and all days that
 * the dates can fall on say together.
 */
class SpanOfHoldingTests {

	private static final Role ROLE = new Role("role", "role", "Role", List.of(RoleKind.CHIEF_EXECUTIVE), "body", 1,
			Period.of(null, null, PeriodState.UNKNOWN), null, false);

	/** Further out than any bound of a case; stands for all days beyond. */
	private static final int FAR = 25;

	@Test
	void aSpanHasTheHoldersOfItsDays() {
		Map<String, Integer> met = new HashMap<>();
		RandomCases.check((random) -> {
			List<Actual> tenures = RandomTenures.of(random, random.nextBoolean());
			Span span = randomSpan(random);
			Map<String, HoldingExtent> extents = extents(tenures, span);
			for (String person : List.of("person-0", "person-1", "person-2")) {
				HoldingExtent expected = expected(tenures, person, span);
				assertThat(extents.get(person)).as("%s in %s of %s", person, span, tenures).isEqualTo(expected);
				met.merge(String.valueOf(expected), 1, Integer::sum);
			}
		});
		assertThat(met).hasSize(4).allSatisfy((extent, count) -> assertThat(count).isGreaterThan(500));
	}

	@Test
	void whatIsCertainWasSoAndWhatWasSoIsNeverRuledOut() {
		RandomCases.check((random) -> {
			List<Actual> tenures = RandomTenures.of(random, random.nextBoolean());
			Span span = randomSpan(random);
			Map<String, HoldingExtent> extents = extents(tenures, span);
			for (String person : List.of("person-0", "person-1", "person-2")) {
				List<Integer> days = span.days().filter((day) -> isInSeat(tenures, person, day)).boxed().toList();
				HoldingExtent extent = extents.get(person);
				boolean right = (extent == null) ? days.isEmpty() : switch (extent) {
					case THROUGHOUT -> days.size() == span.days().count();
					case PART -> !days.isEmpty();
					case POSSIBLE -> true;
				};
				assertThat(right).as("%s is %s in %s of %s", person, extent, span, tenures).isTrue();
			}
		});
	}

	@Test
	void moreExactDatesNeverTakeBackWhatWasCertainOrRuledOut() {
		RandomCases.check((random) -> {
			List<Actual> tenures = RandomTenures.of(random, random.nextBoolean());
			Span span = randomSpan(random);
			List<Actual> narrower = tenures.stream().map((tenure) -> tenure.narrower(random)).toList();
			Map<String, HoldingExtent> before = extents(tenures, span);
			Map<String, HoldingExtent> after = extents(narrower, span);
			assertThat(before.keySet()).as("%s in %s", narrower, span).containsAll(after.keySet());
			before.forEach((person, extent) -> {
				if (extent != HoldingExtent.POSSIBLE) {
					assertThat(after.get(person)).as("%s in %s of %s", person, span, narrower)
						.isNotNull()
						.isLessThanOrEqualTo(extent);
				}
			});
		});
	}

	@Test
	void twoTenuresOfOnePersonAreOneHoldIfNoDayIsMissing() {
		Actual interim = known("interim", Capacity.INTERIM, 0, 4);
		assertThat(extents(List.of(interim, known("full", Capacity.SUBSTANTIVE, 5, 9)), new Span(0, 9)))
			.containsExactly(Map.entry("person-0", HoldingExtent.THROUGHOUT));
		assertThat(extents(List.of(interim, known("full", Capacity.SUBSTANTIVE, 6, 9)), new Span(0, 9)))
			.containsExactly(Map.entry("person-0", HoldingExtent.PART));
	}

	@Test
	void anOpenSpanIsNeverHeldThroughout() {
		List<Appointment> tenures = List.of(known("full", Capacity.SUBSTANTIVE, 0, 9).appointment());
		assertThat(SpanOfHolding.of(null, RandomTenures.day(5)).holders(ROLE, tenures)).extracting(RoleHolder::extent)
			.containsExactly(HoldingExtent.PART);
		assertThat(SpanOfHolding.of(RandomTenures.day(5), null).holders(ROLE, tenures)).extracting(RoleHolder::extent)
			.containsExactly(HoldingExtent.PART);
		assertThat(SpanOfHolding.of(null, RandomTenures.day(-1)).holders(ROLE, tenures)).isEmpty();
	}

	@Test
	void onlyWhoHeldItThroughoutHeldItOnAnUnknownDayOfTheSpan() {
		assertThat(List.of(HoldingExtent.values())).extracting((extent) -> new RoleHolder(ROLE, extent, List.of()))
			.extracting(RoleHolder::certainty)
			.containsExactly(Certainty.CERTAIN, Certainty.POSSIBLE, Certainty.POSSIBLE);
	}

	private static Actual known(String key, Capacity capacity, int start, int end) {
		return new Actual(key, "person-0", capacity, true, start, end, new Bounds(RandomTenures.day(start),
				RandomTenures.day(start), RandomTenures.day(end), RandomTenures.day(end)));
	}

	private static Map<String, HoldingExtent> extents(List<Actual> tenures, Span span) {
		Map<String, HoldingExtent> extents = new HashMap<>();
		List<RoleHolder> holders = new SpanOfHolding(RandomTenures.day(span.first()), RandomTenures.day(span.last()))
			.holders(ROLE, tenures.stream().map(Actual::appointment).toList());
		assertThat(holders).extracting(RoleHolder::extent).isSorted();
		holders.forEach((holder) -> assertThat(extents.put(holder.appointments().get(0).personKey(), holder.extent()))
			.as("twice: %s", holder)
			.isNull());
		return extents;
	}

	/**
	 * Day by day, and over every first and last day that a tenure can have.
	 */
	private static @Nullable HoldingExtent expected(List<Actual> tenures, String person, Span span) {
		if (span.days().allMatch((day) -> holds(tenures, person, day, Certainty.CERTAIN))) {
			return HoldingExtent.THROUGHOUT;
		}
		if (tenures.stream().anyMatch((tenure) -> isOf(tenure, person) && alwaysMeets(tenure.bounds(), span))) {
			return HoldingExtent.PART;
		}
		boolean possible = span.days().anyMatch((day) -> holds(tenures, person, day, Certainty.POSSIBLE));
		return possible ? HoldingExtent.POSSIBLE : null;
	}

	private static boolean holds(List<Actual> tenures, String person, int day, Certainty certainty) {
		return Actual.holdings(tenures, day)
			.stream()
			.filter((holding) -> holding.isInSeat() && holding.appointment().personKey().equals(person))
			.anyMatch((holding) -> holding.certainty() == certainty);
	}

	private static boolean isOf(Actual tenure, String person) {
		return tenure.person().equals(person) && tenure.capacity() != Capacity.DESIGNATE;
	}

	private static boolean alwaysMeets(Bounds bounds, Span span) {
		if (bounds.startLatest() == null && bounds.endEarliest() == null) {
			return false;
		}
		for (int start = number(bounds.startEarliest(), -FAR); start <= number(bounds.startLatest(), FAR); start++) {
			int least = Math.max(start, number(bounds.endEarliest(), -FAR));
			for (int end = least; end <= number(bounds.endLatest(), FAR); end++) {
				if (start > span.last() || end < span.first()) {
					return false;
				}
			}
		}
		return true;
	}

	private static int number(@Nullable LocalDate day, int unbounded) {
		return (day != null) ? (int) (day.toEpochDay() - RandomTenures.day(0).toEpochDay()) : unbounded;
	}

	private static boolean isInSeat(List<Actual> tenures, String person, int day) {
		return tenures.stream().anyMatch((tenure) -> tenure.person().equals(person) && tenure.isInSeatOn(day));
	}

	private static Span randomSpan(RandomGenerator random) {
		int first = random.nextInt(RandomTenures.LAST_DAY);
		return new Span(first, random.nextInt(first, Math.min(first + 6, RandomTenures.LAST_DAY + 1)));
	}

	private record Span(int first, int last) {

		IntStream days() {
			return IntStream.rangeClosed(this.first, this.last);
		}

	}

}
