package org.incumbent.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Who took part in the events of the small package.
 */
class ParticipationRulesTests {

	private final PackageFixture data = new PackageFixture();

	@Test
	void participantIsAPersonOrAnOrganisation() {
		this.data.replace("participations.csv", "reform,,board", "reform,bob,board");
		assertThat(this.data.problems())
			.containsExactly("participations.csv:3:21 a participation is of one person or one organisation; give "
					+ "exactly one of `person_id` and `organisation_id`");
	}

	@Test
	void participantIsGiven() {
		this.data.replace("participations.csv", "reform,,board", "reform,,");
		assertThat(this.data.problems())
			.containsExactly("participations.csv:3:21 a participation is of one person or one organisation; give "
					+ "exactly one of `person_id` and `organisation_id`");
	}

	@Test
	void postIsTheParticipantsOwn() {
		this.data.replace("participation_appointments.csv", "reform-ann,ann-chief", "reform-ann,bob-chief");
		assertThat(this.data.problems())
			.containsExactly("participation_appointments.csv:2:12 `bob-chief` is no appointment of the participant "
					+ "of `reform-ann` (participations.csv:2); name one of that person's, or remove the row");
	}

	@Test
	void organisationTakesPartInNobodysPost() {
		this.data.append("participation_appointments.csv", "reform-board,ann-chief");
		assertThat(this.data.problems())
			.containsExactly("participation_appointments.csv:3:14 `ann-chief` is no appointment of the participant "
					+ "of `reform-board` (participations.csv:3); name one of that person's, or remove the " + "row");
	}

}
