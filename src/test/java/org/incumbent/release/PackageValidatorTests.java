package org.incumbent.release;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * The small package as a whole.
 */
class PackageValidatorTests {

	private final PackageFixture data = new PackageFixture();

	@Test
	void smallPackageIsValid() {
		assertThat(this.data.problems()).isEmpty();
	}

	@Test
	void allProblemsAreToldAtOnceByFileLineAndColumn() {
		this.data.replace("roles.csv", "trust-nurse,Nurse,CHIEF_NURSE,trust,", "Trust,Nurse,CHIEF_NURSE,truss,");
		this.data.replace("people.csv", "cat,cat,Cat Cooper", "cat,ann,Cat Cooper");
		this.data.replace("events.csv", "INQUIRY,2018", "INQUIRY,then");
		this.data.append("event_responses.csv", "reform");
		assertThat(this.data.problems()).extracting((problem) -> problem.substring(0, problem.indexOf(' ')))
			.containsExactly("event_responses.csv:3:1", "events.csv:4:34", "people.csv:4:5", "roles.csv:5:13",
					"roles.csv:5:37");
	}

	@Test
	void fileThatIsMissingIsOneProblemWhateverRefersToIt() {
		this.data.delete("people.csv");
		assertThat(this.data.problems()).containsExactly("people.csv:1:1 the file is missing; add it with the header "
				+ "id,slug,name,honorific,sort_name,description even if it has no rows");
	}

	@Test
	void citationsThatCannotBeReadAreOneProblem() {
		this.data.write("citations.csv", "id,subject_type,subject_id,source_id,locator\n\"");
		assertThat(this.data.problems()).singleElement().asString().startsWith("citations.csv:2:1 ");
	}

	@Test
	void rowThatCannotBeReadIsOneProblemWhateverRefersToIt() {
		this.data.replace("people.csv", "bob,bob,Bob Baker,Sir,", "bob,bob,Bob Baker,");
		assertThat(this.data.problems()).singleElement().asString().startsWith("people.csv:3:1 ");
	}

	@Test
	void columnThatIsMissingIsOneProblemWhateverNeedsIt() {
		this.data.write("topics.csv", "slug,name,description\nreforms,Reforms,\n");
		assertThat(this.data.problems()).singleElement().asString().startsWith("topics.csv:1:1 ");
	}

	@Test
	void cellMayHoldAnythingWithoutStoppingTheValidator() throws IOException {
		for (String file : this.data.tables()) {
			String valid = this.data.text(file);
			for (String spoilt : spoilt(valid)) {
				this.data.write(file, spoilt);
				assertThatCode(this.data::problems).as(spoilt).doesNotThrowAnyException();
			}
			this.data.write(file, valid);
		}
		assertThat(this.data.problems()).isEmpty();
	}

	/**
	 * The file with each of its cells emptied, and with each of them nonsense.
	 */
	private static List<String> spoilt(String csv) throws IOException {
		List<String> spoilt = new ArrayList<>();
		List<CSVRecord> records = CSVFormat.RFC4180.parse(new StringReader(csv)).stream().toList();
		for (int row = 1; row < records.size(); row++) {
			for (int column = 0; column < records.get(row).size(); column++) {
				spoilt.add(with(records, row, column, ""));
				spoilt.add(with(records, row, column, "?;?"));
			}
		}
		return spoilt;
	}

	private static String with(List<CSVRecord> records, int row, int column, String value) throws IOException {
		StringBuilder csv = new StringBuilder();
		for (CSVRecord csvRecord : records) {
			Object[] cells = csvRecord.values();
			if (csvRecord.getRecordNumber() == row + 1) {
				cells = cells.clone();
				cells[column] = value;
			}
			CSVFormat.RFC4180.printRecord(csv, cells);
		}
		return csv.toString();
	}

	@Test
	void messageShowsAValueOnOneLineAndShortened() {
		assertThat(Problem.quoted("short")).isEqualTo("`short`");
		assertThat(Problem.quoted("a\n" + "b".repeat(80))).isEqualTo("`a " + "b".repeat(58) + "…`");
	}

}
