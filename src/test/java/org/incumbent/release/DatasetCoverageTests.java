package org.incumbent.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What the data package of this repository says about its own gaps is true and complete.
 */
class DatasetCoverageTests {

	private static final Path DATA = Path.of("data");

	private final CheckedPackage checked = CheckedPackage.read(DATA, null, null);

	@Test
	void everySuspiciousFactIsExplainedAndNothingElseIs() {
		SuspectReport report = SuspectReport.of(this.checked);
		assertThat(report.isSettled()).as("what `suspects data` lists, with what to do:\n" + report.text()).isTrue();
	}

	@Test
	void everyCentralDateIsKnownToTheMonthOrWanted() {
		assertThat(CoverageTable.of(this.checked).unaccounted())
			.as("starts and ends that want a page, or a row of `wanted_facts.csv` for the appointment and the column "
					+ "that says what was looked at")
			.isEmpty();
	}

	@Test
	void coverageInTheReadmeIsCountedFromTheRows() throws IOException {
		String readme = Files.readString(DATA.resolve("README.md"));
		assertThat(readme).as("what `coverage data --update data/README.md` writes")
			.isEqualTo(CoverageTable.of(this.checked).replaceIn(readme));
	}

}
