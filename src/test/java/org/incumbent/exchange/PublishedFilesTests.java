package org.incumbent.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The conversion of the files that are really published, counted. The files are no part
 * of the project; where they are not beside it, these tests are skipped and say so.
 */
class PublishedFilesTests {

	private static final Path DATA = Path.of("../shared/data");

	@TempDir
	private Path temporary;

	@Test
	void ministersDatabase() {
		Converted converted = Converted
			.from(Conversion.Format.IFG, published("ifg-ministers"), this.temporary, "2026-06-19")
			.isValid();
		assertThat(converted.summary()).contains("Read 1,337 rows of person.csv: took 1,337, kept out 0",
				"Read 69 rows of organisation.csv: took 69, kept out 0",
				"Read 60 rows of organisation_link.csv: took 60, kept out 0",
				"Read 926 rows of post.csv: took 926, kept out 0",
				"Read 3,667 rows of appointment.csv: took 3,665, kept out 2",
				"    kept out 2: it ends before it starts",
				"Read 3,711 rows of appointment_characteristics.csv: took 3,697, kept out 14",
				"    kept out 12: a leave does not end a tenure, and its reason is private",
				"Wrote 56 rows of organisations.csv", "Wrote 1,149 rows of people.csv",
				"Wrote 3,665 rows of appointments.csv", "Wrote 147 rows of observations.csv",
				"Wrote 52 rows of organisation_changes.csv", "Wrote 14 rows of redirects.csv");
		assertThat(converted.list()).contains(
				"kept out: it ends before it starts: b10eac21-75f5-4c95-9ee5-780f42d73a12 from 2025-09-01 to 2025-05-14",
				"kept out: it ends before it starts: acf055e5-8475-4b2c-8063-be34b3e754da from 2025-09-06 to 2025-05-14");
		assertThat(converted.cells("appointments", "capacity").stream().filter("ACTING"::equals)).hasSize(11);
	}

	@Test
	void trustsAndCommissioningGroups() {
		Converted converted = Converted
			.from(Conversion.Format.ODS, published("ods-trusts-ccgs"), this.temporary, "2026-01-17")
			.isValid();
		assertThat(converted.summary()).contains("Read 320 rows of eccg.csv: took 320, kept out 0",
				"Read 273 rows of etr.csv: took 273, kept out 0",
				"Read 270 national groupings in etr.csv: took 0, kept out 270", "Wrote 593 rows of organisations.csv",
				"Wrote 593 rows of identifiers.csv");
		assertThat(converted.cells("organisations", "name")).contains("Manchester University NHS Foundation Trust",
				"NHS Durham Dales, Easington and Sedgefield CCG", "NHS Humber and North Yorkshire ICB - 03Q",
				"Barking, Havering and Redbridge University Hospitals NHS Trust");
	}

	@Test
	void practicesWithTheirCommissioners() throws IOException {
		Path both = Files.createDirectory(this.temporary.resolve("both"));
		for (String file : List.of("ods-practices-2019/epraccur.csv", "ods-practices-2019/epcmem.csv",
				"ods-trusts-ccgs/eccg.csv")) {
			Path published = published(file);
			Files.copy(published, both.resolve(published.getFileName()));
		}
		Converted converted = Converted.from(Conversion.Format.ODS, both, this.temporary, null).isValid();
		assertThat(converted.summary()).contains("Read 47,822 rows of epcmem.csv: took 15,205, kept out 32,617",
				"    kept out 27,002: the organisation above it is in none of the files",
				"    kept out 5,615: the organisation itself is in none of the files",
				"Read 14,303 rows of epraccur.csv: took 14,303, kept out 0",
				"Read 14,138 commissioners in epraccur.csv: took 1, kept out 14,137",
				"Wrote 14,623 rows of organisations.csv", "Wrote 15,206 rows of organisation_relations.csv");
	}

	@Test
	void openStates() {
		Converted converted = Converted
			.from(Conversion.Format.OPENSTATES, published("openstates-people"), this.temporary, "2026-08-05")
			.isValid();
		assertThat(converted.summary()).contains("Read 22,715 people: took 22,715, kept out 0",
				"Read 92,214 sources of people: took 91,707, kept out 507",
				"Read 30,937 roles of people: took 30,794, kept out 143", "    kept out 124: it ends before it starts",
				"    changed 89: it has no dates, and is taken without",
				"    changed 1,003: its end is ahead of the file, so that it is only announced",
				"Read 21,215 parties of people: took 21,215, kept out 0",
				"Read 38,616 members of committees: took 38,602, kept out 14", "Wrote 22,714 rows of people.csv",
				"Wrote 90,611 rows of appointments.csv", "Wrote 235,964 rows of citations.csv");
	}

	private static Path published(String name) {
		Path path = DATA.resolve(name);
		if (!Files.exists(path)) {
			System.out
				.println("SKIPPED: " + path + " is not there, so that nobody has counted what is converted of it");
		}
		Assumptions.assumeTrue(Files.exists(path), path + " is not there");
		return path;
	}

}
