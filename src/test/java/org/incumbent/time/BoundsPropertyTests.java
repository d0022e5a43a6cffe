package org.incumbent.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares bounds with the definition of what they stand for: all pairs of a first and a
 * last day that a handful of facts allow, listed one by one over a few days. The days -1
 * and {@code DAYS} stand for all days before and after.
 */
class BoundsPropertyTests {

	private static final LocalDate DAY_0 = LocalDate.of(2013, 4, 28);

	private static final int DAYS = 8;

	private static final List<PeriodState> STATES = List.copyOf(EnumSet.allOf(PeriodState.class));

	private static final List<Tenure> ALL_TENURES = allTenures();

	@Test
	void boundsAnswerAsThePairsTheyStandForDo() {
		RandomCases.check((random) -> {
			World world = randomWorld(random);
			for (Fact fact : randomFacts(random)) {
				world = world.with(fact);
			}
			assertAnswersAsDefined(world);
		});
	}

	@Test
	void anotherFactNeverWidens() {
		RandomCases.check((random) -> {
			Bounds before = randomWorld(random).bounds();
			for (Fact fact : randomFacts(random)) {
				Bounds after = fact.adding().apply(before);
				assertNoWider(before, after, fact.name());
				before = after;
			}
		});
	}

	@Test
	void factsMayComeInAnyOrderAndTwice() {
		RandomCases.check((random) -> {
			Bounds bounds = randomWorld(random).bounds();
			List<Fact> facts = new ArrayList<>(List.of(shown(boundedDate(random)), over(boundedDate(random)),
					notYet(boundedDate(random)), within(randomWorld(random))));
			Bounds once = withAll(bounds, facts);
			Collections.shuffle(facts, new Random(random.nextLong()));
			assertThat(withAll(bounds, facts)).as("%s with %s", bounds, facts).isEqualTo(once);
			assertThat(withAll(once, facts)).as("%s with %s twice", bounds, facts).isEqualTo(once);
		});
	}

	private static Bounds withAll(Bounds bounds, List<Fact> facts) {
		Bounds result = bounds;
		for (Fact fact : facts) {
			result = fact.adding().apply(result);
		}
		return result;
	}

	private static void assertAnswersAsDefined(World world) {
		Bounds bounds = world.bounds();
		boolean shown = bounds.startLatest() != null || bounds.endEarliest() != null;
		assertThat(shown && world.onlyPlanned()).as("a plan is not shown to have happened: %s", world).isFalse();
		assertThat(bounds.isContradictory()).as("%s", world).isEqualTo(world.tenures().isEmpty());
		if (world.tenures().isEmpty()) {
			return;
		}
		for (int day = 0; day < DAYS; day++) {
			assertThat(bounds.covers(day(day))).as("day %s of %s", day, world)
				.isEqualTo(certainty(world.tenures(), day, shown));
		}
		int least = world.tenures().stream().mapToInt(Tenure::days).min().orElseThrow();
		int most = world.tenures().stream().mapToInt(Tenure::days).max().orElseThrow();
		boolean open = world.tenures().stream().anyMatch((tenure) -> tenure.start() < 0 || tenure.end() == DAYS);
		assertThat(bounds.days()).as("%s", world).isEqualTo(new DayRange(shown ? least : 0, open ? null : most));
	}

	private static Certainty certainty(List<Tenure> tenures, int day, boolean shown) {
		if (tenures.stream().noneMatch((tenure) -> tenure.covers(day))) {
			return Certainty.NO;
		}
		boolean always = shown && tenures.stream().allMatch((tenure) -> tenure.covers(day));
		return always ? Certainty.CERTAIN : Certainty.POSSIBLE;
	}

	private static void assertNoWider(Bounds before, Bounds after, String fact) {
		assertThat(isNoEarlier(after.startEarliest(), before.startEarliest())).as(fact).isTrue();
		assertThat(isNoEarlier(after.endEarliest(), before.endEarliest())).as(fact).isTrue();
		assertThat(isNoLater(after.startLatest(), before.startLatest())).as(fact).isTrue();
		assertThat(isNoLater(after.endLatest(), before.endLatest())).as(fact).isTrue();
	}

	private static boolean isNoEarlier(@Nullable LocalDate after, @Nullable LocalDate before) {
		return before == null || (after != null && !after.isBefore(before));
	}

	private static boolean isNoLater(@Nullable LocalDate after, @Nullable LocalDate before) {
		return before == null || (after != null && !after.isAfter(before));
	}

	private static World randomWorld(RandomGenerator random) {
		PeriodState state = STATES.get(random.nextInt(STATES.size()));
		When start = random.nextInt(3) == 0 ? null : anyDate(random);
		When end = random.nextInt(3) == 0 ? null : anyDate(random);
		Bounds bounds = Bounds.of((start != null) ? start.date() : null, (end != null) ? end.date() : null, state);
		boolean planned = state == PeriodState.PLANNED;
		boolean endAnnounced = planned || state == PeriodState.ONGOING;
		List<Tenure> tenures = new ArrayList<>(ALL_TENURES);
		if (start != null) {
			tenures.removeIf((tenure) -> tenure.start() < start.from() || (!planned && tenure.start() > start.to()));
		}
		if (end != null) {
			tenures.removeIf((tenure) -> tenure.end() > end.to() || (!endAnnounced && tenure.end() < end.from()));
		}
		return new World("%s from %s to %s".formatted(state, start, end), bounds, tenures, planned);
	}

	private static List<Tenure> allTenures() {
		List<Tenure> tenures = new ArrayList<>();
		for (int start = -1; start <= DAYS; start++) {
			for (int end = start; end <= DAYS; end++) {
				tenures.add(new Tenure(start, end));
			}
		}
		return List.copyOf(tenures);
	}

	private static List<Fact> randomFacts(RandomGenerator random) {
		List<Fact> facts = new ArrayList<>();
		int count = random.nextInt(4);
		for (int i = 0; i < count; i++) {
			facts.add(randomFact(random));
		}
		return facts;
	}

	private static Fact randomFact(RandomGenerator random) {
		return switch (random.nextInt(6)) {
			case 0 -> shown(anyDate(random));
			case 1 -> over(anyDate(random));
			case 2 -> notYet(anyDate(random));
			case 3 -> within(possibleWorld(random));
			case 4 -> after(possibleWorld(random));
			default -> before(possibleWorld(random));
		};
	}

	private static World possibleWorld(RandomGenerator random) {
		World world = randomWorld(random);
		return world.tenures().isEmpty() ? possibleWorld(random) : world;
	}

	private static Fact shown(When when) {
		return new Fact("shown on " + when, (bounds) -> bounds.shownOn(when.date()),
				(tenure) -> when.hasDay(tenure::covers), true);
	}

	private static Fact over(When when) {
		return new Fact("over by " + when, (bounds) -> bounds.overBy(when.date()),
				(tenure) -> when.hasDay((day) -> tenure.end() <= day), true);
	}

	private static Fact notYet(When when) {
		return new Fact("not yet on " + when, (bounds) -> bounds.notYetOn(when.date()),
				(tenure) -> when.hasDay((day) -> tenure.start() >= day), false);
	}

	private static Fact within(World outer) {
		return new Fact("within " + outer.name(), (bounds) -> bounds.within(outer.bounds()),
				(tenure) -> outer.tenures()
					.stream()
					.anyMatch((other) -> other.start() <= tenure.start() && tenure.end() <= other.end()),
				false);
	}

	private static Fact after(World earlier) {
		return new Fact("after " + earlier.name(), (bounds) -> bounds.after(earlier.bounds()),
				(tenure) -> earlier.tenures().stream().anyMatch((other) -> other.end() <= tenure.start()), false);
	}

	private static Fact before(World later) {
		return new Fact("before " + later.name(), (bounds) -> bounds.before(later.bounds()),
				(tenure) -> later.onlyPlanned()
						|| later.tenures().stream().anyMatch((other) -> tenure.end() <= other.start()),
				true);
	}

	private static When anyDate(RandomGenerator random) {
		When bounded = boundedDate(random);
		return switch (random.nextInt(8)) {
			case 0 -> new When("[.." + day(bounded.to()) + "]", -1, bounded.to());
			case 1 -> new When("[" + day(bounded.from()) + "..]", bounded.from(), DAYS);
			default -> bounded;
		};
	}

	private static When boundedDate(RandomGenerator random) {
		int from = random.nextInt(DAYS);
		int to = random.nextInt(from, DAYS);
		return new When("[" + day(from) + ".." + day(to) + "]", from, to);
	}

	private static LocalDate day(int number) {
		return DAY_0.plusDays(number);
	}

	private record Tenure(int start, int end) {

		boolean covers(int day) {
			return this.start <= day && day <= this.end;
		}

		int days() {
			return this.end - this.start + 1;
		}

	}

	private record When(String edtf, int from, int to) {

		FuzzyDate date() {
			return FuzzyDate.parse(this.edtf);
		}

		boolean hasDay(IntPredicate asked) {
			for (int day = this.from; day <= this.to; day++) {
				if (asked.test(day)) {
					return true;
				}
			}
			return false;
		}

	}

	private record Fact(String name, UnaryOperator<Bounds> adding, Predicate<Tenure> allows, boolean showsIt) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	private record World(String name, Bounds bounds, List<Tenure> tenures, boolean onlyPlanned) {

		World with(Fact fact) {
			return new World(this.name + ", " + fact.name(), fact.adding().apply(this.bounds),
					this.tenures.stream().filter(fact.allows()).toList(), this.onlyPlanned && !fact.showsIt());
		}

		@Override
		public String toString() {
			return this.name + ": " + this.bounds;
		}

	}

}
