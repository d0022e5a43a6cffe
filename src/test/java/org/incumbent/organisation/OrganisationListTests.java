package org.incumbent.organisation;

import java.time.LocalDate;
import java.util.List;

import org.incumbent.graphql.Asking;
import org.incumbent.graphql.RunningApi;
import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@RunningApi
class OrganisationListTests {

	private final Asking api;

	private final JdbcClient jdbc;

	@Autowired
	OrganisationListTests(GraphQlTester tester, JdbcClient jdbc) {
		this.api = new Asking(tester);
		this.jdbc = jdbc;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{ name: "nhsi" }                             | nhs-improvement                         | nhs-england
					{ name: "bt health" }                        | bt-health                               | bt
					{ kinds: [REGULATOR] }                       | nhs-england nhs-improvement             | bt
					{ kinds: [MEMBERSHIP_BODY, PUBLISHER] }      | nhs-confederation healthcare-leader     | nhs-england
					{ named: false }                             | unnamed-trust-led-by-ian-dalton         | nhs-england
					{ named: true }                              | nhs-england                             | unnamed-trust-led-by-ian-dalton
					{ parent: <Organisation:bt> }                | bt-global-services bt-health            | bt
					{ parent: <Organisation:unnamed-chain-of-salford-royal-and-pennine-acute> } | | salford-royal
					{ kinds: [COMPANY], not: { parent: <Organisation:bt> } } | bt                          | bt-health
					""")
	void aFilterFindsTheBodiesItDescribes(String filter, @Nullable String found, @Nullable String leftOut) {
		this.api.assertFilter("organisations", filter, found, leftOut);
	}

	@Test
	void aBodyMayHaveExistedUnlessItsDatesRuleThatOut() {
		this.jdbc.sql("update organisations set exists_until_latest = '2013-03-31' where id = 'nhs-north-of-england'")
			.update();
		this.jdbc.sql("update organisations set exists_from_earliest = '2019-02-01' where id = 'nhsx'").update();
		this.api.assertFilter("organisations", "{ existsOn: \"2013-03-31\" }", "nhs-north-of-england bt", "nhsx");
		this.api.assertFilter("organisations", "{ existsOn: \"2013-04-01\" }", "bt", "nhs-north-of-england nhsx");
		this.api.assertFilter("organisations", "{ existsOn: \"2019-02-01\" }", "nhsx bt", "nhs-north-of-england");
	}

	@Test
	void bodiesAreOrderedByName() {
		this.api.assertOrder("organisations", "NAME",
				"ark-continuity bt bt-global-services bt-health charity-sector nhs nhs-england nhs-improvement nhsx");
		assertThat(this.api.list("organisations")).isEqualTo(this.api.list("organisations(orderBy: { field: NAME })"));
	}

	@Test
	void bodiesWithoutAFoundingDateComeLast() {
		found("nhsx", "2019-02");
		found("bt", "1846");
		found("nuffield-trust", "[..1940]");
		this.api.assertOrder("organisations", "FOUNDED", "nuffield-trust bt nhsx nhs-england");
		assertThat(this.api.list("organisations(orderBy: { field: FOUNDED })")).startsWith("nuffield-trust", "bt",
				"nhsx");
		assertThat(this.api.list("organisations(orderBy: { field: FOUNDED, direction: DESC })")).endsWith("nhsx", "bt",
				"nuffield-trust");
	}

	@Test
	void aPartIsAPartAsLongAsSourcesDoNotRuleItOut() {
		this.jdbc.sql(
				"update organisation_relations set holds_until_latest = '2015-12-31' where id = 'bt-health-part-of-bt'")
			.update();
		assertThat(children("")).containsExactly("bt-global-services", "bt-health");
		assertThat(children("(asOf: \"2015-12-31\")")).containsExactly("bt-global-services", "bt-health");
		assertThat(children("(asOf: \"2016-01-01\")")).containsExactly("bt-global-services");
		assertThat(parent("bt-health", "")).isEqualTo("bt");
		assertThat(parent("bt-health", "(asOf: \"2015-12-31\")")).isEqualTo("bt");
		assertThat(parent("bt-health", "(asOf: \"2016-01-01\")")).isNull();
	}

	@Test
	void aBodyThatTwoRelationsMakeAPartIsOneChild() {
		relate("PART_OF", "bt-health", "bt", null);
		assertThat(children("")).containsExactly("bt-global-services", "bt-health");
		this.api.ask("{ organisation(by: { slug: \"bt\" }) { children { totalCount } } }")
			.path("organisation.children.totalCount")
			.entity(Integer.class)
			.isEqualTo(2);
	}

	@Test
	void theWholeThatIsCertainOnTheDayComesBeforeAPossibleOne() {
		relate("PART_OF", "bt-health", "nhs", "2014-01-01");
		assertThat(parent("bt-health", "(asOf: \"2014-01-01\")")).isEqualTo("nhs");
		assertThat(parent("bt-health", "(asOf: \"2012-12-15\")")).isEqualTo("bt");
	}

	@Test
	void membershipIsNoPart() {
		assertThat(this.api.keys("{ organisation(by: { slug: \"salford-royal\" }) { memberOf { id } } }",
				"organisation.memberOf[*].id"))
			.containsExactly("unnamed-chain-of-salford-royal-and-pennine-acute");
		assertThat(parent("salford-royal", "")).isNull();
		assertThat(this.api.keys("{ organisation(by: { slug: \"bt-health\" }) { memberOf { id } } }",
				"organisation.memberOf[*].id"))
			.isEmpty();
	}

	@Test
	void reportedTurnoverIsWhatASourceSays() {
		assertThat(this.api.texts("""
				{
				  organisation(by: { slug: "unnamed-trust-with-eleven-chief-executives" }) {
				    reportedTurnover { value quote { attribution } }
				  }
				}
				""", "organisation.reportedTurnover[*].value")).containsExactly("11 chief executives in 14 years");
		assertThat(this.api.texts("{ organisation(by: { slug: \"nhs\" }) { reportedTurnover { value } } }",
				"organisation.reportedTurnover[*].value"))
			.isEmpty();
	}

	private List<String> children(String arguments) {
		return this.api.keys("{ organisation(by: { slug: \"bt\" }) { children" + arguments + " { nodes { id } } } }",
				"organisation.children.nodes[*].id");
	}

	private @Nullable String parent(String slug, String arguments) {
		List<String> slugs = this.api.texts(
				"{ organisation(by: { slug: \"" + slug + "\" }) { parent" + arguments + " { slug } } }",
				"organisation..slug");
		return slugs.isEmpty() ? null : slugs.get(0);
	}

	private void found(String key, String date) {
		this.jdbc.sql("update organisations set founded_sort = ? where id = ?")
			.params(FuzzyDate.parse(date).sortKey(), key)
			.update();
	}

	private void relate(String kind, String part, String whole, @Nullable String seenOn) {
		this.jdbc.sql("""
				insert into organisation_relations (id, kind, organisation_id, related_id, state, source_id, locator,
				  holds_from_earliest, holds_from_latest, holds_until_earliest, holds_until_latest, start_sort)
				select 'test-relation', :kind, :part, :whole, 'UNKNOWN', min(id), 'p1', :day, :day, :day, :day, '~'
				from sources
				""")
			.param("kind", kind)
			.param("part", part)
			.param("whole", whole)
			.param("day", (seenOn != null) ? LocalDate.parse(seenOn) : null)
			.update();
	}

}
