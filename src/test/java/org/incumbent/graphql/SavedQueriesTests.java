package org.incumbent.graphql;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.graphql.execution.GraphQlSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Saved queries have addresses, as JSON and as CSV.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:saved;DB_CLOSE_DELAY=-1",
				"incumbent.data=src/test/resources/articles", "incumbent.queries.folder=src/test/resources/saved" })
class SavedQueriesTests {

	private static final Path SHIPPED = Path.of("src/main/resources/queries");

	private final HttpClient client = HttpClient.newHttpClient();

	private final String server;

	private final GraphQlSource source;

	@Autowired
	SavedQueriesTests(@LocalServerPort int port, GraphQlSource source) {
		this.source = source;
		this.server = "http://localhost:" + port;
	}

	static List<String> shipped() throws IOException {
		try (Stream<Path> files = Files.list(SHIPPED)) {
			return files.map((file) -> file.getFileName().toString().replace(".graphql", "")).sorted().toList();
		}
	}

	@ParameterizedTest
	@MethodSource("shipped")
	void eachIsAnsweredAsJsonAndAsATable(String name) throws Exception {
		HttpResponse<String> json = get("/q/" + name + ".json");
		assertThat(json.statusCode()).as(json.body()).isEqualTo(200);
		JsonNode answer = JsonMapper.shared().readTree(json.body());
		assertThat(answer.has("errors")).as(json.body()).isFalse();
		assertThat(answer.at("/extensions/cost").asInt()).isLessThan(50_000 / 3);
		HttpResponse<String> csv = get("/q/" + name + ".csv");
		assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
		assertThat(csv.headers().firstValue("ETag")).isPresent();
		List<CSVRecord> records = CSVParser.parse(new StringReader(csv.body()), CSVFormat.RFC4180).getRecords();
		assertThat(records).hasSizeGreaterThan(1).allSatisfy((row) -> assertThat(row).hasSameSizeAs(records.get(0)));
		assertThat(records.get(0)).doesNotHaveDuplicates();
	}

	@Test
	void theListTellsWhatThereIsAndWhatItTakes() throws Exception {
		JsonNode queries = JsonMapper.shared().readTree(get("/q").body()).path("queries");
		assertThat(shipped()).hasSizeGreaterThanOrEqualTo(10);
		assertThat(queries).hasSize(shipped().size() + 1);
		assertThat(queries).allSatisfy((query) -> {
			assertThat(query.path("title").asString()).isNotBlank();
			assertThat(query.path("description").asString()).isNotBlank();
			assertThat(get(query.path("csv").asString()).statusCode()).isEqualTo(200);
		});
		JsonNode holders = queries.valueStream()
			.filter((query) -> query.path("name").asString().equals("holders-on-a-day"))
			.findFirst()
			.orElseThrow();
		assertThat(holders.at("/variables/1")).isEqualTo(JsonMapper.shared()
			.readTree("{\"name\":\"day\",\"type\":\"Date\",\"default\":\"\\\"2018-06-01\\\"\"}"));
	}

	@Test
	void aTableHasARowForEachItemOfTheFirstList() throws Exception {
		assertThat(get("/q/holders-on-a-day.csv").body().replace("\r\n", "\n")).isEqualTo(
				"""
						certainty,lastShownOn,appointment.person.name,appointment.person.slug,appointment.capacity,appointment.period.start.edtf,appointment.period.end.edtf,appointment.period.state
						CERTAIN,2019-03-01,Ian Dalton,ian-dalton,SUBSTANTIVE,[2017-06-01..2017-12-04],,UNKNOWN
						""");
	}

	@Test
	void variablesComeFromTheAddress() throws Exception {
		assertThat(get("/q/holders-on-a-day.csv?day=2016-03-31").body()).doesNotContain("Ian Dalton");
		assertThat(get("/q/who-was-in-post.csv?kinds=CHAIR&kinds=CHIEF_EXECUTIVE&day=2019-03-01").body())
			.contains("Ian Dalton");
		assertThat(get("/q/own.json?n=1&yes=true").body()).contains("\"people\":{\"nodes\":[{");
		assertThat(get("/q/own.csv?filter=%7B%22name%22:%22dalton%22%7D").body())
			.isEqualTo("name,slug\r\nIan Dalton,ian-dalton\r\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/q/nothing.json                      | 404 | /q lists those
			/q/holders-on-a-day                  | 404 | /q lists those
			/q/holders-on-a-day.xml              | 404 | /q lists those
			/q/holders-on-a-day.csv?x=1          | 400 | it takes role, day and release
			/q/holders-on-a-day.csv?day=1&day=2  | 400 | once
			/q/own.csv?n=x                       | 400 | a whole number
			/q/own.csv?yes=x                     | 400 | true or false
			/q/own.csv?filter=%7B                | 400 | as a JSON object
			/q/own.csv?filter=x                  | 400 | a JSON object in braces
			/q/own.csv?filter=%7B%22x%22:1%7D    | 400 | has no field 'x'
			/q/own.json?filter=%7B%22x%22:1%7D   | 400 | has no field 'x'
			/q/own.csv?release=1999              | 400 | No release
			/q/own.csv?n=%FF                     | 400 | in UTF-8
			""")
	void badAddressesAreRefusedWithWhatToSend(String path, int status, String message) throws Exception {
		HttpResponse<String> response = get(path);
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.body()).contains(message, "BAD_REQUEST");
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
	}

	@Test
	void aWrongVariableIsToldAsJson() throws Exception {
		HttpResponse<String> response = get("/q/holders-on-a-day.csv?day=2019-02-30");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
		assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/q/organisations.json", "/q/organisations.csv" })
	void whoeverHasTheAnswerIsToldSoAndHeadHasNoBody(String path) throws Exception {
		for (String accepts : List.of("identity", "gzip")) {
			HttpResponse<String> get = send(request(path).header("Accept-Encoding", accepts));
			assertThat(get.headers().firstValue("Content-Encoding").isPresent()).isEqualTo(accepts.equals("gzip"));
			String tag = get.headers().firstValue("ETag").orElseThrow();
			HttpResponse<String> head = send(
					request(path).header("Accept-Encoding", accepts).method("HEAD", BodyPublishers.noBody()));
			assertThat(head.statusCode()).isEqualTo(200);
			assertThat(head.body()).isEmpty();
			assertThat(headers(head)).isEqualTo(headers(get)).containsKeys("content-length", "content-type");
			for (String method : List.of("GET", "HEAD")) {
				HttpResponse<String> again = send(request(path).header("Accept-Encoding", accepts)
					.header("If-None-Match", tag)
					.method(method, BodyPublishers.noBody()));
				assertThat(again.statusCode()).isEqualTo(304);
				assertThat(again.body()).isEmpty();
				assertThat(again.headers().allValues("ETag")).containsExactly(tag);
				// a table may be the same in two releases
				assertThat(again.headers().firstValue("Dataset-Release").isPresent()).isEqualTo(path.endsWith(".csv"));
				HttpResponse<String> other = send(
						request(path).header("If-None-Match", "\"other\"").method(method, BodyPublishers.noBody()));
				assertThat(other.statusCode()).isEqualTo(200);
			}
		}
		assertThat(send(request(path).POST(BodyPublishers.noBody())).statusCode()).isEqualTo(405);
	}

	/**
	 * All headers that do not differ between any two responses, by their names in small
	 * letters.
	 */
	private static Map<String, List<String>> headers(HttpResponse<?> response) {
		Map<String, List<String>> headers = new TreeMap<>();
		response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
		headers.keySet().removeAll(List.of("date", "x-request-id"));
		return headers;
	}

	@Test
	void aFileOfTheOperatorsReplacesTheQueryOfTheSameName(@TempDir Path folder) throws Exception {
		PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
		Map<String, SavedQuery> shipped = new SavedQueries(resources, "", this.source).byName();
		Files.writeString(folder.resolve("organisations.graphql"), "# Ours\n{ people { totalCount } }");
		Map<String, SavedQuery> all = new SavedQueries(resources, folder.toString(), this.source).byName();
		assertThat(shipped.keySet()).containsExactlyElementsOf(shipped());
		assertThat(all.keySet()).isEqualTo(shipped.keySet());
		SavedQuery ours = all.put("organisations", Objects.requireNonNull(shipped.get("organisations")));
		assertThat(Objects.requireNonNull(ours).title()).isEqualTo("Ours");
		// and no other was replaced
		assertThat(all.values()).extracting(SavedQuery::query)
			.containsExactlyElementsOf(shipped.values().stream().map(SavedQuery::query).toList());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{ people { totalCount } }                                      | its title
					# Ours %n { people { nme } }                                   | has no field 'nme'
					# Ours %n { people(first: "x") { totalCount } }                | a whole number
					# Ours %n query($release: Int) { people(first: $release) { totalCount } } | must not have a variable $release
					# Ours %n { people { totalCount } }{                           | is not GraphQL
					# Ours %n query A { __typename } query B { __typename }        | one operation
					""")
	void aMistakeInAFileOfTheOperatorsStopsTheStart(String text, String message, @TempDir Path folder)
			throws Exception {
		Files.writeString(folder.resolve("ours.graphql"), text.replace("%n ", "\n"));
		assertThatIllegalStateException()
			.isThrownBy(
					() -> new SavedQueries(new PathMatchingResourcePatternResolver(), folder.toString(), this.source))
			.withMessageContaining("The saved query ours")
			.withMessageContaining(message);
	}

	@Test
	void anyQueryIsATableForThoseWhoAcceptCsv() throws Exception {
		HttpResponse<String> csv = send(request(
				"/graphql?query=%7Bpeople(first:2)%7Bnodes%7Bname%20claims%7Bfield%20value%7D%7D%20totalCount%7D%7D")
			.header("Accept", "text/csv"));
		assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
		assertThat(csv.body().lines()).hasSizeGreaterThanOrEqualTo(3)
			.first()
			.isEqualTo("name,claims.field,claims.value,people.totalCount");
		HttpResponse<String> wrong = send(request("/graphql?query=%7Bx%7D").header("Accept", "text/csv"));
		assertThat(wrong.statusCode()).isEqualTo(400);
		assertThat(wrong.headers().firstValue("Content-Type")).hasValue("application/json");
	}

	private HttpResponse<String> get(String path) throws Exception {
		return send(request(path));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.server + path));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

}
