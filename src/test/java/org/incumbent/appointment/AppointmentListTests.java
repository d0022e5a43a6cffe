package org.incumbent.appointment;

import java.util.List;

import org.incumbent.graphql.Asking;
import org.incumbent.graphql.RunningApi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

@RunningApi
class AppointmentListTests {

	private static final String DALTON = "ian-dalton-nhs-improvement-chief-executive";

	private static final String HOPSON = "chris-hopson-nhs-providers-chief-executive";

	private final Asking api;

	@Autowired
	AppointmentListTests(GraphQlTester tester) {
		this.api = new Asking(tester);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{ person: <Person:huw-owen> } | huw-owen-bt-health-president | judith-halkerston-bt-health-president
					{ organisation: <Organisation:bt-health> } | huw-owen-bt-health-president judith-halkerston-bt-health-president | luis-alvarez-bt-global-services-chief-executive-officer
					{ role: <Role:bt-health-president> } | huw-owen-bt-health-president judith-halkerston-bt-health-president | huw-owen-ark-continuity-chief-executive
					{ roleKinds: [CHAIR] } | dido-harding-nhs-improvement-chair | ian-dalton-nhs-improvement-chief-executive
					{ roleKinds: [PRESIDENT, CHAIR] } | huw-owen-bt-health-president dido-harding-nhs-improvement-chair | ian-dalton-nhs-improvement-chief-executive
					{ capacities: [INTERIM] } | judith-halkerston-bt-health-president | huw-owen-bt-health-president
					{ capacities: [SECONDED] } | | huw-owen-bt-health-president
					{ organisationKinds: [COMPANY] } | huw-owen-bt-health-president | ian-dalton-nhs-improvement-chief-executive
					{ startedIn: { from: "2013-03-15", to: "2013-12-31" } } | judith-halkerston-bt-health-president ian-dalton-bt-global-services-president-of-global-health | ian-dalton-nhs-improvement-chief-executive huw-owen-bt-health-president
					{ startedIn: { to: "1991-01-01" } } | ian-dalton-charity-sector-unspecified ian-dalton-nhs-unspecified | ian-dalton-nhs-improvement-chief-executive huw-owen-bt-health-president
					{ startedIn: { from: "2017-12-04" } } | ian-dalton-nhs-improvement-chief-executive | ian-dalton-charity-sector-unspecified
					{ startedIn: { from: "2017-12-05" } } | | ian-dalton-nhs-improvement-chief-executive
					{ endedIn: { from: "2012-11-30" } } | huw-owen-bt-health-president | ian-dalton-nhs-improvement-chief-executive
					{ endedIn: { from: "2012-12-01", to: "2013-12-31" } } | | huw-owen-bt-health-president
					{ person: <Person:ian-dalton>, not: { organisationKinds: [SECTOR] } } | ian-dalton-nhs-improvement-chief-executive | ian-dalton-nhs-unspecified
					""")
	void aFilterFindsTheAppointmentsItDescribes(String filter, @Nullable String found, @Nullable String leftOut) {
		this.api.assertFilter("appointments", filter, found, leftOut);
	}

	@Test
	void aListOfADayHoldsTheCertainAndThePossibleAndSaysWhich() {
		assertThat(certaintiesOn("2019-03-04", "")).contains("CERTAIN", "POSSIBLE").doesNotContain("NO");
		assertThat(on("2019-03-04", "")).contains(HOPSON, DALTON).doesNotContain("huw-owen-bt-health-president");
	}

	@Test
	void theFilterOnCertaintyNarrowsAListOfADay() {
		assertThat(on("2019-03-04", "{ certainty: CERTAIN }")).contains(HOPSON).doesNotContain(DALTON);
		assertThat(on("2019-03-04", "{ certainty: POSSIBLE }")).contains(DALTON).doesNotContain(HOPSON);
		assertThat(on("2019-03-04", "{ certainty: NO }")).isEmpty();
		assertThat(on("2019-03-01", "{ certainty: CERTAIN }")).contains(DALTON);
		assertThat(certaintiesOn("2019-03-04", "{ certainty: CERTAIN }")).containsOnly("CERTAIN");
		assertThat(certaintiesOn("2019-03-04", "{ not: { certainty: CERTAIN } }")).containsOnly("POSSIBLE");
	}

	@Test
	void certaintyWithoutADayIsABadRequest() {
		for (String filter : List.of("{ certainty: NO }", "{ or: [{ not: { certainty: CERTAIN } }] }")) {
			assertThat(this.api.refusal("{ appointments(filter: " + filter + ") { totalCount } }")).startsWith(
					"'certainty' says how sure an appointment is on a day: send it to a list that takes 'asOf'");
		}
	}

	@Test
	void withoutADayAnEdgeHasNoCertainty() {
		this.api.ask("{ appointments(first: 1) { edges { certainty } } }")
			.path("appointments.edges[0].certainty")
			.valueIsNull();
	}

	@Test
	void appointmentsAreOrderedByStart() {
		this.api.assertOrder("appointments", "START",
				"ian-dalton-charity-sector-unspecified ian-dalton-nhs-unspecified huw-owen-bt-health-president"
						+ " ian-dalton-bt-global-services-president-of-global-health " + DALTON + " " + HOPSON);
		assertThat(this.api.list("appointments")).isEqualTo(this.api.list("appointments(orderBy: { field: START })"));
	}

	@Test
	void aCareerWithoutDatesKeepsTheOrderOfItsSource() {
		assertThat(this.api.list("appointments(filter: { person: <Person:ian-dalton> })")).containsSubsequence(
				"ian-dalton-unnamed-trust-led-by-ian-dalton-chief-executive",
				"ian-dalton-nhs-north-east-chief-executive", "ian-dalton-nhs-north-of-england-head",
				"ian-dalton-nhs-commissioning-board-chief-operating-officer",
				"ian-dalton-bt-global-services-president-of-global-health", DALTON);
	}

	@Test
	void appointmentsWithoutAnEndComeLast() {
		this.api.assertOrder("appointments", "END", "huw-owen-bt-health-president " + DALTON);
		assertThat(this.api.list("appointments(orderBy: { field: END })")).startsWith("huw-owen-bt-health-president");
		assertThat(this.api.list("appointments(orderBy: { field: END, direction: DESC })"))
			.endsWith("huw-owen-bt-health-president");
	}

	@Test
	void appointmentsAreOrderedByTheFamilyNameOfTheirHolder() {
		this.api.assertOrder("appointments", "PERSON", "luis-alvarez-bt-global-services-chief-executive-officer "
				+ DALTON + " dido-harding-nhs-improvement-chair " + HOPSON + " huw-owen-bt-health-president");
	}

	@Test
	void appointmentsAreOrderedByTheTitleOfTheirRole() {
		this.api.assertOrder("appointments", "ROLE",
				"dido-harding-nhs-improvement-chair " + DALTON
						+ " helen-buckingham-nuffield-trust-director-of-strategy ian-dalton-nhs-unspecified"
						+ " huw-owen-bt-health-president ian-dalton-bt-global-services-president-of-global-health");
	}

	@Test
	void idsOfOtherTypesAreRefused() {
		assertThat(this.api.refusal("{ appointments(filter: { person: <Role:x> }) { totalCount } }"))
			.startsWith("'person' takes the id of a record of type Person");
		assertThat(this.api.refusal("{ appointments(filter: { role: <Person:x> }) { totalCount } }"))
			.startsWith("'role' takes the id of a record of type Role");
		assertThat(this.api.refusal("{ appointments(filter: { organisation: <Role:x> }) { totalCount } }"))
			.startsWith("'organisation' takes the id of a record of type Organisation");
	}

	@Test
	void aRangeThatRunsBackwardsIsRefused() {
		for (String field : List.of("startedIn", "endedIn")) {
			assertThat(this.api.refusal("{ appointments(filter: { " + field
					+ ": { from: \"2019-01-02\", to: \"2019-01-01\" } }) { totalCount } }"))
				.startsWith("a date range takes 'from' up to 'to'");
		}
	}

	private List<String> on(String day, String filter) {
		return this.api.list("appointments(asOf: \"" + day + "\"" + filterArgument(filter) + ")");
	}

	private List<String> certaintiesOn(String day, String filter) {
		return this.api.texts("{ appointments(first: 100, asOf: \"" + day + "\"" + filterArgument(filter)
				+ ") { edges { certainty } } }", "appointments.edges[*].certainty");
	}

	private static String filterArgument(String filter) {
		return filter.isEmpty() ? "" : ", filter: " + filter;
	}

}
