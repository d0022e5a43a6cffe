package org.incumbent.organogram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.incumbent.appointment.Holding;
import org.incumbent.appointment.Observation;
import org.incumbent.appointment.RandomTenures;
import org.incumbent.appointment.RandomTenures.Actual;
import org.incumbent.appointment.Shown;
import org.incumbent.organisation.Organisation;
import org.incumbent.organisation.OrganisationKind;
import org.incumbent.role.Role;
import org.incumbent.role.RoleKind;
import org.incumbent.time.Bounds;
import org.incumbent.time.Certainty;
import org.incumbent.time.FuzzyDate;
import org.incumbent.time.Period;
import org.incumbent.time.PeriodState;
import org.incumbent.time.RandomCases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Seats against what really was so in made-up worlds of which sources know a part, and
 * their order and changes against plain restatements of the rules.
 */
class SeatPropertyTests {

	private static final Organisation BODY = new Organisation("body", "body", "Body", null, OrganisationKind.OTHER,
			true, null, Period.of(null, null, PeriodState.UNKNOWN), false);

	@Test
	void whatAnOrganogramCallsCertainWasSoAndWhatWasSoIsNeverRuledOut() {
		Map<SeatState, Integer> met = new HashMap<>();
		RandomCases.check((random) -> {
			World world = World.random(random);
			for (int day = 0; day <= RandomTenures.LAST_DAY; day++) {
				int asked = day;
				boolean inSeat = world.tenures().stream().anyMatch((tenure) -> tenure.isInSeatOn(asked));
				if (world.life().covers(RandomTenures.day(day)) == Certainty.NO) {
					assertThat(world.existedOn(day)).as("day %d of %s", day, world).isFalse();
					continue;
				}
				Seat seat = world.seat(day);
				met.merge(seat.state(), 1, Integer::sum);
				boolean right = switch (seat.state()) {
					case HELD -> inSeat;
					case POSSIBLY_HELD -> true;
					case VACANT -> !inSeat && world.shownVacant().contains(asked);
					case NOT_RECORDED -> !inSeat && !world.shownVacant().contains(asked);
				};
				assertThat(right).as("%s on day %d of %s", seat.state(), day, world).isTrue();
				assertThat(seat.vacancies().isEmpty()).isEqualTo(!world.shownVacant().contains(asked));
				if (seat.existence() == Certainty.CERTAIN) {
					assertThat(world.existedOn(day)).as("day %d of %s", day, world).isTrue();
				}
			}
		});
		assertThat(met).hasSize(SeatState.values().length)
			.allSatisfy((state, count) -> assertThat(count).isGreaterThan(1_000));
	}

	@Test
	void moreExactDatesNeverTakeBackWhatAnOrganogramCalledCertainOrRuledOut() {
		RandomCases.check((random) -> {
			World world = World.random(random);
			World narrower = world.narrower(random);
			int day = random.nextInt(RandomTenures.LAST_DAY + 1);
			boolean was = world.life().covers(RandomTenures.day(day)) != Certainty.NO;
			boolean is = narrower.life().covers(RandomTenures.day(day)) != Certainty.NO;
			assertThat(!was && is).as("day %d of %s", day, narrower).isFalse();
			if (!was || !is) {
				assertThat(was && world.seat(day).existence() == Certainty.CERTAIN).isFalse();
				return;
			}
			Seat before = world.seat(day);
			Seat after = narrower.seat(day);
			boolean right = switch (before.state()) {
				case HELD -> after.state() == SeatState.HELD;
				case POSSIBLY_HELD -> true;
				case VACANT -> after.state() == SeatState.VACANT;
				case NOT_RECORDED -> after.state() == SeatState.NOT_RECORDED;
			};
			assertThat(right).as("%s became %s on day %d of %s", before, after, day, narrower).isTrue();
			assertThat(before.existence() == Certainty.CERTAIN && after.existence() != Certainty.CERTAIN)
				.as("day %d of %s", day, narrower)
				.isFalse();
		});
	}

	@Test
	void seatsStandInReportingOrder() {
		RandomCases.check((random) -> {
			List<Seat> seats = randomSeats(random);
			List<Seat> ordered = SeatOrder.of(seats);
			List<Seat> expected = new ArrayList<>();
			Set<String> here = new HashSet<>();
			seats.forEach((seat) -> here.add(seat.role().key()));
			for (Certainty existence : List.of(Certainty.CERTAIN, Certainty.POSSIBLE)) {
				for (boolean onLine : new boolean[] { true, false }) {
					seats.stream()
						.filter((seat) -> !here.contains(above(seat)) && seat.existence() == existence
								&& isOnLine(seat, seats) == onLine)
						.sorted(Comparator.comparing((seat) -> seat.role().name()))
						.forEach((top) -> addWithReports(top, 0, seats, expected));
				}
			}
			assertThat(ordered).isEqualTo(expected).hasSameSizeAs(seats);
		});
	}

	@Test
	void evenACircleOfLinesLeavesNobodyOut() {
		Role one = role("one", 0);
		Role other = role("other", 1);
		Seat first = seat(one, Certainty.CERTAIN, List.of(), other);
		Seat second = seat(other, Certainty.CERTAIN, List.of(), one);
		assertThat(SeatOrder.of(List.of(first, second))).extracting((seat) -> seat.role().key())
			.containsExactlyInAnyOrder("one", "other");
	}

	@Test
	void betweenTwoDaysEveryDifferenceIsToldAndNothingElse() {
		Map<HolderChangeKind, Integer> met = new HashMap<>();
		RandomCases.check((random) -> {
			Organogram before = Organogram.of(BODY, RandomTenures.day(0), randomSeats(random));
			Organogram after = Organogram.of(BODY, RandomTenures.day(1), randomSeats(random));
			OrganogramChanges changes = new OrganogramChanges(before, after);
			Map<String, Seat> earlier = byRole(before);
			Map<String, Seat> later = byRole(after);
			assertThat(keys(changes.added())).isEqualTo(minus(later.keySet(), earlier.keySet()));
			assertThat(keys(changes.gone())).isEqualTo(minus(earlier.keySet(), later.keySet()));
			Map<String, SeatChange> changed = new HashMap<>();
			changes.changed().forEach((change) -> changed.put(change.role().key(), change));
			earlier.forEach((key, was) -> {
				Seat is = later.get(key);
				if (is == null) {
					assertThat(changed).doesNotContainKey(key);
					return;
				}
				Map<String, HolderChangeKind> expected = expectedChanges(was, is);
				boolean lineChanged = !Objects.equals(above(was), above(is));
				boolean differs = lineChanged || was.existence() != is.existence() || was.state() != is.state()
						|| expected.values().stream().anyMatch((kind) -> kind != HolderChangeKind.STAYED);
				assertThat(changed.containsKey(key)).as("%s became %s", was, is).isEqualTo(differs);
				if (differs) {
					SeatChange change = Objects.requireNonNull(changed.get(key));
					assertThat(change.lineChanged()).isEqualTo(lineChanged);
					Map<String, HolderChangeKind> told = new HashMap<>();
					change.holders().forEach((holder) -> told.put(holder.personKey(), holder.kind()));
					assertThat(told).as("%s became %s", was, is).isEqualTo(expected);
					told.values().forEach((kind) -> met.merge(kind, 1, Integer::sum));
				}
			});
		});
		assertThat(met).hasSize(HolderChangeKind.values().length)
			.allSatisfy((kind, count) -> assertThat(count).isGreaterThan(500));
	}

	private static Map<String, HolderChangeKind> expectedChanges(Seat before, Seat after) {
		Map<String, HolderChangeKind> changes = new HashMap<>();
		for (String person : List.of("person-0", "person-1", "person-2")) {
			int was = surest(before, person);
			int is = surest(after, person);
			if (was + is == 0) {
				continue;
			}
			HolderChangeKind kind = HolderChangeKind.STAYED;
			if (was == 0) {
				kind = HolderChangeKind.ARRIVED;
			}
			else if (is == 0) {
				kind = HolderChangeKind.LEFT;
			}
			else if (was != is) {
				kind = (is == 2) ? HolderChangeKind.BECAME_CERTAIN : HolderChangeKind.BECAME_POSSIBLE;
			}
			changes.put(person, kind);
		}
		return changes;
	}

	/**
	 * 2 for certain, 1 for possible, 0 for not at all.
	 */
	private static int surest(Seat seat, String person) {
		return seat.holdings()
			.stream()
			.filter((holding) -> holding.appointment().personKey().equals(person))
			.mapToInt((holding) -> (holding.certainty() == Certainty.CERTAIN) ? 2 : 1)
			.max()
			.orElse(0);
	}

	private static void addWithReports(Seat seat, int depth, List<Seat> seats, List<Seat> expected) {
		expected.add(seat.at(depth));
		seats.stream()
			.filter((other) -> seat.role().key().equals(above(other)))
			.sorted(Comparator.comparing(Seat::existence).thenComparing((other) -> other.role().name()))
			.forEach((report) -> addWithReports(report, depth + 1, seats, expected));
	}

	private static boolean isOnLine(Seat seat, List<Seat> seats) {
		return seat.reportsTo() != null || seats.stream().anyMatch((other) -> seat.role().key().equals(above(other)));
	}

	private static @Nullable String above(Seat seat) {
		return (seat.reportsTo() != null) ? seat.reportsTo().key() : null;
	}

	private static Map<String, Seat> byRole(Organogram organogram) {
		Map<String, Seat> seats = new HashMap<>();
		organogram.seats().forEach((seat) -> seats.put(seat.role().key(), seat));
		return seats;
	}

	private static Set<String> keys(List<Seat> seats) {
		Set<String> keys = new HashSet<>();
		seats.forEach((seat) -> keys.add(seat.role().key()));
		return keys;
	}

	private static Set<String> minus(Set<String> keys, Set<String> others) {
		Set<String> left = new HashSet<>(keys);
		left.removeAll(others);
		return left;
	}

	/**
	 * Up to six of six roles, each reporting to none, to one with a lower number or to
	 * one at another body.
	 */
	private static List<Seat> randomSeats(RandomGenerator random) {
		List<Seat> seats = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			if (random.nextInt(4) == 0) {
				continue;
			}
			int above = random.nextInt(-2, 6);
			Role reportsTo = (above >= i || above == -1) ? null
					: role((above < 0) ? "elsewhere" : "role-" + above, above);
			List<Holding> holdings = Actual.holdings(RandomTenures.of(random, random.nextBoolean()), 5);
			seats.add(seat(role("role-" + i, i), random.nextBoolean() ? Certainty.CERTAIN : Certainty.POSSIBLE,
					holdings, reportsTo));
		}
		return seats;
	}

	/**
	 * All of one kind, with titles in an order that is not the keys'.
	 */
	private static Role role(String key, int number) {
		return new Role(key, key, "Title " + (char) ('a' + (number * 5 + 30) % 7), List.of(RoleKind.OTHER), "body",
				null, Period.of(null, null, PeriodState.UNKNOWN), null, false);
	}

	private static Seat seat(Role role, Certainty existence, List<Holding> holdings, @Nullable Role reportsTo) {
		Bounds life = (existence == Certainty.CERTAIN)
				? new Bounds(null, RandomTenures.day(0), RandomTenures.day(1), null)
				: new Bounds(null, null, null, null);
		return Seat.of(role, new RoleOfBody(role.key(), life, true), RandomTenures.day(0), holdings, List.of(),
				reportsTo, (reportsTo != null) ? Certainty.POSSIBLE : null);
	}

	/**
	 * One role as it really was, and what sources know of it.
	 *
	 * @param first its first day
	 * @param last its last day
	 * @param shownVacant the days for which a source shows that nobody was in it
	 * @param vaguelyVacant days around which one does
	 */
	private record World(List<Actual> tenures, int first, int last, Bounds life, Set<Integer> shownVacant,
			Set<Integer> vaguelyVacant) {

		static World random(RandomGenerator random) {
			List<Actual> tenures = RandomTenures.of(random, random.nextBoolean());
			int first = tenures.stream().mapToInt(Actual::start).min().orElse(3) - random.nextInt(3);
			int last = tenures.stream().mapToInt(Actual::end).max().orElse(6) + random.nextInt(3);
			Bounds life = RandomTenures.around(random, first, last, random.nextInt(4));
			Set<Integer> vacant = new HashSet<>();
			Set<Integer> vague = new HashSet<>();
			for (int day = first; day <= last; day++) {
				int asked = day;
				if (tenures.stream().noneMatch((tenure) -> tenure.isInSeatOn(asked)) && random.nextInt(3) == 0) {
					(random.nextBoolean() ? vacant : vague).add(day);
				}
			}
			List<Actual> within = tenures.stream()
				.map((tenure) -> tenure.knownAs(tenure.bounds().within(life)))
				.toList();
			return new World(within, first, last, life, vacant, vague);
		}

		World narrower(RandomGenerator random) {
			Bounds narrowLife = RandomTenures.narrower(random, this.life, this.first, this.last);
			List<Actual> narrow = this.tenures.stream()
				.map((tenure) -> tenure.narrower(random))
				.map((tenure) -> tenure.knownAs(tenure.bounds().within(narrowLife)))
				.toList();
			return new World(narrow, this.first, this.last, narrowLife, this.shownVacant, this.vaguelyVacant);
		}

		boolean existedOn(int day) {
			return this.first <= day && day <= this.last;
		}

		Seat seat(int day) {
			List<Observation> vacancies = new ArrayList<>();
			this.shownVacant.forEach((vacant) -> vacancies
				.add(new Observation(Shown.VACANT, FuzzyDate.of(RandomTenures.day(vacant)), "source", "page")));
			this.vaguelyVacant.forEach((vacant) -> vacancies.add(new Observation(Shown.VACANT,
					FuzzyDate.parse("[" + RandomTenures.day(vacant - 1) + ".." + RandomTenures.day(vacant + 1) + "]"),
					"source", "page")));
			return Seat.of(role("role", 0), new RoleOfBody("role", this.life, true), RandomTenures.day(day),
					Actual.holdings(this.tenures, day), vacancies, null, null);
		}

	}

}
