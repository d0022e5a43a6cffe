package org.incumbent.appointment;

import java.util.List;

import org.incumbent.graphql.Asking;
import org.incumbent.graphql.RunningApi;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What hangs on an appointment: who held a role on a day, who came before and after, and
 * what was held together.
 */
@RunningApi
class HoldersTests {

	private final Asking api;

	@Autowired
	HoldersTests(GraphQlTester tester) {
		this.api = new Asking(tester);
	}

	@Test
	void whoHeldARoleOnADayComesWithTheLastDayThatASourceShows() {
		holders("nhs-improvement-chief-executive", "asOf: \"2018-06-01\"").path("role.holders[*].certainty")
			.entityList(String.class)
			.isEqualTo(List.of("CERTAIN"))
			.path("role.holders[0].appointment.person.slug")
			.entity(String.class)
			.isEqualTo("ian-dalton")
			.path("role.holders[0].lastShownOn")
			.entity(String.class)
			.isEqualTo("2019-03-01");
	}

	@Test
	void afterTheLastDayShownAHolderIsPossible() {
		holders("nhs-improvement-chief-executive", "asOf: \"2019-03-02\"").path("role.holders[*].certainty")
			.entityList(String.class)
			.isEqualTo(List.of("POSSIBLE"));
	}

	@Test
	void whoDidNotHoldItIsNamedOnlyWhenAskedFor() {
		holders("nhs-improvement-chief-executive", "asOf: \"2017-05-31\"").path("role.holders")
			.entityList(Object.class)
			.hasSize(0);
		holders("nhs-improvement-chief-executive", "asOf: \"2017-05-31\", certainties: [NO]")
			.path("role.holders[*].appointment.person.slug")
			.entityList(String.class)
			.isEqualTo(List.of("ian-dalton"));
		holders("nhs-improvement-chief-executive", "asOf: \"2018-06-01\", certainties: []").path("role.holders")
			.entityList(Object.class)
			.hasSize(0);
	}

	@Test
	void aRoleThatNobodyIsRecordedInHasNoHolders() {
		holders("nhs-england-chair", "asOf: \"2019-03-01\", certainties: [CERTAIN, POSSIBLE, NO]").path("role.holders")
			.entityList(Object.class)
			.hasSize(0);
	}

	@Test
	void whatIsOnlyAnnouncedWasNeverShown() {
		holders("bt-global-services-president-of-global-health", "asOf: \"2013-05-01\"")
			.path("role.holders[0].certainty")
			.entity(String.class)
			.isEqualTo("POSSIBLE")
			.path("role.holders[0].lastShownOn")
			.valueIsNull();
	}

	@Test
	void theBasisOfAHoldingIsWhatSourcesSayOfItsPersonRoleAndDates() {
		List<String> fields = this.api.texts("""
				{
				  role(by: { slug: "nhs-improvement-chief-executive" }) {
				    holders(asOf: "2018-06-01") { basis { field basis } }
				  }
				}
				""", "role.holders[0].basis[*].field");
		assertThat(fields).contains("person_id", "role_id", "start_date")
			.isSubsetOf("person_id", "role_id", "start_date", "end_date", "state");
	}

	@Test
	void whoStoodInFollowedTheHolderWhoLeft() {
		assertThat(related("judith-halkerston-bt-health-president", "predecessors"))
			.containsExactly("huw-owen-bt-health-president");
		assertThat(related("huw-owen-bt-health-president", "successors"))
			.containsExactly("judith-halkerston-bt-health-president");
		assertThat(related("huw-owen-bt-health-president", "predecessors")).isEmpty();
		assertThat(related("judith-halkerston-bt-health-president", "successors")).isEmpty();
	}

	@Test
	void postsHeldTogetherNameEachOther() {
		String trust = "rob-webster-south-west-yorkshire-partnership-chief-executive";
		String lead = "rob-webster-west-yorkshire-and-harrogate-health-and-care-partnership-chief-executive-lead";
		assertThat(related(trust, "jointWith")).containsExactly(lead);
		assertThat(related(lead, "jointWith")).containsExactly(trust);
		assertThat(related("huw-owen-bt-health-president", "jointWith")).isEmpty();
	}

	@Test
	void thePostBeforeInACareerIsNamedWhereASourceOrdersThem() {
		this.api.ask("""
				{
				  known: node(id: <Appointment:huw-owen-ark-continuity-chief-executive>) {
				    ... on Appointment { careerPredecessor { role { slug } } }
				  }
				  unknown: node(id: <Appointment:huw-owen-bt-health-president>) {
				    ... on Appointment { careerPredecessor { role { slug } } }
				  }
				}
				""")
			.path("known.careerPredecessor.role.slug")
			.entity(String.class)
			.isEqualTo("bt-health-president")
			.path("unknown.careerPredecessor")
			.valueIsNull();
	}

	@Test
	void anEventNamesTheAppointmentsThatBeganOrEndedWithIt() {
		assertThat(this.api.keys("""
				{ event(by: { slug: "huw-owen-leaves-bt-health-2012" }) { appointments { id } } }
				""", "event.appointments[*].id")).containsExactly("huw-owen-bt-health-president");
		assertThat(this.api.keys("""
				{ event(by: { slug: "judith-halkerston-stands-in-at-bt-health" }) { appointments { id } } }
				""", "event.appointments[*].id")).containsExactly("judith-halkerston-bt-health-president");
		this.api.ask("""
				{
				  node(id: <Appointment:huw-owen-bt-health-president>) {
				    ... on Appointment { startEvent { slug } endEvent { slug } }
				  }
				}
				""")
			.path("node.startEvent")
			.valueIsNull()
			.path("node.endEvent.slug")
			.entity(String.class)
			.isEqualTo("huw-owen-leaves-bt-health-2012");
	}

	@Test
	void observationsComeOldestFirst() {
		this.api.ask("""
				{
				  node(id: <Appointment:ian-dalton-nhs-improvement-chief-executive>) {
				    ... on Appointment { observations { shows on { edtf } source { publishedOn { edtf } } } }
				  }
				}
				""")
			.path("node.observations[*].on.edtf")
			.entityList(String.class)
			.isEqualTo(List.of("2018", "2019-03-01"))
			.path("node.observations[*].shows")
			.entityList(String.class)
			.isEqualTo(List.of("IN_POST", "IN_POST"));
	}

	private GraphQlTester.Response holders(String role, String arguments) {
		return this.api.ask("""
				{
				  role(by: { slug: "%s" }) {
				    holders(%s) { certainty lastShownOn appointment { person { slug } } }
				  }
				}
				""".formatted(role, arguments));
	}

	private List<String> related(String appointment, String field) {
		return this.api.keys(
				"{ node(id: <Appointment:" + appointment + ">) { ... on Appointment { " + field + " { id } } } }",
				"node." + field + "[*].id");
	}

}
