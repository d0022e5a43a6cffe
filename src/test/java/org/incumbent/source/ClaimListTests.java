package org.incumbent.source;

import java.util.ArrayList;
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

@RunningApi
class ClaimListTests {

	private static final String INFERRED = "huw-owen-leaves-bt-health-2012-event-date-dh";

	private final Asking api;

	private final JdbcClient jdbc;

	@Autowired
	ClaimListTests(GraphQlTester tester, JdbcClient jdbc) {
		this.api = new Asking(tester);
		this.jdbc = jdbc;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{ subject: <Event:huw-owen-leaves-bt-health-2012> } | huw-owen-leaves-bt-health-2012-event-date-dh | bt-health-kind-dh
					{ subject: <Person:huw-owen-leaves-bt-health-2012> } | | huw-owen-leaves-bt-health-2012-event-date-dh
					{ source: <Source:digital-health-ian-dalton-leaves-for-bt> } | huw-owen-leaves-bt-health-2012-event-date-dh | nhs-improvement-kind-hl
					{ fields: ["event_date"] } | huw-owen-leaves-bt-health-2012-event-date-dh | bt-health-kind-dh
					{ fields: ["event_date", "kind"] } | huw-owen-leaves-bt-health-2012-event-date-dh bt-health-kind-dh | nhsx-name-hl
					{ fields: [] } | | huw-owen-leaves-bt-health-2012-event-date-dh
					{ fields: ["nothing"] } | | huw-owen-leaves-bt-health-2012-event-date-dh
					{ bases: [INFERRED] } | huw-owen-leaves-bt-health-2012-event-date-dh | nhsx-name-hl
					{ bases: [STATED, ANNOUNCED] } | nhsx-name-hl | huw-owen-leaves-bt-health-2012-event-date-dh
					{ standings: [RETRACTED] } | | huw-owen-leaves-bt-health-2012-event-date-dh
					{ bases: [INFERRED], not: { fields: ["event_date"] } } | bt-health-kind-dh | huw-owen-leaves-bt-health-2012-event-date-dh
					""")
	void aFilterFindsTheClaimsItDescribes(String filter, @Nullable String found, @Nullable String leftOut) {
		this.api.assertFilter("claims", filter, found, leftOut);
	}

	@Test
	void aClaimIsFoundByItsStanding() {
		this.jdbc.sql("update claims set standing = 'DISPUTED' where id = ?").param(INFERRED).update();
		assertThat(this.api.list("claims(filter: { standings: [DISPUTED, RETRACTED] })")).contains(INFERRED);
		assertThat(this.api.list("claims(filter: { standings: [ACCEPTED] })")).doesNotContain(INFERRED);
	}

	@Test
	void claimsAreListedByRecordThenByField() {
		List<String> places = new ArrayList<>();
		GraphQlTester.Response answer = this.api
			.ask("{ claims(first: 100) { nodes { field subject { __typename id } } } }");
		List<String> types = answer.path("claims.nodes[*].subject.__typename").entityList(String.class).get();
		List<String> keys = this.api.keys("{ claims(first: 100) { nodes { subject { id } } } }",
				"claims.nodes[*].subject.id");
		List<String> fields = answer.path("claims.nodes[*].field").entityList(String.class).get();
		for (int i = 0; i < types.size(); i++) {
			places.add(types.get(i) + "/" + keys.get(i) + "/" + fields.get(i));
		}
		assertThat(places).isSorted().hasSize(100);
	}

	@Test
	void theClaimsOfAllSourcesAreAllClaims() {
		List<String> ofSources = new ArrayList<>();
		int total = 0;
		for (String source : this.api.list("sources")) {
			List<String> claims = this.api.list("claims(filter: { source: <Source:" + source + "> })");
			int count = this.api
				.ask("{ node(id: <Source:" + source + ">) { ... on Source { claims { totalCount } } } }")
				.path("node.claims.totalCount")
				.entity(Integer.class)
				.get();
			assertThat(claims).hasSize(count).isNotEmpty();
			ofSources.addAll(claims);
			total += count;
		}
		assertThat(this.api.list("claims")).hasSize(total).containsExactlyInAnyOrderElementsOf(ofSources);
	}

	@Test
	void aClaimNamesTheQuoteThatItRestsOn() {
		this.api.ask("""
				{
				  claims(filter: { fields: ["reported_turnover"] }) {
				    nodes { quote { position } source { slug } subject { __typename } }
				  }
				}
				""")
			.path("claims.nodes[0].quote.position")
			.entity(Integer.class)
			.isEqualTo(1)
			.path("claims.nodes[0].subject.__typename")
			.entity(String.class)
			.isEqualTo("Organisation");
	}

	@Test
	void idsOfOtherTypesAreRefused() {
		assertThat(this.api.refusal("{ claims(filter: { source: <Person:x> }) { totalCount } }"))
			.startsWith("'source' takes the id of a record of type Source");
		assertThat(this.api.refusal("{ claims(filter: { subject: \"nonsense\" }) { totalCount } }"))
			.startsWith("'nonsense' is not an id of this API");
	}

}
