package org.incumbent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.incumbent.command.Commands;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The ministers database of the Institute for Government, asked through the API and
 * directly in its files: who held which health post on any day since 1979, and who came
 * and left between two days. The answers are equal but for these rules of ours: a row
 * that ends before it starts is left out, and who is in post in the files is certain on
 * the first day and possible after, since no source shows them on a later one.
 */
class MinistersDatabaseTests {

	private static final Path DATABASE = Path
		.of(System.getProperty("incumbent.ministers", Path.of("..", "shared", "data", "ifg-ministers").toString()));

	private static final int SPANS = 300;

	private static final String PEOPLE = "person { identifiers { scheme value } } role { name }";

	@TempDir
	private static Path directory;

	private static @Nullable ConfigurableApplicationContext application;

	private static List<Tenure> tenures = List.of();

	private static RestClient api = RestClient.create();

	/**
	 * Serves the package that the files make, or that another conversion has made of
	 * them.
	 */
	@BeforeAll
	static void serve() throws IOException {
		skipUnless(Files.exists(DATABASE.resolve("appointment.csv")), "there is no ministers database in " + DATABASE);
		String converted = System.getProperty("incumbent.ministers.package");
		Path data = (converted != null) ? Path.of(converted) : directory.resolve("package");
		if (converted == null) {
			int exitCode = Commands.run("convert", "ifg", DATABASE.toString(), data.toString());
			skipUnless(exitCode != 2, "the application has no command that converts the ministers database");
			assertThat(exitCode).isZero();
		}
		tenures = healthPosts();
		application = new SpringApplicationBuilder(IncumbentApplication.class).run("--server.port=0",
				"--server.address=127.0.0.1", "--spring.datasource.url=jdbc:h2:mem:ministers;DB_CLOSE_DELAY=-1",
				"--incumbent.data=" + data);
		api = RestClient.create(
				"http://127.0.0.1:%s/graphql".formatted(application.getEnvironment().getProperty("local.server.port")));
	}

	@AfterAll
	static void stop() {
		if (application != null) {
			application.close();
		}
	}

	/**
	 * Asks about every day on which somebody came or left, about those beside it and
	 * about one in each span in between, in which nothing changes.
	 */
	@Test
	void whoHeldWhichHealthPostIsTheSameOnEveryDaySince1979() {
		Set<LocalDate> days = new TreeSet<>();
		LocalDate first = LocalDate.of(1979, 1, 1);
		days.add(first);
		for (Tenure tenure : tenures) {
			days.addAll(List.of(tenure.start().minusDays(1), tenure.start(), tenure.start().plusDays(1)));
			if (tenure.end() != null) {
				days.addAll(List.of(tenure.end().minusDays(1), tenure.end(), tenure.end().plusDays(1)));
			}
		}
		days.removeIf((day) -> day.isBefore(first));
		LocalDate earlier = first;
		for (LocalDate day : List.copyOf(days)) {
			days.add(earlier.plusDays(ChronoUnit.DAYS.between(earlier, day) / 2));
			earlier = day;
		}
		days.add(LocalDate.now(ZoneId.of("Europe/London")));
		assertThat(days).hasSizeGreaterThan(300);
		for (LocalDate day : days) {
			assertThat(askWhoHeld(day)).as("health ministers on %s", day).isEqualTo(whoHeld(day));
		}
	}

	@Test
	void whoCameAndWhoLeftBetweenTwoDaysIsTheSame() {
		Random random = new Random(20190304);
		int moves = 0;
		for (int i = 0; i < SPANS; i++) {
			LocalDate from = LocalDate.of(1979, 1, 1).plusDays(random.nextInt(17_000));
			LocalDate to = from.plusDays(random.nextInt(400));
			Set<String> expected = whoMoved(from, to);
			assertThat(askWhoMoved(from, to)).as("moves of health ministers from %s to %s", from, to)
				.isEqualTo(expected);
			moves += expected.size();
		}
		assertThat(moves).as("moves compared").isGreaterThan(500);
	}

	private static Map<String, String> whoHeld(LocalDate day) {
		Map<String, String> held = new TreeMap<>();
		for (Tenure tenure : tenures) {
			if (!day.isBefore(tenure.start()) && (tenure.end() == null || !day.isAfter(tenure.end()))) {
				boolean certain = tenure.end() != null || day.equals(tenure.start());
				held.merge(tenure.key(), certain ? "CERTAIN" : "POSSIBLE",
						(one, other) -> one.equals("CERTAIN") ? one : other);
			}
		}
		return held;
	}

	private static Map<String, String> askWhoHeld(LocalDate day) {
		Map<String, String> held = new TreeMap<>();
		for (JsonNode body : ask("appointments(asOf: \"%s\", first: 100) { totalCount edges { certainty node { %s } } }"
			.formatted(day, PEOPLE))) {
			JsonNode edges = body.at("/appointments/edges");
			assertThat(edges).hasSize(body.at("/appointments/totalCount").asInt());
			for (JsonNode edge : edges) {
				held.merge(key(edge.get("node")), edge.get("certainty").asString(),
						(one, other) -> one.equals("CERTAIN") ? one : other);
			}
		}
		return held;
	}

	private static Set<String> whoMoved(LocalDate from, LocalDate to) {
		Set<String> moves = new TreeSet<>();
		for (Tenure tenure : tenures) {
			LocalDate end = tenure.end();
			if (!tenure.start().isBefore(from) && !tenure.start().isAfter(to)) {
				moves.add("ARRIVED %s %s CERTAIN".formatted(tenure.start(), tenure.key()));
			}
			if (end != null && !end.isBefore(from) && !end.isAfter(to)) {
				moves.add("LEFT %s %s CERTAIN".formatted(end, tenure.key()));
			}
		}
		return moves;
	}

	private static Set<String> askWhoMoved(LocalDate from, LocalDate to) {
		Set<String> moves = new TreeSet<>();
		for (JsonNode body : ask("""
				moves(between: { from: "%s", to: "%s" }, first: 100) {
				  totalCount nodes { kind certainty date { edtf } appointment { %s } }
				}
				""".formatted(from, to, PEOPLE))) {
			JsonNode nodes = body.at("/moves/nodes");
			assertThat(nodes).hasSize(body.at("/moves/totalCount").asInt());
			for (JsonNode move : nodes) {
				moves.add("%s %s %s %s".formatted(move.get("kind").asString(), move.at("/date/edtf").asString(),
						key(move.get("appointment")), move.get("certainty").asString()));
			}
		}
		return moves;
	}

	/**
	 * What the API says of every department with health in one of its names.
	 */
	private static List<JsonNode> ask(String field) {
		String document = "{ organisations(filter: { name: \"health\" }, first: 100) { nodes { " + field + " } } }";
		String answer = api.post()
			.contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.APPLICATION_GRAPHQL_RESPONSE)
			.body(Map.of("query", document))
			.retrieve()
			.body(String.class);
		JsonNode json = JsonMapper.shared().readTree(answer);
		assertThat(json.get("errors")).isNull();
		List<JsonNode> bodies = new ArrayList<>();
		json.at("/data/organisations/nodes").forEach(bodies::add);
		assertThat(bodies).isNotEmpty();
		return bodies;
	}

	private static String key(JsonNode appointment) {
		for (JsonNode identifier : appointment.at("/person/identifiers")) {
			if (identifier.get("scheme").asString().equals("ifg-ministers")) {
				return identifier.get("value").asString() + " " + appointment.at("/role/name").asString();
			}
		}
		throw new AssertionError("no identifier of the ministers database: " + appointment);
	}

	private static List<Tenure> healthPosts() throws IOException {
		Set<String> departments = new HashSet<>();
		for (CSVRecord row : rows("organisation.csv")) {
			if (row.get("name").contains("Health")) {
				departments.add(row.get("id"));
			}
		}
		Map<String, String> posts = new HashMap<>();
		for (CSVRecord row : rows("post.csv")) {
			if (departments.contains(row.get("organisation_id"))) {
				posts.put(row.get("id"), row.get("name"));
			}
		}
		List<Tenure> found = new ArrayList<>();
		for (CSVRecord row : rows("appointment.csv")) {
			String post = posts.get(row.get("post_id"));
			LocalDate start = LocalDate.parse(row.get("start_date"));
			LocalDate end = row.get("end_date").isEmpty() ? null : LocalDate.parse(row.get("end_date"));
			if (post != null && (end == null || !end.isBefore(start))) {
				found.add(new Tenure(row.get("person_id") + " " + post, start, end));
			}
		}
		assertThat(found).as("appointments to health posts").hasSizeGreaterThan(150);
		return found;
	}

	private static List<CSVRecord> rows(String file) throws IOException {
		CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
		try (CSVParser parser = CSVParser.parse(Files.readString(DATABASE.resolve(file)), format)) {
			return parser.getRecords();
		}
	}

	private static void skipUnless(boolean there, String reason) {
		if (!there) {
			System.err.println("SKIPPED, not compared with the ministers database: " + reason);
		}
		Assumptions.assumeTrue(there, reason);
	}

	/**
	 * One appointment as the files have it.
	 *
	 * @param key who and to what
	 */
	private record Tenure(String key, LocalDate start, @Nullable LocalDate end) {

	}

}
