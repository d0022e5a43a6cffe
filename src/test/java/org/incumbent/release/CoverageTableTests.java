package org.incumbent.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/**
 * The coverage of the small package.
 */
class CoverageTableTests {

	private static final String SENTENCE = """
			Starts and ends at national bodies and strategic health authorities: 2. Known to the month or better: 0; each a \
			wanted fact of its own: 0; neither: 2.

			""";

	private static final String HEADER = """
			| Organisation | Role | From | To | Holders | Starts | Ends | Gaps over 30 days | Wanted |
			| --- | --- | --- | --- | --- | --- | --- | --- | --- |
			""";

	private final PackageFixture data = new PackageFixture();

	@Test
	void postsOfOneSeatAreCountedByBodyAndRole() {
		assertThat(table().markdown()).isEqualTo(SENTENCE + HEADER
				+ """
						| The Board | Chair | 2017 | 4 March 2019 or later | 1 | 1 coarser | 1 unknown | 0 |  |
						| The Trust | Chief executive | 1 April 2012 | 1 March 2019 or later | 2 | 1 to the day, 1 inferred | 1 to the day, 1 unknown | 0 |  |
						""");
	}

	@Test
	void gapsAndWantedFactsAreTold() {
		this.data.replace("appointments.csv", "INTERIM,2016-03-31,,UNKNOWN", "INTERIM,2018-03,2019-12,ENDED");
		this.data.append("wanted_facts.csv", "end,Who came next | and when,Role,trust-chief,,No page says.");
		this.data.append("wanted_facts.csv", "all,Its first years,Organisation,trust,,No page says.");
		assertThat(table().markdown())
			.endsWith("| The Trust | Chief executive | 1 April 2012 | December 2019 | 2 | 1 to the month, 1 inferred "
					+ "| 1 to the day, 1 to the month | 1 | Its first years; Who came next \\| and when |\n");
	}

	@Test
	void datesThatAreWiderThanAMonthAreWantedEachByItself() {
		assertThat(table().unaccounted()).containsExactly("ann-chair.start_date", "ann-chair.end_date");
		this.data.append("wanted_facts.csv", "role,The chairs of the board,Role,board-chair,start_date,No page says.");
		this.data.append("wanted_facts.csv", "end,When she left,Appointment,ann-chair,end_date,No page says.");
		assertThat(table().unaccounted()).containsExactly("ann-chair.start_date");
		assertThat(table().markdown())
			.startsWith("Starts and ends at national bodies and strategic health authorities: 2. "
					+ "Known to the month or better: 0; each a wanted fact of its own: 1; neither: 1.\n");
	}

	@Test
	void datesWithinAMonthAreAccountedForHoweverTheyAreKnown() {
		this.data.replace("appointments.csv", "board-chair,SUBSTANTIVE,2017,,UNKNOWN",
				"board-chair,SUBSTANTIVE,[2017-03-01..2017-03-20],,ONGOING");
		assertThat(table().unaccounted()).isEmpty();
	}

	@Test
	void datesThatWeWorkedOutAreInferred() {
		this.data.append("claims.csv",
				"bob-start,Appointment,bob-chief,start_date,2016-03-31,gazette-one,,p1,INFERRED,ACCEPTED,Ann left then.");
		assertThat(table().markdown()).contains("| 2 | 2 inferred | 1 to the day, 1 unknown | 0 |  |");
	}

	@Test
	void endThatIsOnlyAnnouncedIsNoEnd() {
		this.data.replace("appointments.csv", "INTERIM,2016-03-31,,UNKNOWN,,",
				"INTERIM,2016-03-31,2019-12,ONGOING,,2019-02");
		this.data.append("claims.csv",
				"bob-end,Appointment,bob-chief,end_date,2019-12,gazette-one,,p1,ANNOUNCED,ACCEPTED,");
		assertThat(table().markdown()).contains(
				"| 1 April 2012 | 1 March 2019 or later | 2 | 1 to the day, 1 inferred | 1 to the day, 1 announced | 0 |  |");
	}

	@Test
	void secretariesOfStateAreCovered() {
		this.data.append("roles.csv", "sos,sos,Secretary of State for Health,MINISTER,group,1,,,,UNKNOWN");
		this.data.append("citations.csv", "sos,Role,sos,gazette-one,p1");
		this.data.append("citations.csv", "cat-sos,Appointment,cat-sos,gazette-one,p1");
		this.data.append("appointments.csv", "cat-sos,cat,sos,SUBSTANTIVE,2001-06,,ONGOING,,,,,,,,,");
		assertThat(table().markdown()).contains("| A group of trusts | Secretary of State for Health | June 2001 "
				+ "| 1 June 2001 or later | 1 | 1 to the month | 1 still in post | 0 |  |");
	}

	@Test
	void tableTakesItsPlaceInADocument() {
		String before = "# Data\n\n<!-- coverage: written by the command coverage -->\nold\n<!-- end of coverage -->\n\nMore.\n";
		String after = table().replaceIn(before);
		assertThat(after)
			.startsWith("# Data\n\n<!-- coverage: written by the command coverage -->\n\n" + SENTENCE + HEADER)
			.endsWith(" |\n\n<!-- end of coverage -->\n\nMore.\n");
		assertThat(table().replaceIn(after)).isEqualTo(after);
		assertThatIllegalArgumentException().isThrownBy(() -> table().replaceIn("# Data\n"))
			.withMessageContaining("has no place for the table");
	}

	private CoverageTable table() {
		return CoverageTable.of(CheckedPackage.of(PackageFormat.ofApplication(), this.data.read()));
	}

}
