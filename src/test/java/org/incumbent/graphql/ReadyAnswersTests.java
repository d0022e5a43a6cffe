package org.incumbent.graphql;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import org.incumbent.store.StoreOpening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * No question is answered twice, and whoever has an answer already is told so.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = GraphQlHttpTests.StandIn.class, properties = {
		"spring.graphql.schema.locations=classpath:stand-in/", "spring.datasource.url=jdbc:h2:mem:stand-in" })
class ReadyAnswersTests {

	private static final int STAMPEDE = 500;

	private static final String IN_SERVICE = "public, max-age=60, stale-while-revalidate=600";

	private static final String PINNED = "public, max-age=86400, stale-while-revalidate=600";

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@Autowired
	private StoreOpening store;

	@LocalServerPort
	private int port;

	@Test
	void theSameQuestionIsExecutedOnce() throws Exception {
		String first = post("query ($clock: String!) { ticks(clock: $clock) }", "{\"clock\": \"once\", \"x\": 1}")
			.body();
		assertThat(first).contains("\"ticks\":1");
		assertThat(post("query ($clock: String!) { ticks(clock: $clock) }", "{\"x\": 1, \"clock\": \"once\"}").body())
			.isEqualTo(first);
		assertThat(post("query ($clock: String!) {  ticks(clock: $clock) }", "{\"clock\": \"once\"}").body())
			.contains("\"ticks\":2");
	}

	@Test
	void eachOperationOfADocumentHasItsOwnAnswer() throws Exception {
		String query = "query One { one: ticks(clock: \"one of two\") } query Two { two: ticks(clock: \"two of two\") }";
		for (int times = 0; times < 3; times++) {
			for (String operation : List.of("One", "Two")) {
				String answer = "{\"data\":{\"" + operation.toLowerCase(Locale.ROOT) + "\":1}";
				assertThat(send(get(query, "&operationName=" + operation)).body()).startsWith(answer);
				assertThat(send(posting(Map.of("query", query, "operationName", operation))).body()).startsWith(answer);
			}
			assertThat(send(get(query, "")).body()).contains("errors").doesNotContain("data");
			assertThat(send(posting(Map.of("query", query))).body()).contains("errors").doesNotContain("data");
		}
	}

	@Test
	void aStampedeIsExecutedOnce() {
		List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, STAMPEDE)
			.mapToObj((i) -> this.client.sendAsync(get("{ ticks(clock: \"stampede\") }", "").build(),
					BodyHandlers.ofString()))
			.toList();
		assertThat(answers).allSatisfy((answer) -> {
			assertThat(answer.join().statusCode()).isEqualTo(200);
			assertThat(answer.join().body()).contains("\"ticks\":1");
		});
	}

	@Test
	void anAnswerWithErrorsIsGivenOnceAndNotKept() throws Exception {
		String query = "{ ticks(clock: \"error\") broken }";
		HttpResponse<String> first = send(get(query, ""));
		assertThat(first.body()).contains("\"ticks\":1", "INTERNAL_SERVER_ERROR");
		assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(first.headers().firstValue("ETag")).isEmpty();
		assertThat(send(get(query, "").header("If-None-Match", "*")).body()).contains("\"ticks\":2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "POST", "HEAD" })
	void whoeverHasTheAnswerIsToldSo(String method) throws Exception {
		String query = "{ person(by: {slug: \"" + method + "\"}) { name } }";
		HttpResponse<String> first = send(asking(method, query));
		String tag = first.headers().firstValue("ETag").orElseThrow();
		assertThat(tag).matches("\"[A-Za-z0-9_-]{24}\"");
		for (String had : new String[] { tag, "W/" + tag, "\"other\", " + tag, "*" }) {
			HttpResponse<String> second = send(asking(method, query).header("If-None-Match", had));
			assertThat(second.statusCode()).as(had).isEqualTo(304);
			assertThat(second.body()).isEmpty();
			assertThat(second.headers().firstValue("ETag")).hasValue(tag);
			assertThat(second.headers().firstValue("Cache-Control")).hasValue(IN_SERVICE);
			assertThat(second.headers().allValues("Vary")).contains("Accept, Accept-Encoding, Dataset-Release");
			assertThat(second.headers().map()).doesNotContainKeys("Content-Type", "Content-Length", "Dataset-Release");
		}
		HttpResponse<String> another = send(asking(method, query).header("If-None-Match", "\"other\""));
		assertThat(another.statusCode()).isEqualTo(200);
	}

	@Test
	void headIsGetWithoutTheBody() throws Exception {
		HttpResponse<String> get = send(get("{ __typename }", ""));
		HttpResponse<String> head = send(asking("HEAD", "{ __typename }"));
		assertThat(head.body()).isEmpty();
		for (String name : new String[] { "ETag", "Content-Length", "Content-Type", "Cache-Control", "Vary" }) {
			assertThat(head.headers().allValues(name)).as(name).isNotEmpty().isEqualTo(get.headers().allValues(name));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			gzip                | gzip
			br, gzip;q=0.5      | gzip
			*                   | gzip
			gzip;q=0, *         | -
			gzip;q=0.0          | -
			identity            | -
			br                  | -
			""")
	void longAnswersAreCompressedForThoseWhoTakeThat(String accepts, String coding) throws Exception {
		String query = longAnswer("a");
		byte[] plain = this.client.send(get(query, "").build(), BodyHandlers.ofByteArray()).body();
		HttpResponse<byte[]> response = this.client.send(get(query, "").header("Accept-Encoding", accepts).build(),
				BodyHandlers.ofByteArray());
		assertThat(response.headers().firstValue("Content-Encoding").orElse(null)).isEqualTo(coding);
		boolean compressed = coding != null;
		assertThat(response.headers().firstValue("ETag").orElseThrow().endsWith("-gzip\"")).isEqualTo(compressed);
		assertThat(response.body().length < plain.length).isEqualTo(compressed);
		byte[] bytes = compressed ? new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes()
				: response.body();
		assertThat(bytes).isEqualTo(plain);
	}

	/**
	 * It has a name as it is and another one compressed, and clients that share a cache,
	 * or have changed what they take, may hold either.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "GET", "POST", "HEAD" })
	void whoeverHasTheAnswerCompressedOrNotIsToldSo(String method) throws Exception {
		String query = longAnswer(method);
		String plain = send(asking(method, query)).headers().firstValue("ETag").orElseThrow();
		String compressed = send(asking(method, query).header("Accept-Encoding", "gzip")).headers()
			.firstValue("ETag")
			.orElseThrow();
		assertThat(compressed).isEqualTo(plain.replaceFirst("\"$", "-gzip\"")).isNotEqualTo(plain);
		for (String accepts : List.of("gzip", "identity")) {
			for (String tag : List.of(plain, compressed)) {
				for (String had : List.of(tag, "W/" + tag, "\"other\", " + tag)) {
					HttpResponse<String> response = send(
							asking(method, query).header("Accept-Encoding", accepts).header("If-None-Match", had));
					assertThat(response.statusCode()).as("%s, where %s is taken", had, accepts).isEqualTo(304);
					assertThat(response.headers().allValues("ETag")).containsExactly(tag);
					assertThat(response.body()).isEmpty();
					assertThat(response.headers().map()).doesNotContainKeys("Content-Encoding", "Content-Length");
				}
			}
			String other = plain.replaceFirst("\"$", "-br\"");
			assertThat(send(asking(method, query).header("Accept-Encoding", accepts).header("If-None-Match", other))
				.statusCode()).isEqualTo(200);
		}
	}

	private static String longAnswer(String name) {
		return IntStream.range(0, 90)
			.mapToObj((i) -> name + i + ": __typename")
			.collect(Collectors.joining(" ", "{ ... { ", " } }"));
	}

	@Test
	void anAnswerMayBeKeptLongerWhereTheRequestNamesItsRelease() throws Exception {
		String release = "&release=" + this.store.releases().inService().version();
		assertThat(caching(get("{ __typename }", ""))).isEqualTo(IN_SERVICE);
		assertThat(caching(get("{ __typename }", release))).isEqualTo(PINNED);
		assertThat(caching(get("{ releases: __typename }", release))).isEqualTo(IN_SERVICE);
	}

	@Test
	void typesOfAnswersAreKeptApart() throws Exception {
		String query = "{ person(by: {slug: \"types\"}) { name } }";
		for (String type : new String[] { "application/json", "application/graphql-response+json" }) {
			HttpResponse<String> response = send(get(query, "").header("Accept", type));
			assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
		}
	}

	private String caching(HttpRequest.Builder request) throws Exception {
		return send(request).headers().firstValue("Cache-Control").orElseThrow();
	}

	private HttpRequest.Builder asking(String method, String query) {
		return method.equals("POST") ? posting(query, "{}") : get(query, "").method(method, BodyPublishers.noBody());
	}

	private HttpRequest.Builder get(String query, String parameters) {
		return request("?query=" + URLEncoder.encode(query, UTF_8) + parameters);
	}

	private HttpResponse<String> post(String query, String variables) throws Exception {
		return send(posting(query, variables));
	}

	private HttpRequest.Builder posting(String query, String variables) {
		return posting(Map.of("query", query, "variables", JsonMapper.shared().readValue(variables, Object.class)));
	}

	private HttpRequest.Builder posting(Map<String, Object> body) {
		return request("").header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
	}

	private HttpRequest.Builder request(String parameters) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/graphql" + parameters));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

}
