package org.incumbent.role;

import org.incumbent.graphql.Asking;
import org.incumbent.graphql.RunningApi;
import org.incumbent.paging.Folding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@RunningApi
class RoleListTests {

	private static final String LEAD = "west-yorkshire-and-harrogate-health-and-care-partnership-chief-executive-lead";

	private static final String OTHER_BODY = "south-west-yorkshire-partnership";

	private final Asking api;

	private final JdbcClient jdbc;

	@Autowired
	RoleListTests(GraphQlTester tester, JdbcClient jdbc) {
		this.api = new Asking(tester);
		this.jdbc = jdbc;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{ name: "BOSS" }                               | nhs-improvement-chief-executive      | nhs-england-chief-executive
					{ name: "people officer" }                     | nhs-improvement-chief-people-officer | nhs-improvement-chair
					{ name: "NHS England" }                        |                                      | nhs-england-chair
					{ kinds: [CHAIR] }                             | nhs-england-chair nhs-improvement-chair | nhs-england-chief-executive
					{ kinds: [CHIEF_OPERATING_OFFICER, PRESIDENT] } | nhs-improvement-chief-operating-officer-and-chief-executive bt-health-president | nhs-england-chair
					{ organisation: <Organisation:nhs-england> }   | nhs-england-chair nhs-england-chief-executive | nhs-improvement-chair
					{ organisationKinds: [COMPANY] }               | bt-health-president                  | nhs-england-chair
					{ organisationKinds: [COMPANY], not: { kinds: [UNSPECIFIED] } } | bt-health-president | bt-global-services-unspecified
					""")
	void aFilterFindsTheRolesItDescribes(String filter, @Nullable String found, @Nullable String leftOut) {
		this.api.assertFilter("roles", filter, found, leftOut);
	}

	@Test
	void aRoleOfTwoKindsIsFoundByEither() {
		String role = "nhs-improvement-chief-operating-officer-and-chief-executive";
		assertThat(this.api.list("roles(filter: { kinds: [CHIEF_EXECUTIVE] })")).contains(role);
		assertThat(this.api.list("roles(filter: { kinds: [CHIEF_OPERATING_OFFICER] })")).contains(role);
		assertThat(this.api.list("roles(filter: { kinds: [CHIEF_EXECUTIVE, CHIEF_OPERATING_OFFICER] })"))
			.containsOnlyOnce(role);
	}

	@Test
	void rolesAreOrderedByTitle() {
		assertThat(this.api.texts("{ roles(first: 100) { nodes { name } } }", "roles.nodes[*].name"))
			.extracting(Folding::fold)
			.isSorted()
			.hasSizeGreaterThan(10);
	}

	@Test
	void aJointRoleBelongsToAllItsBodies() {
		shareWithTheOtherBody();
		this.api.assertFilter("roles", "{ organisation: <Organisation:" + OTHER_BODY + "> }", LEAD,
				"nhs-england-chair");
		assertThat(this.api.keys("{ organisation(by: { slug: \"" + OTHER_BODY + "\" }) { roles { nodes { id } } } }",
				"organisation.roles.nodes[*].id"))
			.contains(LEAD);
	}

	@Test
	void aJointRoleNamesItsOtherBodies() {
		shareWithTheOtherBody();
		assertThat(this.api.keys("{ role(by: { slug: \"" + LEAD + "\" }) { otherOrganisations { id } } }",
				"role.otherOrganisations[*].id"))
			.containsExactly(OTHER_BODY);
	}

	@Test
	void aRoleOfOneBodyHasNoOthers() {
		assertThat(this.api.keys("{ role(by: { slug: \"nhs-england-chair\" }) { otherOrganisations { id } } }",
				"role.otherOrganisations[*].id"))
			.isEmpty();
	}

	@Test
	void aLineOfReportingIsFollowedWhereOneIsRecorded() {
		this.api.ask("""
				{
				  joint: role(by: { slug: "nhs-improvement-chief-operating-officer-and-chief-executive" }) {
				    reportsTo { slug }
				  }
				  chair: role(by: { slug: "nhs-england-chair" }) { reportsTo { slug } }
				}
				""")
			.path("joint.reportsTo.slug")
			.entity(String.class)
			.isEqualTo("nhs-england-chief-executive")
			.path("chair.reportsTo")
			.valueIsNull();
	}

	@Test
	void aLineOfReportingThatIsOverIsNotFollowedOnALaterDay() {
		this.jdbc.sql("update reporting_lines set holds_until_latest = '2020-12-31'").update();
		String query = """
				{
				  role(by: { slug: "nhs-improvement-chief-operating-officer-and-chief-executive" }) {
				    reportsTo(asOf: "%s") { slug }
				  }
				}
				""";
		this.api.ask(query.formatted("2020-12-31")).path("role.reportsTo").hasValue();
		this.api.ask(query.formatted("2021-01-01")).path("role.reportsTo").valueIsNull();
	}

	private void shareWithTheOtherBody() {
		this.jdbc.sql("insert into role_organisations select ?, ?, min(id), 'p1' from sources")
			.params(LEAD, OTHER_BODY)
			.update();
		this.jdbc.sql("insert into organisation_roles values (?, ?)").params(OTHER_BODY, LEAD).update();
	}

}
