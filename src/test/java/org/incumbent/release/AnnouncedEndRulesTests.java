package org.incumbent.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What the validator says of ends that are only announced.
 */
class AnnouncedEndRulesTests {

	private static final String END = "ann-chair-end,Appointment,ann-chair,end_date,2020-06-30,gazette-one,,p1,";

	private static final String STATE = "ann-chair-state,Appointment,ann-chair,state,ENDED,gazette-one,,p1,";

	private final PackageFixture data = new PackageFixture();

	@Test
	void whoHasAnnouncedToLeaveGoesOnWithAnEnd() {
		annChairs("2017,2020-06-30,ONGOING,,2019-03-04");
		this.data.append("claims.csv", END + "ANNOUNCED,ACCEPTED,");
		assertThat(this.data.problems()).isEmpty();
	}

	@Test
	void endOfWhoGoesOnNeedsAnAnnouncement() {
		annChairs("2017,2020-06-30,ONGOING,,2019-03-04");
		assertThat(this.data.problems()).containsExactly(
				"appointments.csv:3:44 `state` is ONGOING, so `end_date` can only be announced; give it accepted claims with "
						+ "basis ANNOUNCED and no other, or write ENDED");
	}

	@Test
	void endOfWhoGoesOnIsNotAlsoStated() {
		annChairs("2017,2020-06-30,ONGOING,,2019-03-04");
		this.data.append("claims.csv", END + "ANNOUNCED,ACCEPTED,");
		this.data.append("claims.csv",
				END.replace("ann-chair-end", "ann-chair-end-2").replace("p1", "p2") + "STATED,ACCEPTED,");
		assertThat(this.data.problems()).singleElement().asString().contains("`end_date` can only be announced");
	}

	@Test
	void announcedEndSaysWhenItWasAnnounced() {
		annChairs("2017,2020-06-30,ONGOING,,");
		this.data.append("claims.csv", END + "ANNOUNCED,ACCEPTED,");
		assertThat(this.data.problems()).containsExactly(
				"appointments.csv:3:55 `state` is ONGOING, but `end_date` is given; write ENDED or remove the date, or say in "
						+ "`end_announced` when that end was announced");
	}

	@Test
	void endIsNotOverBecauseItWasAnnounced() {
		annChairs("2017,2020-06-30,ENDED,,2019-03-04");
		this.data.append("claims.csv", STATE + "ANNOUNCED,ACCEPTED,");
		assertThat(this.data.problems()).containsExactly(
				"appointments.csv:3:55 `state` is ENDED, but its accepted claims are only ANNOUNCED; write ONGOING and keep "
						+ "the announced end, or add a claim of `state` from a source that shows that it is over");
	}

	@Test
	void announcedEndThatIsShownToHaveComeIsOver() {
		annChairs("2017,2020-06-30,ENDED,,2019-03-04");
		this.data.append("claims.csv", STATE + "ANNOUNCED,ACCEPTED,");
		this.data.append("claims.csv",
				STATE.replace("ann-chair-state", "ann-chair-state-2").replace("p1", "p2") + "STATED,ACCEPTED,");
		assertThat(this.data.problems()).isEmpty();
	}

	private void annChairs(String cells) {
		this.data.replace("appointments.csv", "SUBSTANTIVE,2017,,UNKNOWN,,", "SUBSTANTIVE," + cells);
	}

}
