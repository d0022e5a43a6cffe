package org.incumbent.lineage;

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
 * Made-up lineage, as clients ask for it: Logica and BT went into BT Health, and that
 * into NHS England.
 */
@RunningApi
class LineageTests {

	private final Asking api;

	private final JdbcClient jdbc;

	@Autowired
	LineageTests(GraphQlTester tester, JdbcClient jdbc) {
		this.api = new Asking(tester);
		this.jdbc = jdbc;
	}

	@BeforeEach
	void insertLineage() {
		for (String change : List.of("later", "earlier", "last")) {
			this.jdbc.sql("""
					insert into organisation_changes (id, kind, operational_on, change_sort, disputed)
					values (:id, 'ABSORBED', :day, :day, false)
					""").param("id", change).param("day", change.equals("earlier") ? "2015" : "2018").update();
		}
		insert("OPERATIONAL", "logica", "bt-health", 1, "later", "later");
		insert("OPERATIONAL", "bt", "bt-health", 1, "later", "later");
		insert("OPERATIONAL", "nhsx", "bt-health", 1, "earlier", "earlier");
		insert("OPERATIONAL", "bt-health", "nhs-england", 1, "last", "last");
		insert("OPERATIONAL", "logica", "nhs-england", 2, "later", "last");
		insert("LEGAL", "nuffield-trust", "bt-health", 1, "earlier", "earlier");
	}

	@Test
	void theNearestComesFirstThenTheEarliestThenByName() {
		assertThat(links("bt-health", "predecessors(calendar: OPERATIONAL)")).containsExactly("nhsx", "bt", "logica");
		assertThat(links("nhs-england", "predecessors(depth: 2, calendar: OPERATIONAL)")).containsExactly("bt-health",
				"logica");
		assertThat(links("logica", "successors(depth: 5, calendar: OPERATIONAL)")).containsExactly("bt-health",
				"nhs-england");
	}

	@Test
	void withoutArgumentsTheNearestInLawAreListed() {
		assertThat(links("bt-health", "predecessors")).containsExactly("nuffield-trust");
		assertThat(links("bt-health", "successors")).isEmpty();
		assertThat(links("logica", "successors(calendar: OPERATIONAL)")).containsExactly("bt-health");
	}

	@Test
	void theChangeIsTheOneNextToTheOtherBody() {
		this.api.ask("""
				{
				  organisation(by: { slug: "logica" }) {
				    successors(depth: 2, calendar: OPERATIONAL) { change { operational { edtf } id } distance }
				  }
				}
				""").path("organisation.successors[*].distance").entityList(Integer.class).containsExactly(1, 2);
		assertThat(this.api.keys(
				"""
						{ organisation(by: { slug: "logica" }) { successors(depth: 2, calendar: OPERATIONAL) { change { id } } } }
						""",
				"organisation.successors[*].change.id"))
			.containsExactly("later", "last");
		assertThat(this.api.keys(
				"""
						{ organisation(by: { slug: "nhs-england" }) { predecessors(depth: 2, calendar: OPERATIONAL) { change { id } } } }
						""",
				"organisation.predecessors[*].change.id"))
			.containsExactly("last", "later");
	}

	@Test
	void aDepthBelowOneIsRefused() {
		for (String side : List.of("predecessors", "successors")) {
			assertThat(
					this.api.refusal("{ organisation(by: { slug: \"bt\" }) { " + side + "(depth: 0) { distance } } }"))
				.isEqualTo(
						"'depth' takes a number from 1; this is 0: send 1 for the nearest bodies, more for those further on");
		}
	}

	@Test
	void theStatusIsReadFromTheChanges() {
		this.jdbc
			.sql("insert into organisation_change_parts values ('last', 'FROM', 'bt-health'), ('last', 'TO', 'bt')")
			.update();
		String status = "{ organisation(by: { slug: \"bt-health\" }) { status%s } }";
		this.api.ask(status.formatted(""))
			.path("organisation.status")
			.entity(String.class)
			.isEqualTo("absorbed in practice into BT in 2018");
		this.api.ask(status.formatted("(asOf: \"2018-06-01\")"))
			.path("organisation.status")
			.entity(String.class)
			.isEqualTo("perhaps absorbed in practice into BT in 2018");
		this.api.ask("{ organisation(by: { slug: \"nhsx\" }) { status } }")
			.path("organisation.status")
			.entity(String.class)
			.isEqualTo("no end is recorded");
	}

	private List<String> links(String slug, String field) {
		return this.api.texts(
				"{ organisation(by: { slug: \"" + slug + "\" }) { " + field + " { organisation { slug } } } }",
				"organisation." + field.replaceFirst("\\(.*", "") + "[*].organisation.slug");
	}

	private void insert(String calendar, String from, String to, int distance, String first, String last) {
		this.jdbc.sql("insert into organisation_lineage values (?, ?, ?, ?, ?, ?)")
			.params(calendar, from, to, distance, first, last)
			.update();
	}

}
