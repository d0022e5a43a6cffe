package org.incumbent.timeline;

import java.util.List;

import javax.sql.DataSource;

import org.incumbent.graphql.Asking;
import org.incumbent.graphql.RunningApi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who moved in the three articles.
 */
@RunningApi
class MoveListTests {

	private static final String DALTON = "ian-dalton-nhs-improvement-chief-executive";

	private static final String STEVENS = "simon-stevens-nhs-england-chief-executive";

	private static final String OWEN = "huw-owen-bt-health-president";

	private static final String HALKERSTON = "judith-halkerston-bt-health-president";

	private final Asking api;

	private final JdbcClient jdbc;

	private final DataSource database;

	@Autowired
	MoveListTests(GraphQlTester tester, JdbcClient jdbc, DataSource database) {
		this.api = new Asking(tester);
		this.jdbc = jdbc;
		this.database = database;
	}

	@Test
	void anArrivalAndADepartureComeWithTheirEventAndItsClaims() {
		GraphQlTester.Response answer = this.api.ask("""
				{
				  role(by: { slug: "bt-health-president" }) {
				    moves(between: { from: "2012-01-01", to: "2013-12-31" }) {
				      totalCount
				      nodes { kind certainty basis date { edtf } appointment { id } event { id } claims { field } }
				    }
				  }
				}
				""");
		String moves = "role.moves.nodes[*].";
		answer.path("role.moves.totalCount").entity(Integer.class).isEqualTo(2);
		answer.path(moves + "kind").entityList(String.class).isEqualTo(List.of("LEFT", "ARRIVED"));
		answer.path(moves + "certainty").entityList(String.class).isEqualTo(List.of("CERTAIN", "CERTAIN"));
		answer.path(moves + "date.edtf").entityList(String.class).isEqualTo(List.of("2012-11", "[2012-11..2013-03]"));
		answer.path("role.moves.nodes[0].claims[*].field").entityList(String.class).contains("end_date");
		answer.path("role.moves.nodes[1].claims[*].field").entityList(String.class).contains("start_date");
		assertThat(this.api.keys("""
				{
				  role(by: { slug: "bt-health-president" }) {
				    moves(between: { from: "2012-01-01", to: "2013-12-31" }) { nodes { event { id } } }
				  }
				}
				""", "role.moves.nodes[*].event.id")).containsExactly("huw-owen-leaves-bt-health-2012",
				"judith-halkerston-stands-in-at-bt-health");
	}

	@Test
	void whoStoodInIsToldOfTheOneWhoLeft() {
		assertThat(keys("cover", "kinds: [LEFT], filter: { role: <Role:bt-health-president> }"))
			.containsExactly(HALKERSTON);
		assertThat(keys("cover", "kinds: [ARRIVED], filter: { role: <Role:bt-health-president> }")).isEmpty();
	}

	@Test
	void whoCameAfterTheRoleHadLongBeenEmptyDidNotStandIn() {
		date(HALKERSTON, "start_date = '2012-12-30'", "2012-12-30", "2012-12-30", "2013-01-31", null);
		assertThat(keys("cover", "kinds: [LEFT], filter: { role: <Role:bt-health-president> }"))
			.containsExactly(HALKERSTON);
		date(HALKERSTON, "start_date = '2012-12-31'", "2012-12-31", "2012-12-31", "2013-01-31", null);
		assertThat(keys("cover", "kinds: [LEFT], filter: { role: <Role:bt-health-president> }")).isEmpty();
	}

	@Test
	void whoMovesFromOnePostToAnotherCameFromTheOneAndWentToTheOther() {
		date(OWEN, "start_date = '2010', state = 'ENDED'", "2010-01-01", "2010-12-31", "2012-11-01", "2012-11-30");
		date("huw-owen-ark-continuity-chief-executive", "start_date = '2012-12'", "2012-12-01", "2012-12-31",
				"2012-12-01", null);
		assertThat(keys("cameFrom", "filter: { person: <Person:huw-owen> }")).containsExactly(OWEN);
		assertThat(keys("wentTo", "filter: { person: <Person:huw-owen> }"))
			.containsExactly("huw-owen-ark-continuity-chief-executive");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					kinds: [LEFT] | huw-owen-bt-health-president | judith-halkerston-bt-health-president
					filter: { capacities: [INTERIM, ACTING] } | judith-halkerston-bt-health-president | huw-owen-bt-health-president
					filter: { roleKinds: [CHIEF_EXECUTIVE] } | ian-dalton-nhs-improvement-chief-executive | huw-owen-bt-health-president
					filter: { organisation: <Organisation:bt-health> } | huw-owen-bt-health-president judith-halkerston-bt-health-president | ian-dalton-nhs-improvement-chief-executive
					filter: { startedIn: { from: "2017-01-01" } } | ian-dalton-nhs-improvement-chief-executive | huw-owen-bt-health-president
					bases: [ANNOUNCED] | ian-dalton-bt-global-services-president-of-global-health | ian-dalton-nhs-improvement-chief-executive
					certainty: POSSIBLE | ian-dalton-bt-global-services-president-of-global-health | ian-dalton-nhs-improvement-chief-executive
					""")
	void movesAreFilteredAsAppointmentsAreAndByKindBasisAndCertainty(String arguments, String found, String leftOut) {
		assertThat(moves(arguments)).contains(found.split(" ")).doesNotContain(leftOut.split(" "));
		assertThat(moves("first: 100")).contains(leftOut.split(" "));
	}

	@Test
	void whoIsOnlySeenInPostHasNotMoved() {
		assertThat(moves("first: 100")).contains(DALTON).doesNotContain(STEVENS);
	}

	@Test
	void theMovesOfARecordAreAllMovesFilteredByIt() {
		List<String> expected = moves("first: 100, filter: { organisation: <Organisation:nhs-improvement> }");
		assertThat(this.api.keys(
				"""
						{
						  organisation(by: { slug: "nhs-improvement" }) {
						    moves(between: { from: "1900-01-01", to: "2030-12-31" }, first: 100) { nodes { appointment { id } } }
						  }
						}
						""",
				"organisation.moves.nodes[*].appointment.id"))
			.isEqualTo(expected)
			.isNotEmpty();
		expected = moves("first: 100, filter: { person: <Person:ian-dalton> }");
		assertThat(this.api.keys(
				"""
						{
						  person(by: { slug: "ian-dalton" }) {
						    moves(between: { from: "1900-01-01", to: "2030-12-31" }, first: 100) { nodes { appointment { id } } }
						  }
						}
						""",
				"person.moves.nodes[*].appointment.id"))
			.isEqualTo(expected)
			.isNotEmpty();
	}

	@Test
	void theFirstAndTheLastDayOfASpanCount() {
		String ofOneDay = "{ moves(between: { from: \"%s\", to: \"%s\" }, kinds: [ARRIVED]) { nodes { appointment { id } } } }";
		String found = "moves.nodes[*].appointment.id";
		String announced = "ian-dalton-bt-global-services-president-of-global-health";
		assertThat(this.api.keys(ofOneDay.formatted("2013-05-01", "2013-05-01"), found)).contains(announced);
		assertThat(this.api.keys(ofOneDay.formatted("2013-04-01", "2013-04-30"), found)).doesNotContain(announced);
		assertThat(this.api.keys(ofOneDay.formatted("2013-05-02", "2013-05-31"), found)).doesNotContain(announced);
	}

	@Test
	void spansAtTheEndsOfTheCalendarHoldNothing() {
		for (String year : List.of("0000", "9999")) {
			this.api
				.ask("""
						{ moves(between: { from: "%s-01-01", to: "%s-12-31" }, bases: [ANNOUNCED]) { totalCount nodes { kind } } }
						"""
					.formatted(year, year))
				.path("moves.totalCount")
				.entity(Integer.class)
				.isEqualTo(0);
		}
	}

	private List<String> moves(String arguments) {
		return this.api.keys("""
				{ moves(between: { from: "1900-01-01", to: "2030-12-31" }, %s) { nodes { appointment { id } } } }
				""".formatted(arguments), "moves.nodes[*].appointment.id");
	}

	private List<String> keys(String field, String arguments) {
		return this.api.keys("""
				{ moves(between: { from: "1900-01-01", to: "2030-12-31" }, %s) { nodes { %s { id } } } }
				""".formatted(arguments, field), "moves.nodes[*]." + field + "[*].id");
	}

	/**
	 * Changes the dates of an appointment and works its moves out anew.
	 */
	private void date(String appointment, String columns, String fromEarliest, String fromLatest, String untilEarliest,
			@Nullable String untilLatest) {
		this.jdbc.sql("""
				update appointments set %s, held_from_earliest = cast(? as date), held_from_latest = cast(? as date),
				  held_until_earliest = cast(? as date), held_until_latest = cast(? as date)
				where id = ?
				""".formatted(columns))
			.param(fromEarliest)
			.param(fromLatest)
			.param(untilEarliest)
			.param(untilLatest)
			.param(appointment)
			.update();
		for (String table : List.of("timeline_subjects", "timeline_entries", "moves")) {
			this.jdbc.sql("delete from " + table).update();
		}
		new ResourceDatabasePopulator(new ClassPathResource("db/release/derived/timeline.sql")).execute(this.database);
	}

}
