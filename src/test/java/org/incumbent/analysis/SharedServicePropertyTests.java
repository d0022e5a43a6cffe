package org.incumbent.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.incumbent.analysis.RandomTenures.Days;
import org.incumbent.time.PeriodState;
import org.incumbent.time.RandomCases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares days together with a count day by day, and the search for chains with a walk
 * along all chains there are.
 */
class SharedServicePropertyTests {

	private static final long LAST = RandomTenures.DAY_0 + RandomTenures.DAYS;

	@Test
	void daysTogetherAreThoseOnWhichBothAreThereAtOneBody() {
		RandomCases.check((random) -> {
			List<Service> services = randomServices(random, 2, 3);
			SharedService shared = shared("person-0", "person-1", services);
			if (shared == null) {
				return;
			}
			long certain = days().filter((day) -> together(services, (service) -> isCertain(service.days(), day)))
				.count();
			assertThat(shared.certainDays()).as("%s", services).isEqualTo((int) certain);
			Integer possible = shared.possibleDays();
			if (possible != null) {
				long counted = days().filter((day) -> together(services, (service) -> isPossible(service.days(), day)))
					.count();
				assertThat(possible).as("%s", services).isEqualTo((int) counted);
			}
		});
	}

	@Test
	void daysTogetherAreWithinTheirBoundsWhateverTheDays() {
		RandomCases.check((random) -> {
			List<Service> services = randomServices(random, 2, 3);
			SharedService shared = shared("person-0", "person-1", services);
			Map<Service, Days> choice = new HashMap<>();
			services.forEach(
					(service) -> choice.put(service, RandomTenures.oneOf(RandomTenures.pairs(service.days()), random)));
			int together = (int) days().filter((day) -> together(services,
					(service) -> Objects.requireNonNull(choice.get(service)).each().anyMatch((each) -> each == day)))
				.count();
			Integer possible = (shared != null) ? shared.possibleDays() : Integer.valueOf(0);
			assertThat(together).as("%s", choice)
				.isBetween((shared != null) ? shared.certainDays() : 0,
						(possible != null) ? possible : Integer.MAX_VALUE);
		});
	}

	@Test
	void thePeriodOfAnOverlapCoversADayExactlyIfBothTenuresDo() {
		RandomCases.check((random) -> {
			List<Service> services = randomServices(random, 2, 1);
			Service one = services.get(0);
			Service other = services.get(1);
			if (!one.isBeside(other)) {
				return;
			}
			Overlap overlap = Overlap.of(one, other);
			days().forEach((day) -> assertThat(isPossible(overlap.days(), day)).as("%s of %s", overlap, services)
				.isEqualTo(isPossible(one.days(), day) && isPossible(other.days(), day)));
			assertThat(overlap.period().days()).satisfiesAnyOf((days) -> assertThat(days).isNull(),
					(days) -> assertThat(Objects.requireNonNull(days).least())
						.isGreaterThanOrEqualTo(overlap.certainDays()));
		});
	}

	@Test
	void theChainsFoundAreTheShortestAndTheWidestOfThem() {
		RandomCases.check((random) -> {
			List<Service> services = randomServices(random, random.nextInt(2, 8), 2);
			ServiceQuestion question = new ServiceQuestion("person-0", "person-1", random.nextInt(1, 7),
					random.nextInt(1, 5), random.nextInt(1, 4), random.nextBoolean());
			List<List<String>> all = shortestChains(services, question);
			ServiceChains found = search(services, question);
			assertThat(found.complete()).isTrue();
			assertThat(found.steps()).as("%s of %s", question, services)
				.isEqualTo(all.isEmpty() ? null : all.get(0).size() - 1);
			assertThat(found.chains()).as("%s of %s", question, services)
				.extracting(SharedServicePropertyTests::people)
				.isEqualTo(all.stream().limit(question.maxChains()).toList());
			assertThat(found.moreChains()).isEqualTo(all.size() > question.maxChains());
		});
	}

	@Test
	void aSearchAmongTooManyIsGivenUpAndSaysSo() {
		ServiceQuestion question = new ServiceQuestion("person-0", "somebody-elsewhere", 4, 5, 1, false);
		assertThat(search(atOneBody(100), question)).isEqualTo(notFound(true));
		assertThat(search(atOneBody(50_000), question)).isEqualTo(notFound(false));
	}

	private static ServiceChains notFound(boolean complete) {
		return new ServiceChains("person-0", "somebody-elsewhere", null, List.of(), false, complete);
	}

	/**
	 * So many people at one body, and one at another.
	 */
	private static List<Service> atOneBody(int people) {
		TenureDays days = new TenureDays(0, 0, 100, 100);
		List<Service> services = new ArrayList<>();
		for (int i = 0; i < people; i++) {
			services.add(new Service("a" + i, "person-" + i, "role", "here", false, PeriodState.ENDED, days));
		}
		services.add(new Service("b", "somebody-elsewhere", "role-there", "there", false, PeriodState.ENDED, days));
		return services;
	}

	private static ServiceChains search(List<Service> services, ServiceQuestion question) {
		return new ServiceSearch((people) -> of(services, people),
				(organisations, most) -> services.stream()
					.filter((service) -> organisations.contains(service.organisationKey()))
					.limit(most + 1L)
					.toList(),
				question)
			.run();
	}

	private static List<Service> of(List<Service> services, Collection<String> people) {
		return services.stream().filter((service) -> people.contains(service.personKey())).toList();
	}

	/**
	 * All chains without a person twice, of which the shortest remain, the widest first.
	 */
	private static List<List<String>> shortestChains(List<Service> services, ServiceQuestion question) {
		List<String> people = services.stream().map(Service::personKey).distinct().toList();
		List<List<String>> chains = new ArrayList<>();
		walk(List.of(question.from()), people, services, question, chains);
		int shortest = chains.stream().mapToInt(List::size).min().orElse(0);
		return chains.stream()
			.filter((chain) -> chain.size() == shortest)
			.sorted(Comparator.comparingInt((List<String> chain) -> -width(chain, services))
				.thenComparing((chain) -> String.join("\n", chain)))
			.toList();
	}

	private static void walk(List<String> chain, List<String> people, List<Service> services, ServiceQuestion question,
			List<List<String>> chains) {
		String last = chain.get(chain.size() - 1);
		if (last.equals(question.to())) {
			chains.add(chain);
			return;
		}
		if (chain.size() > question.maxSteps()) {
			return;
		}
		for (String person : people) {
			SharedService shared = chain.contains(person) ? null : shared(last, person, services);
			if (shared != null && question.isEnough(shared)) {
				List<String> further = new ArrayList<>(chain);
				further.add(person);
				walk(further, people, services, question, chains);
			}
		}
	}

	private static int width(List<String> chain, List<Service> services) {
		return IntStream.range(0, chain.size() - 1)
			.map((i) -> Objects.requireNonNull(shared(chain.get(i), chain.get(i + 1), services)).certainDays())
			.min()
			.orElseThrow();
	}

	private static List<String> people(ServiceChain chain) {
		List<String> people = new ArrayList<>(List.of(chain.steps().get(0).personKey()));
		chain.steps().forEach((step) -> people.add(step.otherKey()));
		return people;
	}

	private static @Nullable SharedService shared(String person, String other, List<Service> services) {
		List<Overlap> overlaps = new ArrayList<>();
		for (Service one : of(services, List.of(person))) {
			of(services, List.of(other)).stream()
				.filter((two) -> two.organisationKey().equals(one.organisationKey()) && one.isBeside(two))
				.forEach((two) -> overlaps.add(Overlap.of(one, two)));
		}
		return overlaps.isEmpty() ? null : new SharedService(person, other, overlaps);
	}

	/**
	 * Whether the first two people are both there at one body, and not in the same seat.
	 */
	private static boolean together(List<Service> services, Predicate<Service> isThere) {
		for (Service one : of(services, List.of("person-0"))) {
			for (Service other : of(services, List.of("person-1"))) {
				boolean sameSeat = one.singleSeat() && one.roleKey().equals(other.roleKey());
				if (one.organisationKey().equals(other.organisationKey()) && !sameSeat && isThere.test(one)
						&& isThere.test(other)) {
					return true;
				}
			}
		}
		return false;
	}

	private static LongStream days() {
		return LongStream.rangeClosed(RandomTenures.DAY_0 - 1, LAST);
	}

	private static boolean isCertain(TenureDays days, long day) {
		return days.startLatest() <= day && day <= days.endEarliest();
	}

	private static boolean isPossible(TenureDays days, long day) {
		return days.startEarliest() <= day && day <= days.endLatest();
	}

	private static List<Service> randomServices(RandomGenerator random, int people, int most) {
		List<Service> services = new ArrayList<>();
		for (int person = 0; person < people; person++) {
			int count = random.nextInt(1, most + 1);
			for (int i = 0; i < count; i++) {
				int organisation = random.nextInt(1 + people / 2);
				int role = random.nextInt(4);
				services.add(new Service("appointment-" + person + "-" + i, "person-" + person,
						"role-" + organisation + "-" + role, "organisation-" + organisation, role == 0,
						PeriodState.UNKNOWN, TenureDays.of(RandomTenures.bounds(random))));
			}
		}
		return services;
	}

}
