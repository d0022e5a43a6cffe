package org.incumbent.naming;

import java.util.List;

import org.incumbent.graphql.Asking;
import org.incumbent.graphql.RunningApi;
import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Made-up codes and names: the code X24 was given to one body and later to another.
 */
@RunningApi
class NamingTests {

	private final Asking api;

	private final JdbcClient jdbc;

	@Autowired
	NamingTests(GraphQlTester tester, JdbcClient jdbc) {
		this.api = new Asking(tester);
		this.jdbc = jdbc;
	}

	@BeforeEach
	void giveCodesAndNames() {
		insertCode("Organisation", "nhs-commissioning-board", "ods", "X24", "2012");
		insertCode("Organisation", "nhs-england", "ods", "X24", "2013-04-01");
		insertCode("Organisation", "nhs-england", "wikidata", "Q1", null);
		insertCode("Person", "ian-dalton", "wikidata", "Q2", null);
		insertName("Person", "ian-dalton", "Ian M. Dalton", null);
		insertName("Person", "ian-dalton", "I. Dalton", "2001");
		insertName("Organisation", "ian-dalton", "Not a person", null);
	}

	@Test
	void aCodeThatWasUsedAgainLeadsToTheBodyThatHasItNow() {
		assertThat(organisation("{ odsCode: \"X24\" }")).isEqualTo("nhs-england");
		assertThat(organisation("{ identifier: { scheme: \"ods\", value: \"X24\" } }")).isEqualTo("nhs-england");
	}

	@Test
	void aBodyThatHasACodeSinceWhenIsUnknownGivesWayToADatedOne() {
		insertCode("Organisation", "bt", "ods", "X24", null);
		assertThat(organisation("{ odsCode: \"X24\" }")).isEqualTo("nhs-england");
	}

	@Test
	void aCodeOfAnotherSchemeOrTypeLeadsNowhere() {
		assertThat(organisation("{ identifier: { scheme: \"wikidata\", value: \"Q1\" } }")).isEqualTo("nhs-england");
		assertThat(organisation("{ identifier: { scheme: \"wikidata\", value: \"X24\" } }")).isNull();
		assertThat(organisation("{ identifier: { scheme: \"wikidata\", value: \"Q2\" } }")).isNull();
		assertThat(organisation("{ odsCode: \"Q1\" }")).isNull();
		assertThat(organisation("{ odsCode: \"\" }")).isNull();
	}

	@Test
	void aPersonIsFoundByACode() {
		this.api.ask("""
				{
				  known: person(by: { identifier: { scheme: "wikidata", value: "Q2" } }) { slug }
				  unknown: person(by: { identifier: { scheme: "wikidata", value: "Q1" } }) { slug }
				}
				""").path("known.slug").entity(String.class).isEqualTo("ian-dalton").path("unknown").valueIsNull();
	}

	@Test
	void codesComeOldestFirstAndUndatedLast() {
		this.api.ask("""
				{
				  organisation(by: { slug: "nhs-england" }) {
				    identifiers { scheme value locator period { start { edtf } } source { slug } }
				  }
				}
				""")
			.path("organisation.identifiers[*].scheme")
			.entityList(String.class)
			.isEqualTo(List.of("ods", "wikidata"))
			.path("organisation.identifiers[0].period.start.edtf")
			.entity(String.class)
			.isEqualTo("2013-04-01")
			.path("organisation.identifiers[*].source.slug")
			.entityList(String.class)
			.hasSize(2);
	}

	@Test
	void otherNamesComeOldestFirstAndUndatedLast() {
		assertThat(this.api.texts("{ person(by: { slug: \"ian-dalton\" }) { otherNames { name } } }",
				"person.otherNames[*].name"))
			.containsExactly("I. Dalton", "Ian M. Dalton");
		assertThat(this.api.texts("{ person(by: { slug: \"huw-owen\" }) { otherNames { name } } }",
				"person.otherNames[*].name"))
			.isEmpty();
	}

	@Test
	void aRoleHasTheNamesThatSourcesPrint() {
		this.api.ask("""
				{
				  role(by: { slug: "nhs-improvement-chief-executive" }) {
				    otherNames { name kind locator source { slug } }
				  }
				}
				""")
			.path("role.otherNames[?(@.name == 'Boss')].kind")
			.entityList(String.class)
			.isEqualTo(List.of("PRINTED"))
			.path("role.otherNames[?(@.name == 'Boss')].source.slug")
			.entityList(String.class)
			.isEqualTo(List.of("hsj-trust-chief-executives-and-football-managers"));
	}

	private @Nullable String organisation(String by) {
		List<String> slugs = this.api.texts("{ organisation(by: " + by + ") { slug } }", "organisation..slug");
		return slugs.isEmpty() ? null : slugs.get(0);
	}

	private void insertCode(String type, String subject, String scheme, String value, @Nullable String start) {
		this.jdbc.sql("""
				insert into identifiers (id, subject_type, subject_id, scheme, identifier_value, start_date, state,
				  source_id, locator, start_sort)
				select :id, :type, :subject, :scheme, :value, :start, 'UNKNOWN', min(id), 'p1', :sort
				from sources
				""")
			.param("id", subject + "-" + scheme)
			.param("type", type)
			.param("subject", subject)
			.param("scheme", scheme)
			.param("value", value)
			.param("start", start)
			.param("sort", sortKey(start))
			.update();
	}

	private void insertName(String type, String subject, String name, @Nullable String start) {
		this.jdbc.sql("""
				insert into names (id, subject_type, subject_id, name, kind, start_date, state, source_id, locator,
				  start_sort)
				select :name, :type, :subject, :name, 'OTHER', :start, 'UNKNOWN', min(id), 'p1', :sort
				from sources
				""")
			.param("name", name)
			.param("type", type)
			.param("subject", subject)
			.param("start", start)
			.param("sort", sortKey(start))
			.update();
	}

	private static String sortKey(@Nullable String date) {
		return (date != null) ? FuzzyDate.parse(date).sortKey() : FuzzyDate.unknownSortKey();
	}

}
