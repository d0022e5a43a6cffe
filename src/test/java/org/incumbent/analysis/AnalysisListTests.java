package org.incumbent.analysis;

import java.util.List;

import org.incumbent.graphql.Asking;
import org.incumbent.graphql.RunningApi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the API answers to questions on turnover and shared service, and what it refuses.
 */
@RunningApi
class AnalysisListTests {

	private static final String YEAR = "between: {from: \"2018-06-01\", to: \"2019-03-01\"}";

	private final Asking api;

	private final JdbcClient jdbc;

	@Autowired
	AnalysisListTests(GraphQlTester tester, JdbcClient jdbc) {
		this.api = new Asking(tester);
		this.jdbc = jdbc;
	}

	@Test
	void aTurnoverComesWithItsRowsAndTheirClaims() {
		this.api.ask("""
				{
				  role(by: { slug: "nhs-improvement-chief-executive" }) {
				    turnover(%s) {
				      holders possibleHolders unrecordedDays
				      method { includeInterim followSuccessors calendar countReturns countHandOvers }
				      appointments { id }
				      claims { field }
				    }
				  }
				}
				""".formatted(YEAR))
			.path("role.turnover.holders")
			.entity(Integer.class)
			.isEqualTo(1)
			.path("role.turnover.unrecordedDays")
			.entity(Integer.class)
			.isEqualTo(0)
			.path("role.turnover.method")
			.matchesJson("""
					{
					  "includeInterim": true, "followSuccessors": false, "calendar": "LEGAL",
					  "countReturns": false, "countHandOvers": false
					}
					""")
			.path("role.turnover.claims[*].field")
			.entityList(String.class)
			.contains("start_date", "person_id")
			.satisfies((fields) -> assertThat(fields).doesNotContain("end_reason", "start_announced"));
	}

	@Test
	void workWithoutAPostHasNoTurnover() {
		this.api.ask("""
				{ role(by: { slug: "nhs-unspecified" }) { turnover(%s) { possibleHolders appointments { id } } } }
				""".formatted(YEAR))
			.path("role.turnover.possibleHolders")
			.entity(Integer.class)
			.isEqualTo(0)
			.path("role.turnover.appointments")
			.entityList(Object.class)
			.hasSize(0);
	}

	@Test
	void organisationsWithTheKindOfPostAreListedByName() {
		List<String> listed = this.api.texts("""
				{ turnovers(filter: {roleKind: CHIEF_EXECUTIVE}, %s, first: 100) { nodes { name } } }
				""".formatted(YEAR), "turnovers.nodes[*].name");
		assertThat(listed).contains("NHS Improvement", "NHS England")
			.isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
		assertThat(this.api.texts("""
				{
				  turnovers(filter: {roleKind: CHIEF_EXECUTIVE, organisations: [<Organisation:nhs-improvement>]}, %s) {
				    edges { node { name } turnover { appointments { person { slug } } } }
				  }
				}
				""".formatted(YEAR), "turnovers.edges[*].turnover.appointments[*].person.slug"))
			.containsExactly("ian-dalton");
	}

	@Test
	void theLineOfABodyIsFollowedBackByTheDatesOfTheCalendarAndNotOverTasks() {
		change("joined", "OPERATIONALLY_JOINED", "nhs-improvement", "nhs-england", "2018-10", null);
		origin("OPERATIONAL", "nhs-improvement", "nhs-england", "joined");
		change("moved", "FUNCTIONS_TRANSFERRED", "nhs-confederation", "nhs-england", "2019", "2019");
		assertThat(holdersOfTheLine("nhs-england", "calendar: OPERATIONAL")).containsExactlyInAnyOrder("ian-dalton",
				"simon-stevens");
		assertThat(holdersOfTheLine("nhs-england", "calendar: LEGAL")).containsExactly("simon-stevens");
		assertThat(holdersOfTheLine("nhs-improvement", "calendar: OPERATIONAL")).containsExactly("ian-dalton");
	}

	@Test
	void aBodyThatCameEarlierCountsUpToTheChangeEvenInACircle() {
		change("joined", "MERGED", "nhs-improvement", "nhs-england", null, "2018-05-31");
		change("back", "ABSORBED", "nhs-england", "nhs-improvement", null, "2018-06-01");
		origin("LEGAL", "nhs-improvement", "nhs-england", "joined");
		origin("LEGAL", "nhs-england", "nhs-improvement", "back");
		assertThat(holdersOfTheLine("nhs-england", "calendar: LEGAL")).containsExactly("simon-stevens");
		assertThat(holdersOfTheLine("nhs-improvement", "calendar: LEGAL")).containsExactlyInAnyOrder("ian-dalton",
				"simon-stevens");
	}

	/**
	 * Which roles are alike is for the table to say: here it names a chair.
	 */
	@Test
	void theLineOfARoleHasThoseRolesThatItsListHas() {
		change("joined", "ABSORBED", "nhs-improvement", "nhs-england", "2018-10-01", null);
		origin("OPERATIONAL", "nhs-improvement", "nhs-england", "joined");
		String role = """
				{
				  role(by: { slug: "nhs-england-chief-executive" }) {
				    appointments(followSuccessors: true, calendar: OPERATIONAL) { nodes { id } }
				    turnover(%s, method: { followSuccessors: true, calendar: OPERATIONAL }) { appointments { id } }
				  }
				}
				""".formatted(YEAR);
		String own = "simon-stevens-nhs-england-chief-executive";
		assertThat(this.api.keys(role, "role.appointments.nodes[*].id")).containsExactly(own);
		assertThat(this.api.keys(role, "role.turnover.appointments[*].id")).containsExactly(own);
		this.jdbc.sql(
				"insert into role_lineage values ('OPERATIONAL', 'nhs-england-chief-executive', 'nhs-improvement-chair')")
			.update();
		for (String list : List.of("appointments.nodes", "turnover.appointments")) {
			assertThat(this.api.keys(role, "role." + list + "[*].id")).containsExactlyInAnyOrder(own,
					"dido-harding-nhs-improvement-chair");
		}
	}

	@Test
	void bothOnABoardAreFoundFromEitherSide() {
		for (String person : List.of("ian-dalton", "dido-harding")) {
			this.api
				.ask("""
						{
						  person(by: { slug: "%s" }) {
						    servedWith(between: {from: "2019-02-27", to: "2019-03-02"}, roleKinds: [CHIEF_EXECUTIVE, CHAIR]) {
						      totalCount
						      edges { node { slug } organisation { slug } certainDays possibleDays period { state days { least most } } }
						    }
						  }
						}
						"""
					.formatted(person))
				.path("person.servedWith.edges[0].organisation.slug")
				.entity(String.class)
				.isEqualTo("nhs-improvement")
				.path("person.servedWith.edges[0].possibleDays")
				.entity(Integer.class)
				.isEqualTo(4);
		}
	}

	@Test
	void aPageOfThoseSomebodyServedWithGoesOnWhereTheLastOneEnded() {
		List<String> all = servedWith("first: 100");
		assertThat(all).hasSizeGreaterThan(2).doesNotHaveDuplicates();
		String cursor = this.api.texts("""
				{ person(by: { slug: "ian-dalton" }) { servedWith(first: 1) { edges { cursor } } } }
				""", "person.servedWith.edges[*].cursor").get(0);
		assertThat(servedWith("first: 1, after: \"" + cursor + "\"")).containsExactly(all.get(1));
		assertThat(servedWith("last: 1")).containsExactly(all.get(all.size() - 1));
		assertThat(servedWith("last: 5, before: \"" + cursor + "\"")).isEmpty();
		assertThat(this.api.refusal("""
				{ person(by: { slug: "ian-dalton" }) { appointments(after: "%s") { nodes { id } } } }
				""".formatted(cursor))).startsWith("the cursor in 'after' comes from another list");
	}

	@Test
	void aChainLeadsOverWhomeverTwoPeopleServedWith() {
		this.api.ask("""
				{
				  connection(from: <Person:ian-dalton>, to: <Person:dido-harding>, includePossible: true) {
				    steps complete chains { steps { from { slug } to { slug } overlaps { organisation { slug } } } }
				  }
				}
				""")
			.path("connection.steps")
			.entity(Integer.class)
			.isEqualTo(1)
			.path("connection.chains[0].steps[0].to.slug")
			.entity(String.class)
			.isEqualTo("dido-harding");
	}

	@Test
	void nobodyIsConnectedWithSomebodyWhoIsNotThere() {
		this.api.ask("{ connection(from: <Person:ian-dalton>, to: <Person:nobody>) { steps } }")
			.path("connection")
			.valueIsNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					connection(from: <Person:ian-dalton>, to: <Person:ian-dalton>) { steps } | 'from' and 'to' are the same person
					connection(from: <Person:ian-dalton>, to: <Person:dido-harding>, maxSteps: 7) { steps } | 'maxSteps' takes a number from 1 to 6; this is 7
					connection(from: <Person:ian-dalton>, to: <Person:dido-harding>, maxChains: 0) { steps } | 'maxChains' takes a number from 1 to 50; this is 0
					connection(from: <Person:ian-dalton>, to: <Person:dido-harding>, minimumDays: 0) { steps } | 'minimumDays' takes a number of days from 1 on; this is 0
					connection(from: <Role:x>, to: <Person:dido-harding>) { steps } | 'from' takes the id of a record of type Person
					person(by: {slug: "ian-dalton"}) { servedWith(minimumDays: -1) { totalCount } } | 'minimumDays' takes a number of days from 1 on; this is -1
					turnovers(filter: {roleKind: UNSPECIFIED}, between: {from: "2018-01-01", to: "2018-12-31"}) { totalCount } | 'filter.roleKind' takes a kind of post
					turnovers(filter: {roleKind: CHAIR, organisations: []}, between: {from: "2018-01-01", to: "2018-12-31"}) { totalCount } | 'organisations' is empty: leave it out
					organisation(by: {slug: "nhs-improvement"}) { turnover(roleKind: UNSPECIFIED, between: {from: "2018-01-01", to: "2018-12-31"}) { holders } } | 'roleKind' takes a kind of post
					organisation(by: {slug: "nhs-improvement"}) { turnover(roleKind: CHAIR, between: {from: "2019-01-01", to: "2018-12-31"}) { holders } } | a date range takes 'from' up to 'to'
					""")
	void aBadArgumentIsRefusedWithWhatToSend(String field, String message) {
		assertThat(this.api.refusal("{ " + field + " }")).startsWith(message);
	}

	private List<String> holdersOfTheLine(String organisation, String calendar) {
		return this.api.texts("""
				{
				  organisation(by: { slug: "%s" }) {
				    turnover(roleKind: CHIEF_EXECUTIVE, %s, method: { followSuccessors: true, %s }) {
				      appointments { person { slug } }
				    }
				  }
				}
				""".formatted(organisation, YEAR, calendar), "organisation.turnover.appointments[*].person.slug");
	}

	private void change(String key, String kind, String from, String to, @Nullable String operational,
			@Nullable String legal) {
		this.jdbc.sql("""
				insert into organisation_changes (id, kind, operational_on, legal_on, change_sort, disputed)
				values (:id, :kind, :operational, :legal, 'x', false)
				""")
			.param("id", key)
			.param("kind", kind)
			.param("operational", operational)
			.param("legal", legal)
			.update();
		this.jdbc.sql("""
				insert into organisation_change_parts (change_id, side, organisation_id)
				values (:id, 'FROM', :before), (:id, 'TO', :after)
				""").param("id", key).param("before", from).param("after", to).update();
	}

	private void origin(String calendar, String earlier, String later, String change) {
		this.jdbc.sql("insert into lineage_origins values (?, ?, ?, ?)")
			.params(calendar, later, earlier, change)
			.update();
	}

	private List<String> servedWith(String page) {
		return this.api.texts("""
				{ person(by: { slug: "ian-dalton" }) { servedWith(%s) { nodes { slug } } } }
				""".formatted(page), "person.servedWith.nodes[*].slug");
	}

}
