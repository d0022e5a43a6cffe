package org.incumbent.release;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

import org.incumbent.graphql.Asking;
import org.incumbent.graphql.RunningApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the dataset tells of what is suspicious in it and of what it lacks.
 */
@RunningApi
class SuspiciousFactListTests {

	private static final String DALTON = "ian-dalton-nhs-improvement-chief-executive";

	private static final String NICHOLSON = "david-nicholson-nhs-commissioning-board-chief-executive";

	private final Asking api;

	private final JdbcClient jdbc;

	@Autowired
	SuspiciousFactListTests(GraphQlTester tester, JdbcClient jdbc) {
		this.api = new Asking(tester);
		this.jdbc = jdbc;
	}

	@BeforeEach
	void addFacts() {
		this.jdbc.sql("delete from suspicious_facts").update();
		this.jdbc.sql("delete from wanted_facts").update();
		this.jdbc
			.sql("""
					insert into suspicious_facts
					  (id, rule, subject_type, subject_id, other_type, other_id, days, detail, explanation)
					values
					  ('SHORT_TENURE/1', 'SHORT_TENURE', 'Appointment', ?, null, null, 12, 'Too short.', 'It was.'),
					  ('TWO_FULL_TIME_ROLES/1', 'TWO_FULL_TIME_ROLES', 'Appointment', ?, 'Appointment', ?, 40, 'Both.', null),
					  ('MISMATCHED_ATTRIBUTION/1', 'MISMATCHED_ATTRIBUTION', 'Quote', 'ian-dalton-letter-on-leaving', null,
					    null, null, 'Not then.', null)
					""")
			.params(DALTON, DALTON, NICHOLSON)
			.update();
		this.jdbc.sql("""
				insert into wanted_facts (id, name, subject_type, subject_id, field, note)
				values
				  ('a', 'Who chaired it', null, null, null, 'No page names anybody.'),
				  ('b', 'When it ended', 'Appointment', ?, 'end_date', 'The letter gives no day.')
				""").param(DALTON).update();
	}

	@Test
	void suspiciousFactsComeWithTheirRecordsAndExplanations() {
		GraphQlTester.Response answer = this.api.ask("""
				{
				  dataset {
				    suspiciousFacts {
				      totalCount
				      nodes { rule subject { __typename id } other { id } days detail explanation }
				    }
				  }
				}
				""");
		String facts = "dataset.suspiciousFacts";
		answer.path(facts + ".totalCount").entity(Integer.class).isEqualTo(3);
		answer.path(facts + ".nodes[*].rule")
			.entityList(String.class)
			.isEqualTo(List.of("MISMATCHED_ATTRIBUTION", "SHORT_TENURE", "TWO_FULL_TIME_ROLES"));
		answer.path(facts + ".nodes[*].subject.__typename")
			.entityList(String.class)
			.isEqualTo(List.of("Quote", "Appointment", "Appointment"));
		answer.path(facts + ".nodes[0].days").valueIsNull();
		answer.path(facts + ".nodes[1].days").entity(Integer.class).isEqualTo(12);
		answer.path(facts + ".nodes[1].other").valueIsNull();
		answer.path(facts + ".nodes[1].explanation").entity(String.class).isEqualTo("It was.");
		answer.path(facts + ".nodes[2].explanation").valueIsNull();
		answer.path(facts + ".nodes[2].detail").entity(String.class).isEqualTo("Both.");
	}

	@Test
	void suspiciousFactsAreFilteredByRuleAndExplanation() {
		assertThat(rules("filter: { explained: true }")).containsExactly("SHORT_TENURE");
		assertThat(rules("filter: { explained: false }")).containsExactly("MISMATCHED_ATTRIBUTION",
				"TWO_FULL_TIME_ROLES");
		assertThat(rules("filter: { rules: [TWO_FULL_TIME_ROLES, LONG_TENURE] }"))
			.containsExactly("TWO_FULL_TIME_ROLES");
		assertThat(rules("filter: { rules: [] }")).isEmpty();
		assertThat(rules("filter: { not: { explained: true }, or: [{ rules: [MISMATCHED_ATTRIBUTION] }] }"))
			.containsExactly("MISMATCHED_ATTRIBUTION");
	}

	@Test
	void suspiciousFactsComeInPages() {
		String cursor = this.api.ask("{ dataset { suspiciousFacts(first: 1) { pageInfo { hasNextPage endCursor } } } }")
			.path("dataset.suspiciousFacts.pageInfo.endCursor")
			.entity(String.class)
			.get();
		assertThat(rules("first: 1, after: \"" + cursor + "\"")).containsExactly("SHORT_TENURE");
		assertThat(rules("last: 1")).containsExactly("TWO_FULL_TIME_ROLES");
		assertThat(this.api.refusal("{ dataset { wantedFacts(after: \"" + cursor + "\") { totalCount } } }"))
			.startsWith("the cursor in 'after' comes from another list");
	}

	@Test
	void wantedFactsComeWithTheRecordThatLacksThem() {
		GraphQlTester.Response answer = this.api
			.ask("{ dataset { wantedFacts { totalCount nodes { name field note subject { id } } } } }");
		answer.path("dataset.wantedFacts.nodes[*].name")
			.entityList(String.class)
			.isEqualTo(List.of("Who chaired it", "When it ended"));
		answer.path("dataset.wantedFacts.nodes[0].subject").valueIsNull();
		answer.path("dataset.wantedFacts.nodes[1].field").entity(String.class).isEqualTo("end_date");
		answer.path("dataset.wantedFacts.totalCount").entity(Integer.class).isEqualTo(2);
		assertThat(this.api.keys("{ dataset { wantedFacts(last: 1) { nodes { subject { id } } } } }",
				"dataset.wantedFacts.nodes[*].subject.id"))
			.containsExactly(DALTON);
	}

	private List<String> rules(String arguments) {
		return this.api.texts("{ dataset { suspiciousFacts(" + arguments + ") { nodes { rule } } } }",
				"dataset.suspiciousFacts.nodes[*].rule");
	}

}
