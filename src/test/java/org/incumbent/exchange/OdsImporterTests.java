package org.incumbent.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules of the ODS files, on invented organisations.
 */
class OdsImporterTests {

	@TempDir
	private Path temporary;

	private Path from = Path.of("");

	@BeforeEach
	void writeTheFiles() throws IOException {
		this.from = Files.createDirectory(this.temporary.resolve("from"));
		write("etr.csv", organisation("T01", "NORTH TEST NHS FOUNDATION TRUST", Map.of(2, "Y99", 10, "20010401"))
				+ organisation("T02", "SOUTH TEST NHS TRUST", Map.of(10, "20010401", 11, "20050331"))
				+ organisation("T03", "LATE TEST NHS TRUST", Map.of(10, "20050401", 11, "20040331"))
				+ organisation("T04", "ODD DATE NHS TRUST", Map.of(10, "20051301"))
				+ organisation("T01", "NORTH TEST AGAIN NHS TRUST", Map.of(10, "20060401"))
				+ organisation("T05", "CLOSING NHS TRUST", Map.of(10, "20010401", 11, "20270331")) + "\"T06\"\r\n");
		write("eccg.csv", organisation("C01", "NHS TEST CCG", Map.of(10, "20130401")));
		write("epraccur.csv", organisation("P01", "THE SURGERY",
				Map.of(10, "19740401", 12, "A", 14, "C01", 15, "20130401", 17, "01234 5678"))
				+ organisation("P02", "THE SURGERY", Map.of(10, "19740401", 12, "A", 14, "C01", 15, "20140401"))
				+ organisation("P03", "NEW SURGERY", Map.of(10, "20190801", 12, "P", 14, "C01", 15, "20190801"))
				+ organisation("P04", "LONE SURGERY", Map.of(10, "20190801", 12, "A", 14, "C09", 15, "20190801")));
		write("epcmem.csv", """
				"P01","C01","W","20130401","20180331","0"\r
				"P02","C01","W","20130401","","0"\r
				"P02","X99","W","20010401","20130331","0"\r
				"Q99","C01","W","20130401","","0"\r
				"P01","C01","W","20190401","20180331","0"\r
				""");
	}

	@Test
	void everythingThatWasReadIsTakenOrKeptOutWithAReason() {
		assertThat(convert().isValid().summary()).startsWith("Read 5 rows of epcmem.csv: took 2, kept out 3",
				"    kept out 1: it ends before it starts",
				"    kept out 1: the organisation above it is in none of the files",
				"    kept out 1: the organisation itself is in none of the files",
				"Read 1 rows of eccg.csv: took 1, kept out 0", "Read 4 rows of epraccur.csv: took 4, kept out 0",
				"Read 4 commissioners in epraccur.csv: took 1, kept out 3",
				"    kept out 1: a membership file gives another start for it, which is taken",
				"    kept out 1: a membership file gives the same",
				"    kept out 1: the organisation above it is in none of the files",
				"Read 7 rows of etr.csv: took 3, kept out 4", "    kept out 1: a date is no day of the calendar",
				"    kept out 1: an earlier row has its code", "    kept out 1: it ends before it starts",
				"    kept out 1: it has not 27 cells", "Read 1 national groupings in etr.csv: took 0, kept out 1",
				"    kept out 1: the organisation above it is in none of the files",
				"Left out, having no place here: 1 epraccur.csv telephone number");
		assertThat(convert().list()).contains("etr.csv:3: kept out: it ends before it starts: T03 20050401 20040331\n",
				"etr.csv:1: kept out: the organisation above it is in none of the files: Y99\n");
	}

	@Test
	void aClosingDateIsTheLastDayAndOneAheadOnlyAnnounced() {
		Converted converted = convert();
		assertThat(converted.cells("organisations", "id", "name", "kind", "founded_date", "dissolved_date", "state"))
			.contains("ods-t01|North Test NHS Foundation Trust|FOUNDATION_TRUST|2001-04-01||ONGOING",
					"ods-t02|South Test NHS Trust|NHS_TRUST|2001-04-01|2005-03-31|ENDED",
					"ods-t05|Closing NHS Trust|NHS_TRUST|2001-04-01||ONGOING",
					"ods-c01|NHS Test CCG|COMMISSIONER|2013-04-01||ONGOING",
					"ods-p03|New Surgery|OTHER|2019-08-01||PLANNED");
		assertThat(converted.cells("claims", "subject_id", "field", "claimed_value", "basis"))
			.containsExactly("ods-t05|dissolved_date|2027-03-31|ANNOUNCED");
	}

	@Test
	void codesAreDatedIdentifiersWithTheirRow() {
		assertThat(convert().cells("identifiers", "subject_id", "scheme", "identifier_value", "start_date", "end_date",
				"state", "locator"))
			.contains("ods-t02|ods|T02|2001-04-01|2005-03-31|ENDED|row etr/T02");
	}

	@Test
	void membershipsAreDatedAndTheirFileOutranksTheOtherOne() {
		assertThat(convert().cells("organisation_relations", "kind", "organisation_id", "related_id", "start_date",
				"end_date", "state", "observed_on"))
			.containsExactly("MEMBER_OF|ods-p01|ods-c01|2013-04-01|2018-03-31|ENDED|",
					"MEMBER_OF|ods-p02|ods-c01|2013-04-01||ONGOING|2019-10-14",
					"MEMBER_OF|ods-p03|ods-c01|2019-08-01||ONGOING|2019-10-14");
	}

	@Test
	void namesakesAreToldApartByTheirCode() {
		assertThat(convert().cells("organisations", "slug")).contains("the-surgery-p01", "the-surgery-p02",
				"new-surgery");
	}

	@Test
	void aDirectoryOfSomethingElseIsRefused() throws IOException {
		Path empty = Files.createDirectory(this.temporary.resolve("empty"));
		Files.writeString(empty.resolve("etr.csv"), "a,b,c\n");
		assertThatExceptionOfType(ConversionException.class)
			.isThrownBy(() -> Converted.from(Conversion.Format.ODS, empty, this.temporary, null))
			.withMessageContaining("has no CSV file of organisations such as etr.csv");
		assertThatExceptionOfType(ConversionException.class)
			.isThrownBy(() -> Conversion.convert(Conversion.Format.ODS, this.from, this.from, null, (line) -> {
			}))
			.withMessageContaining("is not empty; name a directory that is");
		assertThatExceptionOfType(ConversionException.class).isThrownBy(() -> Conversion.convert(Conversion.Format.ODS,
				this.from.resolve("nowhere"), this.from, null, (line) -> {
				}))
			.withMessageContaining("There is no file or directory");
	}

	private Converted convert() {
		return Converted.from(Conversion.Format.ODS, this.from, this.temporary, "2019-10-14");
	}

	private static String organisation(String code, String name, Map<Integer, String> cells) {
		String[] row = new String[27];
		Arrays.fill(row, "\"\"");
		row[0] = "\"" + code + "\"";
		row[1] = "\"" + name + "\"";
		cells.forEach((place, cell) -> row[place] = "\"" + cell + "\"");
		return String.join(",", row) + "\r\n";
	}

	private void write(String file, String content) throws IOException {
		Files.writeString(this.from.resolve(file), content);
	}

}
