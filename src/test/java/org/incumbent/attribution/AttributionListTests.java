package org.incumbent.attribution;

import java.util.List;

import org.incumbent.graphql.Asking;
import org.incumbent.graphql.RunningApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Made-up mismatches of quotes of the three articles.
 */
@RunningApi
class AttributionListTests {

	private static final String DALTON = "ian-dalton-nhs-improvement-chief-executive";

	private final Asking api;

	private final JdbcClient jdbc;

	@Autowired
	AttributionListTests(GraphQlTester tester, JdbcClient jdbc) {
		this.api = new Asking(tester);
		this.jdbc = jdbc;
	}

	@BeforeEach
	void addMismatches() {
		this.jdbc.sql("delete from suspicious_facts").update();
		this.jdbc.sql("""
				insert into suspicious_facts
				  (id, rule, subject_type, subject_id, other_type, other_id, days, detail, explanation, reason)
				values
				  ('a', 'MISMATCHED_ATTRIBUTION', 'Quote', 'dido-harding-on-decapitating-leaders', null, null, null,
				    'No appointment.', 'She spoke earlier.', 'APPOINTMENT_NOT_GIVEN'),
				  ('b', 'MISMATCHED_ATTRIBUTION', 'Quote', 'ian-dalton-letter-on-leaving', 'Appointment', ?, null,
				    'Not then.', null, 'NOT_HELD_THEN'),
				  ('c', 'SHORT_TENURE', 'Appointment', ?, null, null, 12, 'Too short.', null, null)
				""").params(DALTON, DALTON).update();
	}

	@Test
	void aMismatchComesWithItsQuoteTheReasonAndWhatTheSpeakerHeldThen() {
		GraphQlTester.Response answer = this.api.ask("""
				{
				  attributionMismatches {
				    totalCount
				    nodes { reason detail explanation quote { id } appointment { id } heldThen { id } }
				  }
				}
				""");
		String path = "attributionMismatches";
		answer.path(path + ".totalCount").entity(Integer.class).isEqualTo(2);
		answer.path(path + ".nodes[*].reason")
			.entityList(String.class)
			.isEqualTo(List.of("APPOINTMENT_NOT_GIVEN", "NOT_HELD_THEN"));
		answer.path(path + ".nodes[0].explanation").entity(String.class).isEqualTo("She spoke earlier.");
		answer.path(path + ".nodes[0].appointment").valueIsNull();
		assertThat(keys("quote { id }", "quote.id")).containsExactly("dido-harding-on-decapitating-leaders",
				"ian-dalton-letter-on-leaving");
		assertThat(this.api.keys("{ attributionMismatches(last: 1) { nodes { appointment { id } } } }",
				path + ".nodes[*].appointment.id"))
			.containsExactly(DALTON);
		assertThat(keys("heldThen { id }", "heldThen[*].id")).contains("dido-harding-nhs-improvement-chair", DALTON)
			.doesNotContain("ian-dalton-nhs-flu-resilience-head");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{ reasons: [NOT_HELD_THEN, OTHER_BODY] } | ian-dalton-letter-on-leaving
			{ speaker: <Person:dido-harding> } | dido-harding-on-decapitating-leaders
			{ source: <Source:hsj-trust-chief-executives-and-football-managers> } | dido-harding-on-decapitating-leaders
			{ explained: true } | dido-harding-on-decapitating-leaders
			{ explained: false } | ian-dalton-letter-on-leaving
			{ not: { explained: true } } | ian-dalton-letter-on-leaving
			""")
	void mismatchesAreFiltered(String filter, String quote) {
		assertThat(this.api.keys("{ attributionMismatches(filter: " + filter + ") { nodes { quote { id } } } }",
				"attributionMismatches.nodes[*].quote.id"))
			.containsExactly(quote);
	}

	@Test
	void whatIsSuspiciousForAnotherReasonIsNoMismatch() {
		this.jdbc.sql("delete from suspicious_facts where reason is not null").update();
		assertThat(keys("quote { id }", "quote.id")).isEmpty();
	}

	@Test
	void badArgumentsAreRefused() {
		assertThat(this.api.refusal("{ attributionMismatches(filter: { speaker: <Source:x> }) { totalCount } }"))
			.startsWith("'speaker' takes the id of a record of type Person");
		assertThat(this.api.refusal("{ attributionMismatches(after: \"x\") { totalCount } }"))
			.startsWith("'after' is not a cursor of this API");
	}

	private List<String> keys(String selection, String path) {
		return this.api.keys("{ attributionMismatches { nodes { " + selection + " } } }",
				"attributionMismatches.nodes[*]." + path);
	}

}
