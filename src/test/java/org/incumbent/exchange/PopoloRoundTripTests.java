package org.incumbent.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The way to Popolo JSON and back, of the package of the three articles and of the
 * national one: as a whole with our extension, and as far as Popolo goes without it.
 */
class PopoloRoundTripTests {

	private static final String ARTICLES = "src/test/resources/articles";

	private static final Set<String> CAPACITIES_OF_POPOLO = Set.of("SUBSTANTIVE", "INTERIM", "ACTING", "DESIGNATE",
			"SECONDED");

	@TempDir
	private Path temporary;

	@ParameterizedTest
	@ValueSource(strings = { ARTICLES, "data" })
	void withTheExtensionEveryByteOfEveryTableComesBack(String directory) throws IOException {
		Converted back = back(Path.of(directory), export(Path.of(directory)));
		try (Stream<Path> files = Files.list(Path.of(directory))) {
			List<Path> tables = files.filter((file) -> file.toString().endsWith(".csv")).toList();
			assertThat(tables).hasSizeGreaterThan(25);
			for (Path table : tables) {
				assertThat(back.directory().resolve(table.getFileName())).hasSameTextualContentAs(table);
			}
		}
		ObjectNode descriptor = descriptor(Path.of(directory));
		assertThat(descriptor(back.directory())).isEqualTo(descriptor);
	}

	@ParameterizedTest
	@ValueSource(strings = { ARTICLES, "data" })
	void withoutItAllThatPopoloCanHoldComesBack(String directory) throws IOException {
		Converted before = new Converted(Path.of(directory), List.of());
		Converted after = back(Path.of(directory), stripped(export(Path.of(directory)))).isValid();
		assertThat(after.cells("people", "id", "name", "honorific", "sort_name", "description"))
			.isEqualTo(before.cells("people", "id", "name", "honorific", "sort_name", "description"))
			.hasSizeGreaterThan(10);
		assertThat(reduced(after, "organisations", "id|name|short_name|kind", "founded_date", "dissolved_date"))
			.isEqualTo(reduced(before, "organisations", "id|name|short_name|kind", "founded_date", "dissolved_date"));
		assertThat(reduced(after, "roles", "id|name|organisation_id", "start_date", "end_date"))
			.isEqualTo(reduced(before, "roles", "id|name|organisation_id", "start_date", "end_date"));
		assertThat(reduced(after, "appointments", "id|person_id|role_id", "start_date", "end_date"))
			.isEqualTo(reduced(before, "appointments", "id|person_id|role_id", "start_date", "end_date"))
			.hasSizeGreaterThan(20);
		assertThat(capacities(after)).isEqualTo(capacities(before));
		assertThat(names(after)).isEqualTo(names(before)).isNotEmpty();
		assertThat(new TreeSet<>(after.cells("identifiers", "subject_type", "subject_id", "scheme", "identifier_value")
			.stream()
			.filter((identifier) -> !identifier.contains("|" + NamingRows.LINK + "|"))
			.toList()))
			.isEqualTo(new TreeSet<>(
					before.cells("identifiers", "subject_type", "subject_id", "scheme", "identifier_value")));
		assertThat(sources(after)).containsAll(sources(before)).hasSizeGreaterThan(100);
		assertThat(events(after)).isEqualTo(events(before)).isNotEmpty();
		assertThat(attendances(after)).isEqualTo(attendances(before)).isNotEmpty();
	}

	@Test
	void linksAreThereAndComeBack() throws IOException {
		Path from = Files.writeString(this.temporary.resolve("linked.json"), """
				{"persons": [{"id": "ann", "name": "Ann Able", "links": [{"url": "https://example.org/ann"}]}]}
				""");
		Converted first = Converted.from(Conversion.Format.POPOLO, from, this.temporary, null).isValid();
		Path exported = export(first.directory());
		assertThat(JsonMapper.shared().readTree(Files.readString(exported)).at("/persons/0/links/0/url").asString())
			.isEqualTo("https://example.org/ann");
		Converted second = back(first.directory(), stripped(exported)).isValid();
		assertThat(second.cells("identifiers", "subject_id", "scheme", "url"))
			.isEqualTo(first.cells("identifiers", "subject_id", "scheme", "url"))
			.containsExactly("ann|link|https://example.org/ann");
	}

	@ParameterizedTest
	@CsvSource({ "2013-05-01,2013-05-01", "2013-05,2013-05", "2013,2013", "2013-05?,2013-05", "2017-09~,2017",
			"[2013-01-02..2013-01-30],2013-01", "[2013-01..2013-03],2013", "[2013-12..2014-01],''", "[..2011],''",
			"201X,''", "'',''" })
	void aDateIsWrittenAsExactlyAsPopoloCanSayItAndItSurelyIs(String edtf, String reduced) {
		assertThat(PopoloFormat.reduced(edtf)).isEqualTo(reduced);
	}

	@Test
	void everyObjectHasOnlyWhatPopoloNamesAndTheExtension() throws IOException {
		JsonNode root = JsonMapper.shared().readTree(Files.readString(export(Path.of("data"))));
		assertThat(root.propertyNames()).containsExactlyInAnyOrder("incumbent", "persons", "organizations", "posts",
				"memberships", "events");
		Map<String, Set<String>> popolo = Map.of("persons",
				Set.of("id", "name", "honorific_prefix", "sort_name", "summary", "other_names", "identifiers", "links",
						"sources"),
				"organizations",
				Set.of("id", "name", "description", "founding_date", "dissolution_date", "classification", "parent_id",
						"other_names", "identifiers", "links", "sources"),
				"posts",
				Set.of("id", "label", "role", "organization_id", "start_date", "end_date", "other_names", "sources"),
				"memberships",
				Set.of("id", "person_id", "post_id", "organization_id", "role", "start_date", "end_date", "sources"),
				"events", Set.of("id", "name", "description", "classification", "start_date", "end_date", "parent_id",
						"attendees", "sources"));
		popolo.forEach((collection, properties) -> {
			Set<String> seen = new TreeSet<>();
			for (JsonNode record : root.path(collection)) {
				seen.addAll(record.propertyNames());
				for (String date : List.of("start_date", "end_date", "founding_date", "dissolution_date")) {
					assertThat(record.path(date).asString("2000")).matches("[0-9]{4}(-[0-9]{2}){0,2}");
				}
				record.path("sources")
					.forEach((source) -> assertThat(source.path("url").asString()).startsWith("http"));
			}
			seen.remove("incumbent");
			assertThat(seen).as(collection).isSubsetOf(properties).hasSizeGreaterThan(4);
		});
	}

	@Test
	void aDirectoryWithoutAPackageIsRefused() {
		assertThatExceptionOfType(ConversionException.class).isThrownBy(() -> export(this.temporary))
			.withMessageContaining("has no datapackage.json; name the directory of a data package");
	}

	private Path export(Path directory) throws IOException {
		Path file = Files.createTempFile(this.temporary, "package", ".json");
		PopoloExporter.export(directory, file, (line) -> {
		});
		return file;
	}

	private Converted back(Path directory, Path file) {
		assertThat(directory).isDirectory();
		return Converted.from(Conversion.Format.POPOLO, file, this.temporary, null);
	}

	private static ObjectNode descriptor(Path directory) throws IOException {
		ObjectNode root = (ObjectNode) JsonMapper.shared()
			.readTree(Files.readString(directory.resolve("datapackage.json")));
		root.remove("resources");
		return root;
	}

	/**
	 * The file as another program would have written it.
	 */
	private Path stripped(Path file) throws IOException {
		JsonNode root = JsonMapper.shared().readTree(Files.readString(file));
		strip(root);
		return Files.writeString(Files.createTempFile(this.temporary, "plain", ".json"), root.toPrettyString());
	}

	private static void strip(JsonNode node) {
		if (node instanceof ObjectNode object) {
			object.remove(PopoloFormat.EXTENSION);
		}
		node.forEach(PopoloRoundTripTests::strip);
	}

	/**
	 * What is left of a table's rows when dates are as exact as Popolo has them.
	 */
	private static List<String> reduced(Converted data, String table, String plain, String start, String end) {
		List<String> rows = new ArrayList<>();
		for (Map<String, String> row : data.rows(table)) {
			List<String> cells = new ArrayList<>();
			for (String column : plain.split("\\|", -1)) {
				cells.add(row.getOrDefault(column, ""));
			}
			cells.add(PopoloFormat.reduced(row.getOrDefault(start, "")));
			cells.add(PopoloFormat.reduced(row.getOrDefault(end, "")));
			rows.add(String.join("|", cells));
		}
		return rows;
	}

	private static List<String> capacities(Converted data) {
		return data.cells("appointments", "id", "capacity")
			.stream()
			.map((row) -> CAPACITIES_OF_POPOLO.contains(row.split("\\|", -1)[1]) ? row
					: row.split("\\|", -1)[0] + "|SUBSTANTIVE")
			.toList();
	}

	private static Set<String> names(Converted data) {
		return new TreeSet<>(
				reduced(data, "names", "subject_type|subject_id|name|kind|honorific", "start_date", "end_date"));
	}

	private static Set<String> sources(Converted data) {
		Map<String, String> addresses = new HashMap<>();
		data.rows("sources").forEach((source) -> addresses.put(source.get("id"), source.getOrDefault("url", "")));
		Set<String> cited = new TreeSet<>();
		for (Map<String, String> citation : data.rows("citations")) {
			String url = addresses.getOrDefault(citation.get("source_id"), "");
			boolean hasObject = Set.of("Person", "Organisation", "Role", "Appointment")
				.contains(citation.get("subject_type"));
			if (!url.isEmpty() && hasObject) {
				cited.add(citation.get("subject_type") + "|" + citation.get("subject_id") + "|" + url);
			}
		}
		return cited;
	}

	/**
	 * The events that can say in Popolo when they were.
	 */
	private static List<String> events(Converted data) {
		return reduced(data, "events", "id|name|kind|description", "event_date", "until_date").stream()
			.filter((event) -> !event.matches("(?s).*\\|\\|[0-9-]*"))
			.toList();
	}

	private static Set<String> attendances(Converted data) {
		Set<String> dated = new TreeSet<>();
		events(data).forEach((event) -> dated.add(event.split("\\|", 2)[0]));
		Set<String> attendances = new TreeSet<>();
		for (Map<String, String> part : data.rows("participations")) {
			if (dated.contains(part.get("event_id"))) {
				attendances.add(part.get("event_id") + "|" + part.getOrDefault("person_id", "")
						+ part.getOrDefault("organisation_id", ""));
			}
		}
		return attendances;
	}

}
