package org.incumbent.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Who held which role in the small package, and what shows it.
 */
class TenureRulesTests {

	private final PackageFixture data = new PackageFixture();

	@Test
	void vacancyIsOfARole() {
		this.data.replace("observations.csv", ",board-chair,VACANT", "ann-chair,,VACANT");
		assertThat(this.data.problems())
			.containsExactly("observations.csv:6:24 `shows` is VACANT, so `role_id` must be given and "
					+ "`appointment_id` be empty; a vacancy is of a role, all else of an appointment");
	}

	@Test
	void observationOfAnybodyIsOfAnAppointment() {
		this.data.replace("observations.csv", "ann-chair,,IN_POST", "ann-chair,board-chair,IN_POST");
		assertThat(this.data.problems())
			.containsExactly("observations.csv:2:19 `shows` is IN_POST, so `appointment_id` must be given and "
					+ "`role_id` be empty; a vacancy is of a role, all else of an appointment");
	}

	@Test
	void nobodyIsInPostBeforeTheStart() {
		this.data.replace("observations.csv", "IN_POST,2019-03,", "IN_POST,2016-02,");
		assertThat(this.data.problems())
			.containsExactly("observations.csv:3:38 the observation IN_POST on `2016-02` contradicts the dates of "
					+ "`bob-chief` (appointments.csv:4) or another observation of it; correct the one that "
					+ "is wrong");
	}

	@Test
	void nobodyIsInPostAfterTheEnd() {
		this.data.append("observations.csv", "ann-still-there,ann-chief,,IN_POST,2017,gazette-one,p1");
		assertThat(this.data.problems())
			.containsExactly("observations.csv:7:36 the observation IN_POST on `2017` contradicts the dates of "
					+ "`ann-chief` (appointments.csv:2) or another observation of it; correct the one that "
					+ "is wrong");
	}

	@Test
	void nobodyHasLeftBeforeTheStart() {
		this.data.replace("appointments.csv", "bob-chief,bob,trust-chief,INTERIM,2016-03-31,,UNKNOWN",
				"bob-chief,bob,trust-chief,INTERIM,2016-03-31,,ENDED_DATE_UNKNOWN");
		this.data.replace("observations.csv", "bob-chief-in-post,bob-chief,,IN_POST,2019-03,",
				"bob-chief-in-post,bob-chief,,OVER,2015,");
		assertThat(this.data.problems())
			.containsExactly("observations.csv:3:35 the observation OVER on `2015` contradicts the dates of "
					+ "`bob-chief` (appointments.csv:4) or another observation of it; correct the one that "
					+ "is wrong");
	}

	@Test
	void nobodyIsYetToComeAfterTheStart() {
		this.data.append("observations.csv", "bob-awaited,bob-chief,,NOT_YET,2016-05,gazette-one,p1");
		assertThat(this.data.problems())
			.containsExactly("observations.csv:7:32 the observation NOT_YET on `2016-05` contradicts the dates of "
					+ "`bob-chief` (appointments.csv:4) or another observation of it; correct the one that "
					+ "is wrong");
	}

	@Test
	void observationsDoNotContradictEachOther() {
		this.data.append("observations.csv", "cat-still-there,cat-nurse,,IN_POST,2019-04,gazette-one,p2");
		assertThat(this.data.problems())
			.containsExactly("observations.csv:7:36 the observation IN_POST on `2019-04` contradicts the dates of "
					+ "`cat-nurse` (appointments.csv:6) or another observation of it; correct the one that "
					+ "is wrong");
	}

	@Test
	void plannedAppointmentHasNobodyInPost() {
		this.data.replace("observations.csv", "NOT_YET", "IN_POST");
		assertThat(this.data.problems())
			.containsExactly("appointments.csv:5:39 `state` is PLANNED, but observations.csv:4 shows the person in "
					+ "post; write ONGOING, ENDED, ENDED_DATE_UNKNOWN or UNKNOWN");
	}

	@Test
	void appointmentThatIsOverHasEnded() {
		this.data.replace("appointments.csv", ",ENDED_DATE_UNKNOWN", ",UNKNOWN");
		assertThat(this.data.problems())
			.containsExactly("appointments.csv:6:41 `state` is UNKNOWN, but observations.csv:5 shows the "
					+ "appointment over; write ENDED or ENDED_DATE_UNKNOWN");
	}

	@Test
	void appointmentLiesWithinTheLifeOfItsRole() {
		this.data.replace("roles.csv", "1,,2011,,ONGOING", "1,,,2012-03,ENDED");
		assertThat(this.data.problems()).containsExactly(
				"appointments.csv:2:15 the appointment cannot lie within the life of `trust-chief` "
						+ "(roles.csv:4); correct the dates of one of them",
				"appointments.csv:4:15 the appointment cannot lie within the life of `trust-chief` "
						+ "(roles.csv:4); correct the dates of one of them");
	}

	@Test
	void appointmentLiesWithinTheLifeOfItsOrganisation() {
		this.data.replace("organisations.csv", "2010,2020-12-31,ENDED", "2010,2018,ENDED");
		assertThat(this.data.problems()).containsExactly(
				"appointments.csv:3:15 the appointment cannot lie within the life of `board` "
						+ "(organisations.csv:2); correct the dates of one of them",
				"appointments.csv:5:14 the appointment cannot lie within the life of `board` "
						+ "(organisations.csv:2); correct the dates of one of them");
	}

	@Test
	void careerPredecessorIsOfTheSamePerson() {
		this.data.replace("appointments.csv", "cat-nurse,true", "bob-chief,true");
		assertThat(this.data.problems())
			.containsExactly("appointments.csv:5:63 the career predecessor `bob-chief` (appointments.csv:4) is an "
					+ "appointment of another person; name one of the same person");
	}

	@Test
	void careerPredecessorIsNotLater() {
		this.data.replace("appointments.csv", "ann-both,ann-chief,", "ann-both,ann-nurse,");
		this.data.append("appointments.csv", "ann-nurse,ann,trust-nurse,SUBSTANTIVE,2020,,UNKNOWN,,,,,,,,,");
		this.data.append("citations.csv", "ann-nurse-cited,Appointment,ann-nurse,gazette-one,p1");
		this.data.replace("appointments.csv", "ann-chair,ann,board-chair,SUBSTANTIVE,2017,,UNKNOWN",
				"ann-chair,ann,board-chair,SUBSTANTIVE,2017,2019-04,ENDED");
		assertThat(this.data.problems())
			.containsExactly("appointments.csv:3:72 the career predecessor `ann-nurse` (appointments.csv:7) ended "
					+ "after this appointment had started; correct the order or the dates, or write true in "
					+ "`career_overlaps`");
	}

	@Test
	void careerPredecessorMayBeLaterWhereBothRanSideBySide() {
		this.data.replace("appointments.csv", "ann-both,ann-chief,", "ann-both,ann-nurse,true");
		this.data.append("appointments.csv", "ann-nurse,ann,trust-nurse,SUBSTANTIVE,2020,,UNKNOWN,,,,,,,,,");
		this.data.append("citations.csv", "ann-nurse-cited,Appointment,ann-nurse,gazette-one,p1");
		this.data.replace("appointments.csv", "ann-chair,ann,board-chair,SUBSTANTIVE,2017,,UNKNOWN",
				"ann-chair,ann,board-chair,SUBSTANTIVE,2017,2019-04,ENDED");
		assertThat(this.data.problems()).isEmpty();
	}

	@Test
	void predecessorInTheRoleIsOfTheSameRole() {
		this.data.replace("appointments.csv", "bob-takes-over,,,,,", "bob-takes-over,,,,,cat-nurse");
		assertThat(this.data.problems())
			.containsExactly("appointments.csv:4:77 the predecessor in the role, `cat-nurse` (appointments.csv:6), "
					+ "is an appointment to another role; name one to the same role");
	}

	@Test
	void predecessorInTheRoleIsAnotherPerson() {
		this.data.replace("appointments.csv", "bob-chief,bob,", "bob-chief,ann,");
		this.data.replace("appointments.csv", "bob-takes-over,,,,,", "bob-takes-over,,,,,ann-chief");
		assertThat(this.data.problems())
			.containsExactly("appointments.csv:4:77 the predecessor in the role, `ann-chief` (appointments.csv:2), "
					+ "is an appointment of the same person; name another person's, or use "
					+ "`career_predecessor_id`");
	}

	@Test
	void predecessorInTheRoleMayLeaveOnTheHandOverDay() {
		this.data.replace("appointments.csv", "bob-takes-over,,,,,", "bob-takes-over,,,,,ann-chief");
		assertThat(this.data.problems()).isEmpty();
	}

	@Test
	void predecessorInTheRoleDoesNotLeaveLater() {
		this.data.replace("appointments.csv", "2016-03-31,ENDED,,,,,,,,,", "2016-03-31,ENDED,,,,,,,,,bob-chief");
		assertThat(this.data.problems())
			.containsExactly("appointments.csv:2:75 the predecessor in the role, `bob-chief` (appointments.csv:4), "
					+ "left after this appointment had started; correct the order or the dates");
	}

	@Test
	void jointPostsAreOfOnePerson() {
		this.data.replace("appointments.csv", "bob-takes-over,,,,", "bob-takes-over,,ann-both,,");
		assertThat(this.data.problems())
			.containsExactly("appointments.csv:4:74 `joint_key` `ann-both` joins appointments of two people, here "
					+ "and in line 3; joint posts are those of one person, so correct the key or the person");
	}

	@Test
	void leaverAndSuccessorMayBothHoldASingleSeatOnTheHandOverDay() {
		assertThat(this.data.problems()).isEmpty();
	}

	@Test
	void twoPeopleDoNotHoldASingleSeatAtOnce() {
		this.data.replace("appointments.csv", "2016-03-31,,UNKNOWN", "2016-03-01,,UNKNOWN");
		assertThat(this.data.problems())
			.containsExactly("appointments.csv:4:15 from 2016-03-01 to 2016-03-31 the role `trust-chief`, which "
					+ "has one seat, was held by this appointment and by `ann-chief` (line 2); correct the "
					+ "dates, the role or its `seats`, or explain in explanations.csv why they overlap");
	}

	@Test
	void twoPeopleMayPossiblyHaveHeldASingleSeatAtOnce() {
		this.data.replace("appointments.csv", "2016-03-31,,UNKNOWN", "2016,,UNKNOWN");
		assertThat(this.data.problems()).isEmpty();
	}

	@Test
	void twoPeopleMayHoldARoleWithoutAKnownNumberOfSeats() {
		this.data.replace("appointments.csv", "2016-03-31,,UNKNOWN", "2016-03-01,,UNKNOWN");
		this.data.replace("roles.csv", "CHIEF_EXECUTIVE,trust,1,", "CHIEF_EXECUTIVE,trust,,");
		assertThat(this.data.problems()).isEmpty();
	}

	@Test
	void somebodyDesignateMayWaitBesideTheHolder() {
		this.data.replace("appointments.csv", "INTERIM,2016-03-31,,UNKNOWN", "DESIGNATE,2016-03-01,,UNKNOWN");
		assertThat(this.data.problems()).isEmpty();
	}

	@Test
	void relationIsShownBetweenItsStartAndEnd() {
		this.data.replace("organisation_relations.csv", "ENDED,2015", "ENDED,2019");
		assertThat(this.data.problems())
			.containsExactly("organisation_relations.csv:3:52 `observed_on` is `2019`, which is outside the row's "
					+ "own start and end; correct one of the dates");
	}

	@Test
	void plannedReportingLineIsNotShown() {
		this.data.replace("reporting_lines.csv", "2012,,UNKNOWN,2019", "2012,,PLANNED,2019");
		assertThat(this.data.problems())
			.containsExactly("reporting_lines.csv:2:46 `state` is PLANNED, but `observed_on` is given; write "
					+ "another state or remove the date");
	}

	@Test
	void postsThatAreNotNeighboursInAChainDoNotContradictEachOther() {
		this.data.append("appointments.csv", "ann-first,ann,trust-nurse,SUBSTANTIVE,2020,,UNKNOWN,,,,,,,,,");
		this.data.append("appointments.csv",
				"ann-mid,ann,board-head,SUBSTANTIVE,,,ENDED_DATE_UNKNOWN,,,,,,,ann-first,,");
		this.data.append("appointments.csv", "ann-last,ann,trust-nurse,SUBSTANTIVE,,2018,ENDED,,,,,,,ann-mid,,");
		this.data.append("citations.csv", "ann-first-cited,Appointment,ann-first,gazette-one,p1");
		this.data.append("citations.csv", "ann-mid-cited,Appointment,ann-mid,gazette-one,p1");
		this.data.append("citations.csv", "ann-last-cited,Appointment,ann-last,gazette-one,p1");
		assertThat(this.data.problems())
			.containsExactly("appointments.csv:7:1 the dates of `ann-first` cannot be true together with those of the "
					+ "posts before and after it, in its holder's career or in its role; correct a date or an order in that chain");
	}

}
