package org.incumbent.organisation;

import java.util.List;

import org.incumbent.graphql.Asking;
import org.incumbent.graphql.RunningApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two made-up changes: a merger of two bodies into a third, and then its split.
 */
@RunningApi
class OrganisationChangeTests {

	private final Asking api;

	private final JdbcClient jdbc;

	@Autowired
	OrganisationChangeTests(GraphQlTester tester, JdbcClient jdbc) {
		this.api = new Asking(tester);
		this.jdbc = jdbc;
	}

	@BeforeEach
	void mergeAndSplit() {
		insert("split", "SPLIT", "2020-01-01", List.of("nhs-england"), List.of("bt", "logica"));
		insert("merger", "MERGED", "2018-03", List.of("logica", "bt"), List.of("nhs-england"));
		this.jdbc.sql(
				"update organisation_changes set event_id = 'ian-dalton-quits-nhs-improvement-2019' where id = 'merger'")
			.update();
	}

	@Test
	void aBodyKnowsTheChangesThatItCameFromAndWentIntoOldestFirst() {
		for (String slug : List.of("bt", "nhs-england")) {
			assertThat(this.api.keys("{ organisation(by: { slug: \"" + slug + "\" }) { changes { id } } }",
					"organisation.changes[*].id"))
				.containsExactly("merger", "split");
		}
		assertThat(this.api.keys("{ organisation(by: { slug: \"nhsx\" }) { changes { id } } }",
				"organisation.changes[*].id"))
			.isEmpty();
	}

	@Test
	void bothSidesOfAChangeAreOrderedByName() {
		String query = "{ node(id: <OrganisationChange:merger>) { ... on OrganisationChange { %s { id } } } }";
		assertThat(this.api.keys(query.formatted("from"), "node.from[*].id")).containsExactly("bt", "logica");
		assertThat(this.api.keys(query.formatted("to"), "node.to[*].id")).containsExactly("nhs-england");
	}

	@Test
	void aChangeAndItsEventKnowEachOther() {
		this.api.ask("{ node(id: <OrganisationChange:merger>) { ... on OrganisationChange { event { slug } } } }")
			.path("node.event.slug")
			.entity(String.class)
			.isEqualTo("ian-dalton-quits-nhs-improvement-2019");
		this.api.ask("{ node(id: <OrganisationChange:split>) { ... on OrganisationChange { event { slug } } } }")
			.path("node.event")
			.valueIsNull();
		assertThat(this.api.keys("""
				{ event(by: { slug: "ian-dalton-quits-nhs-improvement-2019" }) { organisationChanges { id } } }
				""", "event.organisationChanges[*].id")).containsExactly("merger");
	}

	@Test
	void aChangeHasSourcesAndClaims() {
		assertThat(this.api.texts(
				"""
						{ node(id: <OrganisationChange:merger>) { ... on Cited { disputed sources { slug } claims { value } } } }
						""",
				"node.sources"))
			.isEmpty();
		this.jdbc.sql("""
				insert into subject_sources
				select 'OrganisationChange', 'merger', min(id) from sources
				""").update();
		assertThat(this.api.texts("{ node(id: <OrganisationChange:merger>) { ... on Cited { sources { slug } } } }",
				"node.sources[*].slug"))
			.hasSize(1);
	}

	private void insert(String id, String kind, String day, List<String> from, List<String> to) {
		this.jdbc.sql("""
				insert into organisation_changes (id, kind, legal_on, change_sort, disputed)
				values (?, ?, ?, ?, false)
				""").params(id, kind, day, day).update();
		from.forEach((body) -> insertPart(id, "FROM", body));
		to.forEach((body) -> insertPart(id, "TO", body));
	}

	private void insertPart(String change, String side, String body) {
		this.jdbc.sql("insert into organisation_change_parts values (?, ?, ?)").params(change, side, body).update();
	}

}
