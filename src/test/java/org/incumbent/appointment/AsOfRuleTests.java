package org.incumbent.appointment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import org.incumbent.appointment.AppointmentRepository.AppointmentArguments;
import org.incumbent.appointment.AppointmentRepository.AppointmentsOf;
import org.incumbent.appointment.Tenures.Sighting;
import org.incumbent.appointment.Tenures.Tenure;
import org.incumbent.graphql.RunningApi;
import org.incumbent.paging.Edge;
import org.incumbent.paging.PageRequest;
import org.incumbent.time.Bounds;
import org.incumbent.time.Certainty;
import org.incumbent.time.FuzzyDate;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who held a role on a day is answered twice: by SQL over the whole table, and in Java
 * over one role. Both must say the same of any tenures on any day.
 */
@RunningApi
class AsOfRuleTests {

	private static final int ROLES = 60;

	private static final int MOST_TENURES = 8;

	private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

	private static final int DAYS = 40;

	private static final PageRequest WHOLE_LIST = new PageRequest(100, null, null, null, true, true);

	private final AppointmentRepository appointments;

	private final JdbcClient jdbc;

	private final Random random = new Random(20190304);

	private final List<String> roles = new ArrayList<>();

	@Autowired
	AsOfRuleTests(AppointmentRepository appointments, JdbcClient jdbc) {
		this.appointments = appointments;
		this.jdbc = jdbc;
	}

	@BeforeEach
	void fillRolesWithRandomTenures() {
		for (int i = 0; i < ROLES; i++) {
			String role = "role-" + i;
			this.roles.add(role);
			Integer seats = (i % 4 == 0) ? null : i % 4;
			insertRole(role, seats);
			Tenures.bounds(randomTenures(role))
				.forEach((key, bounds) -> insertAppointment(key, role, seats != null && seats == 1, bounds));
		}
	}

	@Test
	void sqlAndJavaAgreeOnWhoHeldARoleOnADay() {
		Map<String, List<Appointment>> tenures = this.appointments.findByRoles(this.roles);
		Set<Certainty> met = new LinkedHashSet<>();
		int takenSeats = 0;
		for (int day = -3; day <= DAYS + 3; day++) {
			LocalDate asOf = FIRST_DAY.plusDays(day);
			Map<String, Certainty> expected = certainties(tenures, asOf);
			assertThat(list(asOf, null)).as("on %s", asOf).isEqualTo(without(Certainty.NO, expected));
			met.addAll(expected.values());
			takenSeats += countTakenSeats(tenures, expected, asOf);
		}
		assertThat(met).containsExactlyInAnyOrder(Certainty.values());
		assertThat(takenSeats).as("possible holders whose seat was taken").isGreaterThan(100);
	}

	@Test
	void theFilterOnCertaintyNarrowsTheListToIt() {
		for (int day = 0; day <= DAYS; day += 5) {
			LocalDate asOf = FIRST_DAY.plusDays(day);
			Map<String, Certainty> all = list(asOf, null);
			assertThat(list(asOf, Certainty.CERTAIN)).isEqualTo(without(Certainty.POSSIBLE, all));
			assertThat(list(asOf, Certainty.POSSIBLE)).isEqualTo(without(Certainty.CERTAIN, all));
			assertThat(list(asOf, Certainty.NO)).isEmpty();
		}
	}

	@Test
	void withoutADayEveryTenureIsListedAndNoneHasACertainty() {
		int[] listed = { 0 };
		this.appointments
			.findByParents(this.roles, new AppointmentArguments(AppointmentsOf.ROLE, null, null, null, WHOLE_LIST))
			.forEach((role, page) -> {
				assertThat(page.edges()).extracting(Edge::certainty).allMatch(Objects::isNull);
				listed[0] += page.totalCount();
			});
		int inserted = this.jdbc.sql("select count(*) from appointments where person_id = 'somebody'")
			.query(Integer.class)
			.single();
		assertThat(listed[0]).isEqualTo(inserted).isGreaterThan(150);
	}

	private static Map<String, Certainty> certainties(Map<String, List<Appointment>> tenures, LocalDate day) {
		Map<String, Certainty> certainties = new LinkedHashMap<>();
		for (List<Appointment> holders : tenures.values()) {
			Succession succession = new Succession(holders);
			holders.forEach((holder) -> certainties.put(holder.key(), succession.certainty(holder, day)));
		}
		return certainties;
	}

	private Map<String, Certainty> list(LocalDate asOf, @Nullable Certainty certainty) {
		AppointmentFilter filter = (certainty != null)
				? new AppointmentFilter(null, null, null, null, null, null, null, null, certainty, null, null, null)
				: null;
		Map<String, Certainty> certainties = new LinkedHashMap<>();
		this.appointments
			.findByParents(this.roles, new AppointmentArguments(AppointmentsOf.ROLE, asOf, filter, null, WHOLE_LIST))
			.values()
			.forEach((page) -> {
				assertThat(page.edges()).hasSize(page.totalCount());
				page.edges()
					.forEach((edge) -> certainties.put(edge.node().key(), Objects.requireNonNull(edge.certainty())));
			});
		return certainties;
	}

	private static Map<String, Certainty> without(Certainty certainty, Map<String, Certainty> certainties) {
		Map<String, Certainty> others = new LinkedHashMap<>(certainties);
		others.values().removeIf((each) -> each == certainty);
		return others;
	}

	/**
	 * How often the rule of the one seat made a difference.
	 */
	private static int countTakenSeats(Map<String, List<Appointment>> tenures, Map<String, Certainty> certainties,
			LocalDate day) {
		return (int) tenures.values()
			.stream()
			.flatMap(List::stream)
			.filter((holder) -> holder.period().covers(day) == Certainty.POSSIBLE)
			.filter((holder) -> certainties.get(holder.key()) == Certainty.NO)
			.count();
	}

	/**
	 * Tenures within forty days, at random dated to the day, roughly or not at all,
	 * shown, over or planned, in the life of a role, and now and then contradictory.
	 */
	private List<Tenure> randomTenures(String role) {
		List<Tenure> tenures = new ArrayList<>();
		Bounds life = (this.random.nextInt(3) == 0) ? Bounds.of(randomDate(), null, PeriodState.UNKNOWN)
				: new Bounds(null, null, null, null);
		int count = this.random.nextInt(MOST_TENURES + 1);
		for (int i = 0; i < count; i++) {
			FuzzyDate start = randomDate();
			FuzzyDate end = randomDate();
			boolean inOrder = start == null || end == null || start.sortKey().compareTo(end.sortKey()) <= 0;
			PeriodState state = oneOf(PeriodState.values());
			List<String> predecessors = (i > 0 && this.random.nextInt(4) == 0) ? List.of(role + "-" + (i - 1))
					: List.of();
			tenures.add(new Tenure(role + "-" + i, Bounds.of(inOrder ? start : end, inOrder ? end : start, state), life,
					randomSightings(), predecessors));
		}
		return tenures;
	}

	private List<Sighting> randomSightings() {
		List<Sighting> sightings = new ArrayList<>();
		int count = this.random.nextInt(3);
		for (int i = 0; i < count; i++) {
			FuzzyDate on = randomDate();
			if (on != null) {
				sightings.add(new Sighting(oneOf(Shown.values()), on));
			}
		}
		return sightings;
	}

	private <E> E oneOf(E[] values) {
		return List.of(values).get(this.random.nextInt(values.length));
	}

	private @Nullable FuzzyDate randomDate() {
		LocalDate day = FIRST_DAY.plusDays(this.random.nextInt(DAYS));
		return switch (this.random.nextInt(6)) {
			case 0 -> null;
			case 1 -> FuzzyDate.parse("[" + day + ".." + day.plusDays(this.random.nextInt(1, 10)) + "]");
			case 2 -> FuzzyDate.parse("[.." + day + "]");
			case 3 -> FuzzyDate.parse("[" + day + "..]");
			default -> FuzzyDate.of(day);
		};
	}

	private void insertRole(String role, @Nullable Integer seats) {
		if (this.roles.size() == 1) {
			this.jdbc
				.sql("""
						insert into organisations (id, slug, name, kind, named, state, name_sort, founded_sort, names_folded,
						  disputed)
						values ('body', 'body', 'Body', 'OTHER', true, 'UNKNOWN', 'body', '~', 'body', false)
						""")
				.update();
			this.jdbc.sql("""
					insert into people (id, slug, name, sort_name, name_sort, names_folded, disputed)
					values ('somebody', 'somebody', 'Somebody', 'Somebody', 'somebody', 'somebody', false)
					""").update();
		}
		this.jdbc
			.sql("""
					insert into roles (id, slug, name, kinds, organisation_id, seats, state, name_sort, names_folded, disputed)
					values (:id, :id, 'Role', 'OTHER', 'body', :seats, 'UNKNOWN', 'role', 'role', false)
					""")
			.param("id", role)
			.param("seats", seats)
			.update();
	}

	private void insertAppointment(String key, String role, boolean singleSeat, Bounds bounds) {
		this.jdbc.sql("""
				insert into appointments (id, person_id, role_id, capacity, state, organisation_id, single_seat,
				  held_from_earliest, held_from_latest, held_until_earliest, held_until_latest,
				  start_sort, end_sort, person_sort, role_sort, disputed)
				values (:id, 'somebody', :role, :capacity, 'UNKNOWN', 'body', :singleSeat,
				  :fromEarliest, :fromLatest, :untilEarliest, :untilLatest, '~', '~', 'somebody', 'role', false)
				""")
			.param("id", key)
			.param("role", role)
			.param("capacity", oneOf(Capacity.values()).name())
			.param("singleSeat", singleSeat)
			.param("fromEarliest", bounds.startEarliest())
			.param("fromLatest", bounds.startLatest())
			.param("untilEarliest", bounds.endEarliest())
			.param("untilLatest", bounds.endLatest())
			.update();
	}

}
