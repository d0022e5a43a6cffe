package org.incumbent.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What sources of the small package give for single fields.
 */
class ClaimRulesTests {

	private final PackageFixture data = new PackageFixture();

	@Test
	void fieldIsAColumnOfTheSubject() {
		this.data.replace("claims.csv", "ann-chief,start_date,2012", "ann-chief,started,2012");
		assertThat(this.data.problems())
			.containsExactly("claims.csv:4:39 `field` is `started`, which is no field of a row of appointments; "
					+ "use one of person_id, role_id, capacity, start_date, end_date, state, "
					+ "start_announced, end_announced, end_reason, start_event_id, end_event_id, joint_key, "
					+ "career_predecessor_id, career_overlaps, role_predecessor_id");
	}

	@Test
	void keyIsNoField() {
		this.data.replace("claims.csv", "ann-chief,start_date,2012-04-01", "ann-chief,id,ann-chief");
		assertThat(this.data.problems())
			.containsExactly("claims.csv:4:39 `field` is `id`, which is no field of a row of appointments; use one "
					+ "of person_id, role_id, capacity, start_date, end_date, state, start_announced, "
					+ "end_announced, end_reason, start_event_id, end_event_id, joint_key, "
					+ "career_predecessor_id, career_overlaps, role_predecessor_id");
	}

	@Test
	void turnoverIsReportedOfOrganisationsOnly() {
		this.data.replace("claims.csv", "ann-chief,start_date,2012", "ann-chief,reported_turnover,2012");
		assertThat(this.data.problems())
			.containsExactly("claims.csv:4:39 `field` is `reported_turnover`, which is no field of a row of "
					+ "appointments; use one of person_id, role_id, capacity, start_date, end_date, state, "
					+ "start_announced, end_announced, end_reason, start_event_id, end_event_id, joint_key, "
					+ "career_predecessor_id, career_overlaps, role_predecessor_id");
	}

	@Test
	void acceptedValueIsThatOfTheRow() {
		this.data.replace("claims.csv", "start_date,2012-04-01", "start_date,2012-04");
		assertThat(this.data.problems())
			.containsExactly("claims.csv:4:50 the accepted value `2012-04` is not that of the row "
					+ "(appointments.csv:2), where `start_date` is `2012-04-01`; make them equal, or give "
					+ "the claim another `standing`");
	}

	@Test
	void emptyFieldHasNoAcceptedValue() {
		this.data.replace("claims.csv", "ann-chief,start_date,2012-04-01", "ann-chief,end_announced,2012-04-01");
		assertThat(this.data.problems())
			.containsExactly("claims.csv:4:53 the accepted value `2012-04-01` is not that of the row "
					+ "(appointments.csv:2), where `end_announced` is empty; make them equal, or give the "
					+ "claim another `standing`");
	}

	@Test
	void oneValueOfAFieldIsAccepted() {
		this.data.replace("claims.csv", "p1,STATED,DISPUTED", "p1,STATED,ACCEPTED");
		assertThat(this.data.problems()).containsExactly(
				"claims.csv:3:50 the accepted value `2016-04` is not that of the row "
						+ "(appointments.csv:2), where `end_date` is `2016-03-31`; make them equal, or give the "
						+ "claim another `standing`",
				"claims.csv:3:96 line 2 accepts another value for the same field; accept one of them " + "at most");
	}

	@Test
	void inferredValueNeedsANote() {
		this.data.replace("claims.csv", "Counted back.", "");
		assertThat(this.data.problems())
			.containsExactly("claims.csv:4:104 a claim that is INFERRED needs a `note`; say how it was inferred or "
					+ "why it was set aside");
	}

	@Test
	void disputedValueNeedsANote() {
		this.data.replace("claims.csv", "The second story gives no day.", "");
		assertThat(this.data.problems())
			.containsExactly("claims.csv:3:105 a claim that is DISPUTED needs a `note`; say how it was inferred or "
					+ "why it was set aside");
	}

	@Test
	void quoteOfAClaimIsFromTheSameSource() {
		this.data.replace("claims.csv", "gazette-one,ann-hopes,p2", "gazette-one,somebody-doubts,p2");
		assertThat(this.data.problems())
			.containsExactly("claims.csv:4:73 `somebody-doubts` (quotes.csv:7) is a quote from another source; "
					+ "name one from the claim's source, or correct `source_id`");
	}

	@Test
	void claimIsMadeOnce() {
		this.data.append("claims.csv",
				"ann-chief-end-again,Appointment,ann-chief,end_date,2016-03-31,gazette-one,,p1,STATED,ACCEPTED,");
		assertThat(this.data.problems()).containsExactly(
				"claims.csv:7:52 the same place is already given for the same value in line 2; remove " + "the row");
	}

}
