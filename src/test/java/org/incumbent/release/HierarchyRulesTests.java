package org.incumbent.release;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Chains in the small package.
 */
class HierarchyRulesTests {

	private final PackageFixture data = new PackageFixture();

	@Test
	void eventIsNotPartOfItself() {
		this.data.replace("events.csv", "2015,2016-12,,", "2015,2016-12,,bob-takes-over");
		assertThat(this.data.problems())
			.containsExactly("events.csv:3:55 `part_of_id` leads back to where it started, from bob-takes-over to "
					+ "reform to bob-takes-over; remove one of these links");
	}

	@Test
	void eventIsNoResponseToItself() {
		this.data.append("event_responses.csv", "reform,review");
		assertThat(this.data.problems())
			.containsExactly("event_responses.csv:3:8 `responds_to_id` leads back to where it started, from review "
					+ "to reform to review; remove one of these links");
	}

	@Test
	void bodyIsNotPartOfItself() {
		this.data.append("organisation_relations.csv", "board-of-group,PART_OF,board,group,,,UNKNOWN,,gazette-one,p2");
		assertThat(this.data.problems())
			.containsExactly("organisation_relations.csv:4:30 `related_id` leads back to where it started, from "
					+ "group to board to group; remove one of these links");
	}

	@Test
	void bodyIsNotAMemberOfItself() {
		this.data.append("organisation_relations.csv",
				"group-in-trust,MEMBER_OF,group,trust,,,UNKNOWN,,gazette-one,p2");
		assertThat(this.data.problems())
			.containsExactly("organisation_relations.csv:4:32 `related_id` leads back to where it started, from "
					+ "trust to group to trust; remove one of these links");
	}

	@Test
	void memberMayBeTheWholeOfItsGroup() {
		this.data.append("organisation_relations.csv", "group-of-trust,PART_OF,group,trust,,,UNKNOWN,,gazette-one,p2");
		assertThat(this.data.problems()).isEmpty();
	}

	@Test
	void roleDoesNotReportToItself() {
		this.data.append("reporting_lines.csv", "chair-to-chair,board-chair,board-chair,,,UNKNOWN,,gazette-one,p3");
		assertThat(this.data.problems())
			.containsExactly("reporting_lines.csv:3:28 `reports_to_id` leads back to where it started, from "
					+ "board-chair to board-chair; remove one of these links");
	}

	@Test
	void appointmentDoesNotComeBeforeItself() {
		this.data.replace("appointments.csv", "2016-03-31,ENDED,,,,,,,,", "2016-03-31,ENDED,,,,,,,ann-chair,true");
		assertThat(this.data.problems())
			.containsExactly("appointments.csv:3:67 `career_predecessor_id` leads back to where it started, from "
					+ "ann-chief to ann-chair to ann-chief; remove one of these links");
	}

	@Test
	void appointmentDoesNotFollowItselfInARole() {
		this.data.replace("appointments.csv", "bob-takes-over,,,,,", "bob-takes-over,,,,,bob-chief");
		assertThat(this.data.problems())
			.containsExactly("appointments.csv:4:77 `role_predecessor_id` leads back to where it started, from "
					+ "bob-chief to bob-chief; remove one of these links");
	}

	@Test
	void quoteDoesNotReactToItself() {
		this.data.append("quote_targets.csv", "ann-hopes,Quote,somebody-doubts");
		assertThat(this.data.problems())
			.containsExactly("quote_targets.csv:4:23 `target_id` leads back to where it started, from board-agrees "
					+ "to ann-hopes to somebody-doubts to board-agrees; remove one of these links");
	}

	@Test
	void careersAndRolesTogetherRunInNoCircle() {
		this.data.append("appointments.csv", "x-one,ann,board-head,SUBSTANTIVE,,,UNKNOWN,,,,,,,,,x-two");
		this.data.append("appointments.csv", "x-two,bob,board-head,SUBSTANTIVE,,,UNKNOWN,,,,,,,x-three,,");
		this.data.append("appointments.csv", "x-three,bob,trust-nurse,SUBSTANTIVE,,,UNKNOWN,,,,,,,,,x-four");
		this.data.append("appointments.csv", "x-four,ann,trust-nurse,SUBSTANTIVE,,,UNKNOWN,,,,,,,x-one,,");
		for (String id : List.of("x-one", "x-two", "x-three", "x-four")) {
			this.data.append("citations.csv", id + "-cited,Appointment," + id + ",gazette-one,p1");
		}
		assertThat(this.data.problems()).singleElement()
			.asString()
			.contains("`role_predecessor_id` leads back to where it started");
	}

}
