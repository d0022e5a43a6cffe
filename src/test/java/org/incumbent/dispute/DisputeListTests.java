package org.incumbent.dispute;

import java.util.List;

import javax.sql.DataSource;

import org.incumbent.graphql.Asking;
import org.incumbent.graphql.RunningApi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
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
 * Made-up disputes on records of the three articles, on all that a dispute can be about.
 */
@RunningApi
class DisputeListTests {

	private static final String DALTON = "ian-dalton-nhs-improvement-chief-executive";

	private static final String ARTICLE = "hsj-trust-chief-executives-and-football-managers";

	private static final String OTHER_ARTICLE = "healthcare-leader-ian-dalton-quits-nhs-improvement";

	private final Asking api;

	private final JdbcClient jdbc;

	private final DataSource database;

	@Autowired
	DisputeListTests(GraphQlTester tester, JdbcClient jdbc, DataSource database) {
		this.api = new Asking(tester);
		this.jdbc = jdbc;
		this.database = database;
	}

	@BeforeEach
	void dispute() {
		this.jdbc.sql("delete from claims").update();
		claim("1", "Appointment", DALTON, "start_date", "2017-12-04", ARTICLE, "ACCEPTED");
		claim("2", "Appointment", DALTON, "start_date", "2017-12", OTHER_ARTICLE, "SUPERSEDED");
		claim("3", "Appointment", DALTON, "end_date", "2019-06", ARTICLE, "DISPUTED");
		claim("4", "Appointment", DALTON, "end_date", "2019-07", OTHER_ARTICLE, "DISPUTED");
		claim("5", "Person", "ian-dalton", "name", "Ian Dalton", ARTICLE, "ACCEPTED");
		claim("6", "Person", "ian-dalton", "name", "Iain Dalton", ARTICLE, "DISPUTED");
		claim("7", "Role", "nhs-improvement-chair", "name", "Chair", ARTICLE, "ACCEPTED");
		claim("8", "Role", "nhs-improvement-chair", "name", "Chairman", ARTICLE, "RETRACTED");
		claim("9", "Organisation", "nhs-improvement", "member_of", "one", ARTICLE, "ACCEPTED");
		claim("10", "Organisation", "nhs-improvement", "member_of", "two", ARTICLE, "ACCEPTED");
		claim("11", "Organisation", "bt", "kind", "COMPANY", ARTICLE, "DISPUTED");
		claim("12", "Quote", "ian-dalton-letter-on-leaving", "attribution", "Mr Dalton", ARTICLE, "DISPUTED");
		claim("13", "Event", "huw-owen-leaves-bt-health-2012", "event_date", "2012-10", ARTICLE, "DISPUTED");
		for (String table : List.of("dispute_parties", "disputes")) {
			this.jdbc.sql("delete from " + table).update();
		}
		new ResourceDatabasePopulator(new ClassPathResource("db/release/derived/disputes.sql")).execute(this.database);
	}

	@Test
	void claimsStandSideBySideAcceptedOnesFirst() {
		GraphQlTester.Response answer = this.api.ask("""
				{
				  disputes(filter: { subject: <Appointment:%s> }) {
				    totalCount
				    nodes {
				      field state compatible accepted { value }
				      claims { value standing source { slug } }
				      subject { __typename }
				    }
				  }
				}
				""".formatted(DALTON));
		answer.path("disputes.totalCount").entity(Integer.class).isEqualTo(2);
		answer.path("disputes.nodes[*].field").entityList(String.class).isEqualTo(List.of("end_date", "start_date"));
		answer.path("disputes.nodes[*].state").entityList(String.class).isEqualTo(List.of("UNDECIDED", "SUPERSEDED"));
		answer.path("disputes.nodes[*].compatible").entityList(Boolean.class).isEqualTo(List.of(false, true));
		answer.path("disputes.nodes[0].accepted").entityList(Object.class).hasSize(0);
		answer.path("disputes.nodes[1].accepted[*].value").entityList(String.class).isEqualTo(List.of("2017-12-04"));
		answer.path("disputes.nodes[1].claims[*].standing")
			.entityList(String.class)
			.isEqualTo(List.of("ACCEPTED", "SUPERSEDED"));
		answer.path("disputes.nodes[*].subject.__typename")
			.entityList(String.class)
			.isEqualTo(List.of("Appointment", "Appointment"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{} | end_date start_date event_date kind name attribution name
			{ states: [DECIDED] } | name
			{ states: [SUPERSEDED] } | start_date name
			{ states: [] } |
			{ types: ["Person", "Quote"] } | name attribution
			{ fields: ["name"] } | name name
			{ source: <Source:healthcare-leader-ian-dalton-quits-nhs-improvement> } | end_date start_date
			{ person: <Person:ian-dalton> } | end_date start_date name attribution
			{ person: <Person:huw-owen> } | event_date
			{ organisation: <Organisation:nhs-improvement> } | end_date start_date name
			{ organisation: <Organisation:bt-health> } | event_date
			{ not: { person: <Person:ian-dalton> }, or: [{ types: ["Role"] }, { fields: ["kind"] }] } | kind name
			""")
	void disputesAreFiltered(String filter, @Nullable String fields) {
		List<String> expected = (fields != null) ? List.of(fields.split(" ")) : List.of();
		assertThat(
				this.api.texts("{ disputes(filter: " + filter + ") { nodes { field } } }", "disputes.nodes[*].field"))
			.isEqualTo(expected);
	}

	@Test
	void disputesComeInPagesBothWays() {
		String page = "{ disputes(%s) { nodes { field } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }";
		GraphQlTester.Response first = this.api.ask(page.formatted("first: 3"));
		String end = first.path("disputes.pageInfo.endCursor").entity(String.class).get();
		assertThat(this.api.texts(page.formatted("first: 100, after: \"" + end + "\""), "disputes.nodes[*].field"))
			.containsExactly("kind", "name", "attribution", "name");
		assertThat(this.api.texts(page.formatted("last: 2, before: \"" + end + "\""), "disputes.nodes[*].field"))
			.containsExactly("end_date", "start_date");
		assertThat(this.api.refusal("{ claims(after: \"" + end + "\") { totalCount } }"))
			.startsWith("the cursor in 'after' comes from another list");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					{ subject: <Source:x> } | 'subject' takes the id of a record that cites sources (Appointment, Event, Organisation, OrganisationChange, Person, Quote, Role); this is the id of a Source
					{ types: ["appointments"] } | 'types' takes names of types (Appointment, Event, Organisation, OrganisationChange, Person, Quote, Role); this is 'appointments'
					{ person: <Organisation:bt> } | 'person' takes the id of a record of type Person
					{ source: "nonsense" } | 'nonsense' is not an id of this API
					""")
	void badFiltersAreRefused(String filter, String message) {
		assertThat(this.api.refusal("{ disputes(filter: " + filter + ") { totalCount } }")).startsWith(message);
	}

	private void claim(String id, String type, String subject, String field, String value, String source,
			String standing) {
		this.jdbc
			.sql("""
					insert into claims (id, subject_type, subject_id, field, claimed_value, source_id, basis, standing, claim_sort)
					values (?, ?, ?, ?, ?, ?, 'STATED', ?, ?)
					""")
			.params(id, type, subject, field, value, source, standing, String.join("/", type, subject, field, standing))
			.update();
	}

}
