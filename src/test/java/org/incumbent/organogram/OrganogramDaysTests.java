package org.incumbent.organogram;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import org.incumbent.graphql.RunningApi;
import org.incumbent.time.Bounds;
import org.incumbent.time.Certainty;
import org.incumbent.time.FuzzyDate;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The organogram of each day equals the holders of each of its roles and what they
 * reported to: two ways through the application, and over made-up rows both must say the
 * same on every day.
 */
@RunningApi
class OrganogramDaysTests {

	private static final int BODIES = 10;

	private static final int ROLES = 26;

	private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

	private static final int DAYS = 40;

	private final GraphQlTester api;

	private final JdbcClient jdbc;

	private final Random random = new Random(20190304);

	private final Map<String, Bounds> lives = new HashMap<>();

	private final Map<String, List<Bounds>> tenures = new HashMap<>();

	@Autowired
	OrganogramDaysTests(GraphQlTester api, JdbcClient jdbc) {
		this.api = api;
		this.jdbc = jdbc;
	}

	@BeforeEach
	void fillBodies() {
		this.jdbc.sql("""
				insert into people (id, slug, name, sort_name, name_sort, names_folded, disputed)
				values ('somebody', 'somebody', 'Somebody', 'Somebody', 'somebody', 'somebody', false)
				""").update();
		for (int i = 0; i < BODIES; i++) {
			fillBody("body-" + i);
		}
	}

	@Test
	void theOrganogramOfADayEqualsTheHoldersOfItsRoles() {
		int asked = 0;
		Map<Object, Integer> met = new HashMap<>();
		for (int day = -2; day <= DAYS + 2; day++) {
			LocalDate asOf = FIRST_DAY.plusDays(day);
			for (int i = 0; i < BODIES; i++) {
				asked += compare("body-" + i, asOf, met);
			}
		}
		assertThat(asked).isGreaterThan(10_000);
		assertThat(met)
			.containsOnlyKeys("HELD", "POSSIBLY_HELD", "NOT_RECORDED", "absent", "CERTAIN", "POSSIBLE", "line")
			.allSatisfy((what, count) -> assertThat(count).as("%s", what).isGreaterThan(100));
	}

	/**
	 * Compares one body's roles one by one with its organogram.
	 * @return how many roles it has
	 */
	@SuppressWarnings("unchecked")
	private int compare(String body, LocalDate day, Map<Object, Integer> met) {
		Map<String, Object> answer = this.api.document("""
				{
				  organisation(by: { slug: "%1$s" }) {
				    roles(first: 100) {
				      nodes {
				        slug
				        period { covers(date: "%2$s") }
				        holders(asOf: "%2$s") { certainty appointment { id capacity } }
				        reportsTo(asOf: "%2$s") { slug }
				      }
				    }
				    organogram(asOf: "%2$s") {
				      seats {
				        role { slug }
				        existence
				        state
				        holdings { certainty appointment { id capacity } }
				        reportsTo { slug }
				      }
				    }
				  }
				}
				""".formatted(body, day)).execute().path("organisation").entity(Map.class).get();
		Map<String, Map<String, Object>> seats = new HashMap<>();
		for (Map<String, Object> seat : list(answer, "organogram", "seats")) {
			seats.put(((Map<String, String>) get(seat, "role")).getOrDefault("slug", ""), seat);
		}
		List<Map<String, Object>> roles = list(answer, "roles", "nodes");
		for (Map<String, Object> role : roles) {
			String slug = (String) get(role, "slug");
			Map<String, Object> seat = seats.remove(slug);
			boolean there = !((Map<String, String>) get(role, "period")).containsValue("NO");
			assertThat(seat != null).as("%s on %s", slug, day).isEqualTo(there);
			if (seat == null) {
				assertThat((List<Object>) get(role, "holders")).as("%s on %s", slug, day).isEmpty();
				met.merge("absent", 1, Integer::sum);
				continue;
			}
			assertThat(seat.get("holdings")).as("%s on %s", slug, day).isEqualTo(role.get("holders"));
			assertThat(seat.get("reportsTo")).as("%s on %s", slug, day).isEqualTo(role.get("reportsTo"));
			String state = state((List<Map<String, Object>>) get(role, "holders"));
			assertThat(seat.get("state")).as("%s on %s", slug, day).isEqualTo(state);
			Certainty existence = existence(slug, day);
			assertThat(seat.get("existence")).as("%s on %s", slug, day).isEqualTo(existence.name());
			met.merge(state, 1, Integer::sum);
			met.merge(existence.name(), 1, Integer::sum);
			met.merge("line", (seat.get("reportsTo") != null) ? 1 : 0, Integer::sum);
		}
		assertThat(seats).isEmpty();
		return roles.size();
	}

	@SuppressWarnings("unchecked")
	private static String state(List<Map<String, Object>> holders) {
		String state = "NOT_RECORDED";
		for (Map<String, Object> holder : holders) {
			boolean designate = ((Map<String, String>) get(holder, "appointment")).containsValue("DESIGNATE");
			if (!designate && get(holder, "certainty").equals("CERTAIN")) {
				return "HELD";
			}
			state = designate ? state : "POSSIBLY_HELD";
		}
		return state;
	}

	/**
	 * The role was there on the day if it surely had begun by then, or somebody had in
	 * it, and it surely went on, or somebody in it.
	 */
	private Certainty existence(String role, LocalDate day) {
		List<Bounds> all = new ArrayList<>(this.tenures.getOrDefault(role, List.of()));
		all.add(Objects.requireNonNull(this.lives.get(role)));
		boolean begun = all.stream().anyMatch((each) -> each.startLatest() != null && !each.startLatest().isAfter(day));
		boolean notOver = all.stream()
			.anyMatch((each) -> each.endEarliest() != null && !each.endEarliest().isBefore(day));
		return (begun && notOver) ? Certainty.CERTAIN : Certainty.POSSIBLE;
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> list(Map<String, Object> answer, String field, String list) {
		return (List<Map<String, Object>>) get((Map<String, Object>) get(answer, field), list);
	}

	private static Object get(Map<String, Object> map, String key) {
		return Objects.requireNonNull(map.get(key), key);
	}

	private void fillBody(String body) {
		this.jdbc
			.sql("""
					insert into organisations (id, slug, name, kind, named, state, name_sort, founded_sort, names_folded, disputed)
					values (:id, :id, 'Body', 'OTHER', true, 'UNKNOWN', 'body', '~', 'body', false)
					""")
			.param("id", body)
			.update();
		List<String> roles = new ArrayList<>();
		for (int i = 0; i < ROLES; i++) {
			String role = body + "-role-" + i;
			Bounds life = (this.random.nextInt(3) == 0) ? new Bounds(null, null, null, null) : randomBounds();
			insertRole(body, role, life);
			int count = this.random.nextInt(5);
			for (int j = 0; j < count; j++) {
				insertAppointment(body, role, role + "-" + j, randomBounds().within(life));
			}
			if (!roles.isEmpty() && this.random.nextBoolean()) {
				insertLine(role, roles.get(this.random.nextInt(roles.size())), role + "-up");
				insertLine(role, roles.get(this.random.nextInt(roles.size())), role + "-up-too");
			}
			roles.add(role);
		}
	}

	private Bounds randomBounds() {
		Bounds bounds = Bounds.of(randomDate(), randomDate(), randomState());
		return bounds.isContradictory() ? randomBounds() : bounds;
	}

	private PeriodState randomState() {
		PeriodState[] states = PeriodState.values();
		return states[this.random.nextInt(states.length)];
	}

	private @Nullable FuzzyDate randomDate() {
		LocalDate day = FIRST_DAY.plusDays(this.random.nextInt(DAYS));
		return switch (this.random.nextInt(5)) {
			case 0 -> null;
			case 1 -> FuzzyDate.parse("[" + day + ".." + day.plusDays(this.random.nextInt(1, 10)) + "]");
			case 2 -> FuzzyDate.parse("[" + day + "..]");
			default -> FuzzyDate.of(day);
		};
	}

	private void insertRole(String body, String role, Bounds life) {
		this.lives.put(role, life);
		this.jdbc.sql("""
				insert into roles (id, slug, name, kinds, organisation_id, seats, state, exists_from_earliest,
				  exists_from_latest, exists_until_earliest, exists_until_latest, name_sort, names_folded, disputed)
				values (:id, :id, 'Role', 'OTHER', :body, 1, 'UNKNOWN', :fromEarliest, :fromLatest, :untilEarliest,
				  :untilLatest, 'role', 'role', false)
				""").param("id", role).param("body", body).params(bounds(life)).update();
		this.jdbc.sql("insert into role_kinds values (:role, 'OTHER')").param("role", role).update();
		this.jdbc.sql("insert into organisation_roles values (:body, :role)")
			.param("body", body)
			.param("role", role)
			.update();
	}

	private void insertAppointment(String body, String role, String key, Bounds bounds) {
		boolean designate = this.random.nextInt(6) == 0;
		if (!designate) {
			this.tenures.computeIfAbsent(role, (absent) -> new ArrayList<>()).add(bounds);
		}
		this.jdbc.sql("""
				insert into appointments (id, person_id, role_id, capacity, state, organisation_id, single_seat,
				  held_from_earliest, held_from_latest, held_until_earliest, held_until_latest, start_sort, end_sort,
				  person_sort, role_sort, disputed)
				values (:id, 'somebody', :role, :capacity, 'UNKNOWN', :body, true, :fromEarliest, :fromLatest,
				  :untilEarliest, :untilLatest, '~', '~', 'somebody', 'role', false)
				""")
			.param("id", key)
			.param("role", role)
			.param("body", body)
			.param("capacity", designate ? "DESIGNATE" : "SUBSTANTIVE")
			.params(bounds(bounds))
			.update();
	}

	private void insertLine(String role, String above, String key) {
		this.jdbc.sql("""
				insert into reporting_lines (id, role_id, reports_to_id, state, source_id, locator, holds_from_earliest,
				  holds_from_latest, holds_until_earliest, holds_until_latest, start_sort)
				select :id, :role, :above, 'UNKNOWN', min(s.id), 'page', cast(:fromEarliest as date),
				  cast(:fromLatest as date), cast(:untilEarliest as date), cast(:untilLatest as date), :id
				from sources s
				""").param("id", key).param("role", role).param("above", above).params(bounds(randomBounds())).update();
	}

	private static Map<String, @Nullable Object> bounds(Bounds bounds) {
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("fromEarliest", bounds.startEarliest());
		values.put("fromLatest", bounds.startLatest());
		values.put("untilEarliest", bounds.endEarliest());
		values.put("untilLatest", bounds.endLatest());
		return values;
	}

}
