package org.incumbent.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Lineage in the small package.
 */
class LineageRulesTests {

	private final PackageFixture data = new PackageFixture();

	@Test
	void bodyDoesNotGoIntoWhatItCameFrom() {
		change("board-into-trust", "ABSORBED", "board", "trust");
		change("trust-into-gazette", "MERGED", "trust", "gazette");
		change("gazette-into-board", "RENAMED", "gazette", "board");
		assertThat(this.data.problems()).singleElement()
			.asString()
			.startsWith("organisation_change_parts.csv:")
			.contains("`organisation_id` leads back to where it started, from board to trust to gazette to board");
	}

	@Test
	void bodyDoesNotGoIntoWhatItCameFromEvenWhereNoDateIsKnown() {
		this.data.append("organisation_changes.csv", "one,ABOLISHED,2019,,,,");
		this.data.append("organisation_changes.csv", "two,ABSORBED,,,,,");
		parts("one", "board", "trust");
		parts("two", "trust", "board");
		assertThat(this.data.problems()).singleElement().asString().contains("leads back to where it started");
	}

	@Test
	void tasksMayGoToAndFroAndAPartMayComeBack() {
		change("tasks-to-trust", "FUNCTIONS_TRANSFERRED", "board", "trust");
		change("trust-into-board", "ABSORBED", "trust", "board");
		change("gazette-splits-off", "SPLIT", "board", "gazette");
		change("gazette-comes-back", "ABSORBED", "gazette", "board");
		assertThat(this.data.problems()).isEmpty();
	}

	@Test
	void bodyMayStayOnBothSidesOfAChange() {
		change("board-takes-trust", "MERGED", "board", "board");
		assertThat(this.data.problems()).isEmpty();
	}

	private void change(String id, String kind, String from, String to) {
		this.data.append("organisation_changes.csv", id + "," + kind + ",,,2015,,");
		parts(id, from, to);
	}

	private void parts(String id, String from, String to) {
		this.data.append("organisation_change_parts.csv", id + ",FROM," + from);
		this.data.append("organisation_change_parts.csv", id + ",TO," + to);
		this.data.append("citations.csv", id + "-cited,OrganisationChange," + id + ",gazette-one,p1");
	}

}
