package org.incumbent.appointment;

import java.util.List;

import org.incumbent.graphql.Asking;
import org.incumbent.graphql.RunningApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lists that follow succession: BT Health, with one role, went into NHS Improvement in
 * practice.
 */
@RunningApi
class FollowedSuccessionTests {

	private static final String PRESIDENTS = "huw-owen-bt-health-president judith-halkerston-bt-health-president";

	private final Asking api;

	private final JdbcClient jdbc;

	@Autowired
	FollowedSuccessionTests(GraphQlTester tester, JdbcClient jdbc) {
		this.api = new Asking(tester);
		this.jdbc = jdbc;
	}

	@BeforeEach
	void goIntoNhsImprovement() {
		this.jdbc.sql("insert into lineage_roles values ('OPERATIONAL', 'nhs-improvement', 'bt-health-president')")
			.update();
		this.jdbc.sql(
				"insert into role_lineage values ('OPERATIONAL', 'nhs-improvement-chief-executive', 'bt-health-president')")
			.update();
	}

	@Test
	void aBodysListHasThoseOfWhatItCameFromOnTheCalendar() {
		List<String> own = ofBody("first: 50");
		assertThat(ofBody("first: 50, followSuccessors: true, calendar: OPERATIONAL")).containsAll(own)
			.contains(PRESIDENTS.split(" "))
			.hasSize(own.size() + 2);
		assertThat(ofBody("first: 50, followSuccessors: true, calendar: LEGAL")).isEqualTo(own).isNotEmpty();
		assertThat(ofBody("first: 50, followSuccessors: true")).isEqualTo(own);
		assertThat(ofBody("first: 50, followSuccessors: false")).isEqualTo(own);
	}

	@Test
	void aRolesListHasThoseOfTheLikeRoles() {
		String role = "{ role(by: { slug: \"nhs-improvement-chief-executive\" }) { appointments(%s) { nodes { id } } } }";
		assertThat(this.api.keys(role.formatted("followSuccessors: true, calendar: OPERATIONAL"),
				"role.appointments.nodes[*].id"))
			.containsExactly("huw-owen-bt-health-president", "judith-halkerston-bt-health-president",
					"ian-dalton-nhs-improvement-chief-executive");
		assertThat(this.api.keys(role.formatted("followSuccessors: true"), "role.appointments.nodes[*].id"))
			.containsExactly("ian-dalton-nhs-improvement-chief-executive");
	}

	@Test
	void theListIsPagedFilteredAndAskedAboutADayLikeAnyOther() {
		String followed = "followSuccessors: true, calendar: OPERATIONAL";
		List<String> all = ofBody("first: 50, " + followed);
		String page = """
				{
				  organisation(by: { slug: "nhs-improvement" }) {
				    appointments(first: 2, %s) { totalCount pageInfo { endCursor } nodes { id } }
				  }
				}
				""".formatted(followed);
		String cursor = this.api.ask(page)
			.path("organisation.appointments.pageInfo.endCursor")
			.entity(String.class)
			.get();
		assertThat(this.api.ask(page).path("organisation.appointments.totalCount").entity(Integer.class).get())
			.isEqualTo(all.size());
		assertThat(ofBody("first: 50, after: \"" + cursor + "\", " + followed)).isEqualTo(all.subList(2, all.size()));
		assertThat(ofBody("filter: { roleKinds: [PRESIDENT] }, " + followed)).containsExactly(PRESIDENTS.split(" "));
		assertThat(ofBody("asOf: \"2012-11-01\", filter: { roleKinds: [PRESIDENT] }, " + followed))
			.contains("huw-owen-bt-health-president");
		assertThat(ofBody("asOf: \"2013-05-01\", filter: { roleKinds: [PRESIDENT] }, " + followed))
			.containsExactly("judith-halkerston-bt-health-president");
		assertThat(this.api.refusal("""
				{ organisation(by: { slug: "nhs-improvement" }) { appointments(after: "%s") { totalCount } } }
				""".formatted(cursor))).contains("comes from another list");
	}

	@Test
	void aCalendarWithoutFollowingIsRefused() {
		for (String field : List.of("organisation(by: { slug: \"bt\" })",
				"role(by: { slug: \"bt-health-president\" })")) {
			assertThat(this.api.refusal("{ " + field + " { appointments(calendar: LEGAL) { totalCount } } }"))
				.isEqualTo(
						"'calendar' says on which calendar to follow the lineage: send 'followSuccessors: true' beside it, "
								+ "or leave it out");
		}
	}

	private List<String> ofBody(String arguments) {
		return this.api.keys("{ organisation(by: { slug: \"nhs-improvement\" }) { appointments(" + arguments
				+ ") { nodes { id } } } }", "organisation.appointments.nodes[*].id");
	}

}
