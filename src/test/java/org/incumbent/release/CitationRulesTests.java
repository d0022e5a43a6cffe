package org.incumbent.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Sources of the records of the small package.
 */
class CitationRulesTests {

	private final PackageFixture data = new PackageFixture();

	@Test
	void personNeedsASource() {
		this.data.replace("citations.csv", "cat-cited,Person,cat", "cat-cited,Person,bob");
		this.data.replace("citations.csv", "bob-cited,Person,bob,gazette-one,p1",
				"bob-cited,Person,bob,gazette-one,p2");
		assertThat(this.data.problems())
			.containsExactly("people.csv:4:1 `cat` has no source; add a row for the Person to citations.csv, with "
					+ "the paragraph that shows it");
	}

	@Test
	void organisationNeedsASource() {
		this.data.replace("citations.csv", "group-cited,Organisation,group,gazette-one,p1",
				"group-cited,Organisation,trust,gazette-one,p2");
		assertThat(this.data.problems())
			.containsExactly("organisations.csv:4:1 `group` has no source; add a row for the Organisation to "
					+ "citations.csv, with the paragraph that shows it");
	}

	@Test
	void roleNeedsASource() {
		this.data.replace("citations.csv", "board-head-cited,Role,board-head,gazette-one,p1",
				"board-head-cited,Role,board-chair,gazette-one,p2");
		assertThat(this.data.problems())
			.containsExactly("roles.csv:3:1 `board-head` has no source; add a row for the Role to citations.csv, "
					+ "with the paragraph that shows it");
	}

	@Test
	void appointmentNeedsASource() {
		this.data.replace("citations.csv", "cat-nurse-cited,Appointment,cat-nurse,gazette-one,p1",
				"cat-nurse-cited,Appointment,cat-head,gazette-one,p2");
		assertThat(this.data.problems())
			.containsExactly("appointments.csv:6:1 `cat-nurse` has no source; add a row for the Appointment to "
					+ "citations.csv, with the paragraph that shows it");
	}

	@Test
	void eventNeedsASource() {
		this.data.replace("citations.csv", "review-cited,Event,review,gazette-one,p1",
				"review-cited,Event,reform,gazette-one,p2");
		assertThat(this.data.problems())
			.containsExactly("events.csv:4:1 `review` has no source; add a row for the Event to citations.csv, "
					+ "with the paragraph that shows it");
	}

	@Test
	void changeOfAnOrganisationNeedsASource() {
		this.data.append("organisation_changes.csv", "board-renamed,RENAMED,,,,,");
		assertThat(this.data.problems())
			.containsExactly("organisation_changes.csv:3:1 `board-renamed` has no source; add a row for the "
					+ "OrganisationChange to citations.csv, with the paragraph that shows it");
	}

	@Test
	void participationNeedsASource() {
		this.data.replace("citations.csv", "reform-board-cited,Participation,reform-board,gazette-one,p1",
				"reform-board-cited,Participation,reform-ann,gazette-one,p2");
		assertThat(this.data.problems())
			.containsExactly("participations.csv:3:1 `reform-board` has no source; add a row for the Participation "
					+ "to citations.csv, with the paragraph that shows it");
	}

	@Test
	void placeIsCitedOnceForARecord() {
		this.data.append("citations.csv", "ann-cited-again,Person,ann,gazette-one,p1");
		assertThat(this.data.problems())
			.containsExactly("citations.csv:25:40 the same place is already cited for the same record in line 6; "
					+ "remove the row");
	}

	@Test
	void quotesOwnPlaceIsNotCitedAgain() {
		this.data.replace("citations.csv", "Quote,ann-hopes,gazette-one,p1", "Quote,ann-hopes,gazette-one,p2-p3");
		assertThat(this.data.problems())
			.containsExactly("citations.csv:24:45 the quote itself (quotes.csv:2) gives this place; remove the "
					+ "row, or cite where else its words stand");
	}

}
