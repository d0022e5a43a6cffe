package org.incumbent.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

import org.incumbent.analysis.RandomTenures.Days;
import org.incumbent.appointment.Appointment;
import org.incumbent.appointment.Succession;
import org.incumbent.lineage.Calendar;
import org.incumbent.paging.DateRange;
import org.incumbent.time.Bounds;
import org.incumbent.time.Certainty;
import org.incumbent.time.FuzzyDate;
import org.incumbent.time.RandomCases;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares counts of holders with what they stand for: every choice of days within the
 * bounds of the dates on which no tenure covers a day that another's certain hold on the
 * only seat denies it.
 */
class TurnoverPropertyTests {

	private static final int CHOICES = 10;

	@Test
	void whatASeatTellsLeavesOutNoDaysThatItAllows() {
		RandomCases.check((random) -> {
			List<Appointment> tenures = randomTenures(random);
			List<TenureDays> settled = Seats.settle(tenures);
			for (int i = 0; i < tenures.size(); i++) {
				Appointment tenure = tenures.get(i);
				TenureDays days = settled.get(i);
				assertThat(RandomTenures.pairs(days)).as("%s in %s among %s", tenure.period().bounds(), days, tenures)
					.containsAll(allowed(tenure, tenures));
			}
		});
	}

	@Test
	void holdersAreWithinTheirBoundsWhateverTheDays() {
		RandomCases.check((random) -> {
			List<Appointment> tenures = randomTenures(random);
			TurnoverMethod method = new TurnoverMethod(random.nextBoolean(), false, Calendar.LEGAL,
					random.nextBoolean(), random.nextBoolean());
			Days span = randomSpan(random);
			Tally tally = tally(tenures, span, method);
			for (int i = 0; i < CHOICES; i++) {
				int holders = holders(choice(tenures, span, random), span, method);
				assertThat(holders).as("%s of %s within %s", method, tenures, span)
					.isBetween(tally.certain(), tally.possible());
			}
		});
	}

	/**
	 * The post at an earlier body counts up to a change that is known roughly.
	 */
	@Test
	void holdersAlongALineAreWithinTheirBoundsWhateverTheDayOfTheChange() {
		int[] met = new int[2];
		RandomCases.check((random) -> {
			List<Appointment> own = randomTenures(random);
			List<Appointment> earlier = randomTenures(random);
			TurnoverMethod method = new TurnoverMethod(random.nextBoolean(), true, Calendar.LEGAL, random.nextBoolean(),
					random.nextBoolean());
			Days span = randomSpan(random);
			Days change = randomSpan(random);
			Days sure = new Days(span.first(), Math.min(span.last(), change.first()));
			TurnoverQuestion question = new TurnoverQuestion(new DateRange(day(span.first()), day(span.last())),
					method);
			List<TenureDays> days = List.copyOf(
					question
						.rolesWithDays(List.of("own"),
								List.of(new LineRole("earlier",
										FuzzyDate
											.parse("[%s..%s]".formatted(day(change.first()), day(change.last()))))))
						.values());
			Tally tally = question.history(days, List.of(own, earlier)).tally();
			for (int i = 0; i < CHOICES; i++) {
				long left = random.nextLong(change.first(), change.last() + 1);
				Map<Appointment, Days> held = choice(own, span, random);
				held.values().removeIf((chosen) -> !chosen.reaches(span.first(), span.last()));
				choice(earlier, sure, random).forEach((tenure, chosen) -> {
					if (chosen.reaches(span.first(), Math.min(span.last(), left)) && span.first() <= left) {
						held.put(tenure, chosen);
					}
				});
				int holders = holders(held, span, method);
				assertThat(holders).as("%s of %s, up to %s after %s, within %s", method, own, change, earlier, span)
					.isBetween(tally.certain(), tally.possible());
				met[(holders == 0) ? 0 : 1]++;
			}
		});
		assertThat(met[0]).isGreaterThan(1_000);
		assertThat(met[1]).isGreaterThan(1_000);
	}

	@Test
	void withoutASeatToShareTheBoundsAreAsNarrowAsTheDatesAllow() {
		RandomCases.check((random) -> {
			List<Appointment> tenures = randomTenures(random, false);
			TurnoverMethod method = new TurnoverMethod(random.nextBoolean(), false, Calendar.LEGAL, false, false);
			Days span = randomSpan(random);
			Set<String> certain = new HashSet<>();
			Set<String> possible = new HashSet<>();
			tenures.stream().filter(method::counts).forEach((tenure) -> {
				Bounds bounds = tenure.period().bounds();
				List<Days> pairs = RandomTenures.pairs(bounds);
				if (pairs.stream().anyMatch((pair) -> pair.reaches(span.first(), span.last()))) {
					possible.add(tenure.personKey());
				}
				if (TenureDays.of(bounds).happened()
						&& pairs.stream().allMatch((pair) -> pair.reaches(span.first(), span.last()))) {
					certain.add(tenure.personKey());
				}
			});
			assertThat(tally(tenures, span, method)).as("%s within %s", tenures, span)
				.isEqualTo(new Tally(certain.size(), possible.size()));
		});
	}

	@Test
	void whoeverIsCertainOnADayIsCountedAndWhoeverIsCountedMayHoldItOnADay() {
		RandomCases.check((random) -> {
			List<Appointment> tenures = randomTenures(random);
			Days span = randomSpan(random);
			Succession succession = new Succession(tenures);
			List<Held> held = Held.within(new TenureDays(span.first(), span.first(), span.last(), span.last()),
					tenures);
			for (Appointment tenure : tenures) {
				Certainty counted = held.stream()
					.filter((each) -> each.appointment().equals(tenure))
					.map(Held::within)
					.findFirst()
					.orElse(Certainty.NO);
				List<Certainty> days = span.each()
					.mapToObj((day) -> succession.certainty(tenure, LocalDate.ofEpochDay(day)))
					.toList();
				if (days.contains(Certainty.CERTAIN) && Seats.isSeated(tenure)) {
					assertThat(counted).as("%s within %s", tenure, span).isEqualTo(Certainty.CERTAIN);
				}
				if (counted == Certainty.POSSIBLE) {
					assertThat(days).as("%s within %s", tenure, span).contains(Certainty.POSSIBLE);
				}
			}
		});
	}

	private static Tally tally(List<Appointment> tenures, Days span, TurnoverMethod method) {
		List<Held> held = Held.within(new TenureDays(span.first(), span.first(), span.last(), span.last()), tenures);
		return PostHistory.of(held, method, span.first(), span.last()).tally();
	}

	/**
	 * The holders that are counted where the tenures fell on certain days: each person
	 * once, with one more for each further run of days and for each further appointment
	 * in a run, as the method has it.
	 */
	private static int holders(Map<Appointment, Days> choice, Days span, TurnoverMethod method) {
		Map<String, List<Days>> people = new HashMap<>();
		choice.forEach((tenure, days) -> {
			if (method.counts(tenure) && days.reaches(span.first(), span.last())) {
				people.computeIfAbsent(tenure.personKey(), (person) -> new ArrayList<>()).add(days);
			}
		});
		int holders = 0;
		for (List<Days> terms : people.values()) {
			int runs = runs(terms);
			holders += 1 + (method.countReturns() ? runs - 1 : 0) + (method.countHandOvers() ? terms.size() - runs : 0);
		}
		return holders;
	}

	private static int runs(List<Days> terms) {
		Set<Long> covered = new TreeSet<>();
		terms.forEach((term) -> term.each().forEach(covered::add));
		return (int) covered.stream().filter((day) -> !covered.contains(day - 1)).count();
	}

	/**
	 * One day for each start and end; none where the tenure need not have been. One to
	 * which the others leave no days at all is there only if it is certain.
	 */
	private static Map<Appointment, Days> choice(List<Appointment> tenures, Days span, RandomGenerator random) {
		Map<Appointment, Days> choice = new HashMap<>();
		for (Appointment tenure : tenures) {
			List<Days> pairs = allowed(tenure, tenures);
			boolean happened = TenureDays.of(tenure.period().bounds()).happened();
			if (!pairs.isEmpty() && (happened || random.nextBoolean())) {
				choice.put(tenure, RandomTenures.oneOf(pairs, random));
			}
			else if (pairs.isEmpty() && span.first() <= span.last()
					&& TenureDays.of(tenure.period().bounds()).surelyReaches(span.first(), span.last())) {
				choice.put(tenure, RandomTenures.oneOf(RandomTenures.pairs(tenure.period().bounds()), random));
			}
		}
		return choice;
	}

	private static List<Days> allowed(Appointment tenure, List<Appointment> tenures) {
		Succession succession = new Succession(tenures);
		return RandomTenures.pairs(tenure.period().bounds())
			.stream()
			.filter((pair) -> pair.each()
				.noneMatch((day) -> succession.certainty(tenure, LocalDate.ofEpochDay(day)) == Certainty.NO))
			.toList();
	}

	private static List<Appointment> randomTenures(RandomGenerator random) {
		return randomTenures(random, random.nextBoolean());
	}

	private static List<Appointment> randomTenures(RandomGenerator random, boolean singleSeat) {
		List<Appointment> tenures = new ArrayList<>();
		int count = random.nextInt(1, 6);
		for (int i = 0; i < count; i++) {
			tenures.add(RandomTenures.tenure("tenure-" + i, "person-" + random.nextInt(3), singleSeat, random));
		}
		return tenures;
	}

	private static LocalDate day(long day) {
		return LocalDate.ofEpochDay(day);
	}

	private static Days randomSpan(RandomGenerator random) {
		int first = random.nextInt(RandomTenures.DAYS);
		return new Days(RandomTenures.DAY_0 + first, RandomTenures.DAY_0 + random.nextInt(first, RandomTenures.DAYS));
	}

}
