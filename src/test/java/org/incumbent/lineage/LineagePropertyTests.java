package org.incumbent.lineage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

import org.incumbent.time.FuzzyDate;
import org.incumbent.time.RandomCases;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares lineage with its definition: all ways over changes that lead from one body to
 * another, listed one by one, for which there are days in the order of the way.
 */
class LineagePropertyTests {

	private static final List<String> BODIES = List.of("a", "b", "c", "d", "e");

	private static final LocalDate DAY_0 = LocalDate.of(2013, 4, 28);

	private static final int DAYS = 6;

	@Test
	void bodiesDescendFromThoseThatAWayForwardInTimeLeadsFrom() {
		int[] met = new int[4];
		RandomCases.check((random) -> {
			List<Dated> steps = randomSteps(random);
			Map<String, Descent> descents = descents(steps);
			Map<String, List<List<Dated>>> ways = ways(steps);
			assertThat(descents.keySet()).as("%s", steps).isEqualTo(ways.keySet());
			descents.forEach((pair, descent) -> {
				List<List<Dated>> shortest = shortest(Objects.requireNonNull(ways.get(pair)));
				assertThat(descent.distance()).as("%s of %s", pair, steps).isEqualTo(shortest.get(0).size());
				String first = shortest.stream()
					.map((way) -> way.get(0).step())
					.map(Step::sort)
					.sorted()
					.toList()
					.get(0);
				assertThat(shortest).as("%s of %s", descent, steps)
					.anyMatch((way) -> way.get(0).step().sort().equals(first)
							&& way.get(0).step().change().equals(descent.first())
							&& way.get(way.size() - 1).step().change().equals(descent.last()));
				met[Math.min(3, descent.distance())]++;
			});
		});
		assertThat(met[1]).isGreaterThan(10_000);
		assertThat(met[2]).isGreaterThan(3_000);
		assertThat(met[3]).isGreaterThan(500);
	}

	@Test
	void aMoreExactDateNeverAddsADescentNorShortensOne() {
		RandomCases.check((random) -> {
			List<Dated> steps = randomSteps(random);
			List<Dated> narrower = new ArrayList<>(steps);
			int changed = random.nextInt(steps.size());
			narrower.set(changed, narrower.get(changed).narrower(random));
			Map<String, Descent> before = descents(steps);
			descents(narrower).forEach((pair, descent) -> assertThat(descent.distance()).as("%s of %s", pair, narrower)
				.isGreaterThanOrEqualTo(Objects.requireNonNull(before.get(pair), pair).distance()));
		});
	}

	private static Map<String, Descent> descents(List<Dated> steps) {
		Map<String, Descent> descents = new HashMap<>();
		for (Descent descent : Lineage.of(steps.stream().map(Dated::step).toList())) {
			assertThat(descents.put(descent.from() + descent.to(), descent)).as("twice: %s", descent).isNull();
		}
		return descents;
	}

	private static Map<String, List<List<Dated>>> ways(List<Dated> steps) {
		Map<String, List<List<Dated>>> ways = new HashMap<>();
		BODIES.forEach((body) -> goOn(List.of(), body, List.of(body), steps, ways));
		return ways;
	}

	private static void goOn(List<Dated> way, String body, List<String> been, List<Dated> steps,
			Map<String, List<List<Dated>>> ways) {
		for (Dated step : steps) {
			if (!step.step().from().equals(body) || been.contains(step.step().to())) {
				continue;
			}
			List<Dated> longer = with(way, step);
			if (hasDays(longer, 0, 0)) {
				ways.computeIfAbsent(been.get(0) + step.step().to(), (pair) -> new ArrayList<>()).add(longer);
				goOn(longer, step.step().to(), with(been, step.step().to()), steps, ways);
			}
		}
	}

	/**
	 * Whether a day can be chosen for each step from the given one on, none before the
	 * one chosen for the step before it.
	 */
	private static boolean hasDays(List<Dated> way, int index, int from) {
		if (index == way.size()) {
			return true;
		}
		for (int day = Math.max(from, way.get(index).from()); day <= way.get(index).to(); day++) {
			if (hasDays(way, index + 1, day)) {
				return true;
			}
		}
		return false;
	}

	private static List<List<Dated>> shortest(List<List<Dated>> ways) {
		int least = ways.stream().mapToInt(List::size).min().orElseThrow();
		return ways.stream().filter((way) -> way.size() == least).toList();
	}

	private static <T> List<T> with(List<T> list, T item) {
		List<T> longer = new ArrayList<>(list);
		longer.add(item);
		return longer;
	}

	private static List<Dated> randomSteps(RandomGenerator random) {
		List<Dated> steps = new ArrayList<>();
		int count = random.nextInt(1, 8);
		for (int i = 0; i < count; i++) {
			int from = random.nextInt(DAYS);
			steps.add(Dated.of("change-" + random.nextInt(4), BODIES.get(random.nextInt(BODIES.size())),
					BODIES.get(random.nextInt(BODIES.size())), from, random.nextInt(from, DAYS)));
		}
		return steps;
	}

	/**
	 * A step with the days on which it can have come: the first stands for all days
	 * before as well, the last for all after.
	 */
	private record Dated(Step step, int from, int to) {

		static Dated of(String change, String origin, String result, int from, int to) {
			String earliest = (from == 0) ? "" : day(from);
			String latest = (to == DAYS - 1) ? "" : day(to);
			FuzzyDate on = FuzzyDate.parse((earliest + latest).isEmpty() ? "[.." + day(0) + "," + day(1) + "..]"
					: "[" + earliest + ".." + latest + "]");
			return new Dated(new Step(change, origin, result, on), from, to);
		}

		Dated narrower(RandomGenerator random) {
			int first = random.nextInt(this.from, this.to + 1);
			return of(this.step.change(), this.step.from(), this.step.to(), first, random.nextInt(first, this.to + 1));
		}

		private static String day(int number) {
			return DAY_0.plusDays(number).toString();
		}

		@Override
		public String toString() {
			return "%s->%s by %s on %d..%d".formatted(this.step.from(), this.step.to(), this.step.change(), this.from,
					this.to);
		}

	}

}
