package org.incumbent.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ByteArrayResource;

/**
 * A package of two tables, read from a directory.
 */
class PackageReaderTests {

	private static final String DESCRIPTOR = """
			{
			  "name": "small", "title": "A small package", "version": "3", "created": "2026-11-23T10:00:00Z",
			  "licenses": [{"name": "CC-BY-4.0", "title": "Attribution", "path": "https://example.org/by"}],
			  "resources": [
			    {"name": "people", "path": "people.csv", "schema": {
			      "fields": [{"name": "id"}, {"name": "name"}, {"name": "description"}], "primaryKey": "id"}},
			    {"name": "topics", "path": "topics.csv", "schema": {"fields": [{"name": "id"}], "primaryKey": "id"}}
			  ]
			}
			""";

	@TempDir
	private Path directory;

	@BeforeEach
	void writePackage() throws IOException {
		write("datapackage.json", DESCRIPTOR);
		write("people.csv", "id,name,description\n");
		write("topics.csv", "id\n");
	}

	@Test
	void rowHasItsCellsByColumnAndNullForAnEmptyOne() throws IOException {
		write("people.csv", "id,name,description\nann,Ann,\n");
		Row row = read().rows("people").get(0);
		assertThat(row.table()).isEqualTo("people");
		assertThat(row.text("name")).isEqualTo("Ann");
		assertThat(row.get("name")).isEqualTo("Ann");
		assertThat(row.text("description")).isNull();
		assertThatIllegalStateException().isThrownBy(() -> row.get("description"));
		assertThatIllegalArgumentException().isThrownBy(() -> row.text("age"));
	}

	@Test
	void lineAndColumnAreWhereAnEditorShowsThemAfterCellsOfSeveralLines() throws IOException {
		write("people.csv", "id,name,description\nann,\"Ann \"\"A\"\"\",\"one,\ntwo\"\nbob,Bob,three\n");
		DataPackage data = read();
		assertThat(data.rows("people")).extracting(Row::line).containsExactly(2, 4);
		Row ann = data.rows("people").get(0);
		assertThat(ann.text("name")).isEqualTo("Ann \"A\"");
		assertThat(ann.text("description")).isEqualTo("one,\ntwo");
		assertThat(ann.problem("description", "odd")).isEqualTo(problem("people.csv", 2, 17, "odd"));
		assertThat(data.rows("people").get(1).problem("description", "odd"))
			.isEqualTo(problem("people.csv", 4, 9, "odd"));
	}

	@Test
	void cellAfterOneOfSeveralLinesIsFoundOnItsOwnLine() throws IOException {
		write("people.csv", "id,name,description\nann,\"Ann\nAlso\",first\n");
		assertThat(read().rows("people").get(0).problem("description", "odd"))
			.isEqualTo(problem("people.csv", 3, 7, "odd"));
	}

	@Test
	void fileOfASpreadsheetWithByteOrderMarkAndCarriageReturnsReadsAlike() throws IOException {
		write("people.csv", "\uFEFFid,name,description\r\nann,Ann,\"one\r\ntwo\"\r\nbob,Bob,three\r\n");
		DataPackage data = read();
		assertThat(data.problems()).isEmpty();
		assertThat(data.rows("people").get(0).text("description")).isEqualTo("one\ntwo");
		assertThat(data.rows("people").get(1).problem("name", "odd")).isEqualTo(problem("people.csv", 4, 5, "odd"));
		assertThat(data.rows("people").get(0).problem("id", "odd")).isEqualTo(problem("people.csv", 2, 1, "odd"));
	}

	@Test
	void columnsMayStandInAnotherOrder() throws IOException {
		write("people.csv", "name,description,id\nAnn,,ann\n");
		DataPackage data = read();
		assertThat(data.problems()).isEmpty();
		assertThat(data.rows("people").get(0).text("id")).isEqualTo("ann");
		assertThat(data.rows("people").get(0).problem("id", "odd")).isEqualTo(problem("people.csv", 2, 6, "odd"));
	}

	@Test
	void descriptorTellsWhatThePackageIs() {
		PackageMetadata metadata = read().metadata();
		assertThat(metadata.name()).isEqualTo("small");
		assertThat(metadata.title()).isEqualTo("A small package");
		assertThat(metadata.version()).isEqualTo("3");
		assertThat(metadata.releasedOn()).isEqualTo(LocalDate.of(2026, 11, 23));
		assertThat(metadata.licences())
			.containsExactly(new PackageMetadata.Licence("CC-BY-4.0", "Attribution", "https://example.org/by"));
	}

	@Test
	void descriptorWithoutNameOrLicencesIsAProblem() throws IOException {
		write("datapackage.json", "{\"title\": \"T\", \"version\": \"1\", \"created\": \"yesterday\"}");
		assertThat(read().problems()).containsExactly(
				problem("datapackage.json", 1, 1, "there are no `licenses`; give at least one, with its name"),
				problem("datapackage.json", 1, 1, "the property `name` is missing; add it"),
				problem("datapackage.json", 1, 1,
						"the property `created` is `yesterday`; give the day or time of the release, such as 2026-11-23"));
	}

	@Test
	void descriptorThatIsNotJsonIsAProblemAtItsPlace() throws IOException {
		write("datapackage.json", "{\n  \"name\": oops\n}");
		assertThat(read().problems()).singleElement()
			.satisfies((problem) -> assertThat(problem.line()).isEqualTo(2))
			.satisfies((problem) -> assertThat(problem.message())
				.isEqualTo("the file is not JSON; correct it at this place"));
	}

	@Test
	void checksumIsThatOfTheListingOfChecksums() throws IOException {
		String before = read().checksum();
		assertThat(before).isEqualTo("6f6e0bcbd49007be81342a1bfdff3401641463ee16eadfb3c961a435cc70fa3a");
		write("notes.txt", "no part of the package");
		assertThat(read().checksum()).isEqualTo(before);
		write("topics.csv", "id\nletters\n");
		assertThat(read().checksum()).isNotEqualTo(before);
	}

	@Test
	void missingFileIsAProblemAndTheTableIsEmpty() throws IOException {
		Files.delete(this.directory.resolve("topics.csv"));
		DataPackage data = read();
		assertThat(data.problems()).containsExactly(
				problem("topics.csv", 1, 1, "the file is missing; add it with the header id even if it has no rows"));
		assertThat(data.rows("topics")).isEmpty();
		assertThat(data.table("topics").isComplete()).isFalse();
	}

	@Test
	void missingDirectoryIsAProblemForEachOfItsFiles() throws IOException {
		DataPackage data = new PackageReader(format()).read(this.directory.resolve("nowhere"));
		assertThat(data.problems()).hasSize(3);
	}

	@Test
	void unknownFileIsAProblem() throws IOException {
		write("poeple.csv", "id\n");
		assertThat(read().problems()).containsExactly(problem("poeple.csv", 1, 1,
				"this file is no table of the data package; remove it, or correct its name to one of people.csv, topics.csv"));
	}

	@Test
	void headerWithAMissingAnUnknownAndARepeatedColumnIsAProblemForEach() throws IOException {
		write("people.csv", "id,nmae,id\n");
		String advice = "; the columns are id,name,description";
		assertThat(read().problems()).containsExactly(problem("people.csv", 1, 4, "there is no column `nmae`" + advice),
				problem("people.csv", 1, 9, "the column `id` is there twice" + advice),
				problem("people.csv", 1, 1, "the column `name` is missing" + advice),
				problem("people.csv", 1, 1, "the column `description` is missing" + advice));
	}

	@Test
	void emptyFileIsAProblem() throws IOException {
		write("topics.csv", "");
		assertThat(read().problems())
			.containsExactly(problem("topics.csv", 1, 1, "the header is missing; the first line must be id"));
	}

	@Test
	void rowWithAnotherNumberOfCellsIsAProblemAndTheOthersAreRead() throws IOException {
		write("people.csv", "id,name,description\nann,Ann,first, of all\n\nbob,Bob,\n");
		DataPackage data = read();
		String advice = "; add or remove commas, and enclose in \" a cell that has a comma in it";
		assertThat(data.problems()).containsExactly(
				problem("people.csv", 2, 1, "the row has 4 cells and the header 3" + advice),
				problem("people.csv", 3, 1, "the row has 1 cells and the header 3" + advice));
		assertThat(data.rows("people")).extracting((row) -> row.text("id")).containsExactly("bob");
		assertThat(data.table("people").isComplete()).isFalse();
	}

	@Test
	void quotationMarkThatIsNotClosedIsAProblemWhereItsRowStarts() throws IOException {
		write("people.csv", "id,name,description\nann,Ann,\nbob,\"Bob,\ncid,Cid,\n");
		DataPackage data = read();
		assertThat(data.problems()).containsExactly(problem("people.csv", 3, 1,
				"the row that starts here has a quotation mark missing or too many, so the rest of the file cannot be read; "
						+ "enclose the cell in \" and write each \" inside it twice"));
		assertThat(data.rows("people")).hasSize(1);
		assertThat(data.table("people").isComplete()).isFalse();
	}

	@Test
	void quotationMarkInsideAQuotedCellThatIsNotDoubledIsAProblem() throws IOException {
		write("people.csv", "id,name,description\nann,Ann,\nbob,\"Bob \"B\" Smith\",\ncid,Cid,\n");
		assertThat(read().problems()).singleElement().satisfies((problem) -> assertThat(problem.line()).isEqualTo(3));
	}

	@Test
	void fileInAnotherEncodingIsAProblemAtTheByteThatShowsIt() throws IOException {
		Files.write(this.directory.resolve("people.csv"),
				"id,name,description\nann,Andr\u00e9,\n".getBytes(ISO_8859_1));
		assertThat(read().problems())
			.containsExactly(problem("people.csv", 2, 9, "the byte 0xE9 is not UTF-8; save the file as CSV in UTF-8"));
	}

	@Test
	void packageOfTheApplicationReadsFromTheClasspath() {
		DataPackage data = new PackageReader(PackageFormat.ofApplication()).readFromClasspath("data");
		assertThat(data.problems()).isEmpty();
		assertThat(data.metadata().name()).isNotEmpty();
	}

	@Test
	void folderThatIsNotOnTheClasspathIsAProblemForEachOfItsFiles() {
		assertThat(new PackageReader(format()).readFromClasspath("nowhere").problems()).hasSize(3);
	}

	private DataPackage read() {
		return new PackageReader(format()).read(this.directory);
	}

	private static PackageFormat format() {
		return PackageFormat.of(new ByteArrayResource(DESCRIPTOR.getBytes(UTF_8)));
	}

	private Problem problem(String file, int line, int column, String message) {
		return new Problem(this.directory + "/" + file, line, column, message);
	}

	private void write(String file, String content) throws IOException {
		Files.writeString(this.directory.resolve(file), content);
	}

}
