package org.incumbent.person;

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
class PersonListTests {

	private final Asking api;

	@Autowired
	PersonListTests(GraphQlTester tester) {
		this.api = new Asking(tester);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{ name: "DALTÓN" }                                 | ian-dalton                   | huw-owen
			{ name: "sir  david" }                             | david-nicholson              | dido-harding
			{ name: "Dalton, Ian" }                            |                              | ian-dalton
			{ name: "%" }                                      |                              | ian-dalton
			{ organisation: <Organisation:nhs-improvement> }   | dido-harding ian-dalton      | simon-stevens
			{ organisation: <Organisation:nothing> }           |                              | ian-dalton
			{ roleKinds: [CHAIR] }                             | dido-harding                 | ian-dalton
			{ roleKinds: [CHAIR, PARTNERSHIP_LEAD] }           | dido-harding rob-webster     | huw-owen
			{ roleKinds: [] }                                  |                              | ian-dalton
			{ name: "ian", roleKinds: [CHIEF_EXECUTIVE] }      | ian-dalton                   | huw-owen
			{ or: [{ name: "owen" }, { name: "webster" }] }    | huw-owen rob-webster         | ian-dalton
			{ and: [{ name: "h" }, { roleKinds: [CHAIR] }] }   | dido-harding                 | chris-hopson
			""")
	void aFilterFindsWhomItDescribes(String filter, @Nullable String found, @Nullable String leftOut) {
		this.api.assertFilter("people", filter, found, leftOut);
	}

	@Test
	void organisationAndKindsHaveToMeetInOneAppointment() {
		this.api.assertFilter("people",
				"{ organisation: <Organisation:nhs-commissioning-board>, roleKinds: [CHIEF_OPERATING_OFFICER] }",
				"ian-dalton", "david-nicholson");
		this.api.assertFilter("people",
				"{ organisation: <Organisation:nhs-commissioning-board>, roleKinds: [PRESIDENT] }", null, "ian-dalton");
	}

	@Test
	void aNameThatIsOnlySpaceIsInEveryName() {
		assertThat(this.api.list("people(filter: { name: \" \" })")).isEqualTo(this.api.list("people"));
	}

	@Test
	void peopleAreOrderedByFamilyName() {
		this.api.assertOrder("people", "NAME",
				"luis-alvarez ian-dalton niall-dickson dido-harding chris-hopson huw-owen julie-wood");
		assertThat(this.api.list("people")).isEqualTo(this.api.list("people(orderBy: { field: NAME })"));
	}

	@Test
	void theOrganisationOfAFilterIsNoPerson() {
		assertThat(this.api.refusal("{ people(filter: { organisation: <Person:ian-dalton> }) { totalCount } }"))
			.isEqualTo("'organisation' takes the id of a record of type Organisation;"
					+ " this is the id of a record of type Person");
	}

}
