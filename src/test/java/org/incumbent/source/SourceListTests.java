package org.incumbent.source;

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
class SourceListTests {

	private static final String LEADER = "healthcare-leader-ian-dalton-quits-nhs-improvement";

	private static final String HSJ = "hsj-trust-chief-executives-and-football-managers";

	private static final String DIGITAL = "digital-health-ian-dalton-leaves-for-bt";

	private final Asking api;

	private final JdbcClient jdbc;

	@Autowired
	SourceListTests(GraphQlTester tester, JdbcClient jdbc) {
		this.api = new Asking(tester);
		this.jdbc = jdbc;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{ kinds: [LEGISLATION] } | | healthcare-leader-ian-dalton-quits-nhs-improvement
					{ publisher: <Organisation:health-service-journal> } | hsj-trust-chief-executives-and-football-managers | digital-health-ian-dalton-leaves-for-bt
					{ publishedIn: { from: "2018-12-31" } } | hsj-trust-chief-executives-and-football-managers healthcare-leader-ian-dalton-quits-nhs-improvement | digital-health-ian-dalton-leaves-for-bt
					{ publishedIn: { from: "2019-01-01" } } | healthcare-leader-ian-dalton-quits-nhs-improvement | hsj-trust-chief-executives-and-football-managers
					{ publishedIn: { from: "2013-03-31", to: "2013-12-31" } } | digital-health-ian-dalton-leaves-for-bt | hsj-trust-chief-executives-and-football-managers
					{ name: "SHOULDN\u2019T  treat trust CEOs" } | hsj-trust-chief-executives-and-football-managers | healthcare-leader-ian-dalton-quits-nhs-improvement
					{ or: [{ publisher: <Organisation:digital-health> }, { name: "reacts" }] } | digital-health-ian-dalton-leaves-for-bt healthcare-leader-ian-dalton-quits-nhs-improvement | hsj-trust-chief-executives-and-football-managers
					""")
	void aFilterFindsTheSourcesItDescribes(String filter, @Nullable String found, @Nullable String leftOut) {
		this.api.assertFilter("sources", filter, found, leftOut);
	}

	@Test
	void aSourceIsFoundByItsKind() {
		this.jdbc.sql("update sources set kind = 'REPORT' where id = ?").param(HSJ).update();
		this.api.assertFilter("sources", "{ kinds: [NEWS_ARTICLE] }", LEADER + " " + DIGITAL, HSJ);
		this.api.assertFilter("sources", "{ kinds: [REPORT, BLOG] }", HSJ, LEADER);
	}

	@Test
	void sourcesAreListedNewestFirst() {
		assertThat(this.api.list("sources")).containsSubsequence(LEADER, HSJ, DIGITAL);
	}

	@Test
	void idsOfOtherTypesAndBadRangesAreRefused() {
		assertThat(this.api.refusal("{ sources(filter: { publisher: <Person:x> }) { totalCount } }"))
			.startsWith("'publisher' takes the id of a record of type Organisation");
		assertThat(this.api.refusal(
				"{ sources(filter: { publishedIn: { from: \"2019-01-02\", to: \"2019-01-01\" } }) { totalCount } }"))
			.startsWith("a date range takes 'from' up to 'to'");
	}

	@Test
	void aSourceNamesItsPublisherAndAuthors() {
		this.api.ask("{ source(by: { slug: \"" + LEADER + "\" }) { authors publisher { slug } } }")
			.path("source.publisher.slug")
			.entity(String.class)
			.isEqualTo("healthcare-leader")
			.path("source.authors[*]")
			.entityList(String.class)
			.containsExactly("Valeria Fiore");
		this.jdbc.sql("update sources set publisher_id = null, authors = 'A B;C D' where id = ?").param(HSJ).update();
		this.api.ask("{ source(by: { slug: \"" + HSJ + "\" }) { authors publisher { slug } } }")
			.path("source.publisher")
			.valueIsNull()
			.path("source.authors[*]")
			.entityList(String.class)
			.containsExactly("A B", "C D");
	}

}
