package org.incumbent.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * States and dates in the small package.
 */
class PeriodRulesTests {

	private final PackageFixture data = new PackageFixture();

	@Test
	void startIsNotAfterTheEnd() {
		this.data.replace("organisations.csv", "2010,2020-12-31", "2021,2020-12-31");
		assertThat(this.data.problems())
			.containsExactly("organisations.csv:2:45 `dissolved_date` is `2020-12-31`, which is before "
					+ "`founded_date` `2021`; correct one of them");
	}

	@Test
	void datesThatMayBeInOrderAre() {
		this.data.replace("names.csv", ",2015,ENDED", "2015-06,2015,ENDED");
		assertThat(this.data.problems()).isEmpty();
	}

	@Test
	void eventDoesNotEndBeforeItsDay() {
		this.data.replace("events.csv", "2015,2016-12", "2015,2014");
		assertThat(this.data.problems())
			.containsExactly("events.csv:3:46 `until_date` is `2014`, which is before `event_date` `2015`; correct "
					+ "one of them");
	}

	@Test
	void endedNeedsAnEnd() {
		this.data.replace("names.csv", ",2015,ENDED", ",,ENDED");
		assertThat(this.data.problems())
			.containsExactly("names.csv:2:41 `state` is ENDED, but `end_date` is empty; give the date or write "
					+ "ENDED_DATE_UNKNOWN");
	}

	@Test
	void endedOnAnUnknownDateHasNoEnd() {
		this.data.replace("names.csv", ",2015,ENDED", ",2015,ENDED_DATE_UNKNOWN");
		assertThat(this.data.problems())
			.containsExactly("names.csv:2:45 `state` is ENDED_DATE_UNKNOWN, but `end_date` is given; write ENDED "
					+ "or remove the date");
	}

	@Test
	void ongoingHasNoEnd() {
		this.data.replace("names.csv", ",2015,ENDED", ",2015,ONGOING");
		assertThat(this.data.problems()).containsExactly(
				"names.csv:2:45 `state` is ONGOING, but `end_date` is given; write ENDED or remove " + "the date");
	}

	@Test
	void unknownHasNoEnd() {
		this.data.replace("names.csv", ",2015,ENDED", ",2015,UNKNOWN");
		assertThat(this.data.problems()).containsExactly(
				"names.csv:2:45 `state` is UNKNOWN, but `end_date` is given; write ENDED or remove " + "the date");
	}

	@Test
	void plannedAppointmentNeedsAStartOrAnAnnouncement() {
		this.data.replace("appointments.csv", "PLANNED,2019-03-01", "PLANNED,");
		assertThat(this.data.problems())
			.containsExactly("appointments.csv:5:39 `state` is PLANNED, but `start_date` and `start_announced` are "
					+ "both empty; say when it is to start or when that was announced");
	}

	@Test
	void plannedAppointmentMayHaveOnlyAStart() {
		this.data.replace("appointments.csv", ",,PLANNED,2019-03-01", "2019-05,,PLANNED,");
		assertThat(this.data.problems()).isEmpty();
	}

	@Test
	void plannedRoleNeedsAStartOrAnAnnouncement() {
		this.data.replace("roles.csv", "1,2019-03-01,,,PLANNED", "1,,,,PLANNED");
		assertThat(this.data.problems())
			.containsExactly("roles.csv:3:77 `state` is PLANNED, but `start_date` and `announced_on` are both "
					+ "empty; say when it is to start or when that was announced");
	}

}
