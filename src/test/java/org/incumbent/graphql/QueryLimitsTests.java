package org.incumbent.graphql;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * A query may be as large as each limit and no larger, and is told both figures.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = GraphQlHttpTests.StandIn.class, properties = {
		"spring.graphql.schema.locations=classpath:stand-in/", "spring.datasource.url=jdbc:h2:mem:stand-in" })
class QueryLimitsTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	static Stream<Arguments> limits() {
		IntFunction<String> text = (length) -> "{ person(by: {slug: \"" + "x".repeat(length) + "\"}) { name } }";
		IntFunction<String> list = (length) -> "{ appointments(filter: {capacities: [" + "INTERIM ".repeat(length)
				+ "]}) { totalCount } }";
		return Stream.of(
				limit("characters", 100_000, 100_000, "100,001 characters long",
						(length) -> "{ __typename #" + "x".repeat(length - 16) + "\n}"),
				limit("tokens", 5_000, 5_000, "5,001 names, signs and values long", QueryLimitsTests::tokens),
				limit("braces", 98, 100, "101 levels deep", QueryLimitsTests::nested),
				limit("chain of fragments", 98, 100, "101 levels deep", QueryLimitsTests::chain),
				limit("fields, fragments in place", 5_000, 5_000, "5,001 fields", QueryLimitsTests::fields),
				limit("fields at the top", 50, 50, "51 fields at its top",
						(count) -> "{" + " __typename".repeat(count) + " }"),
				limit("aliases", 200, 200, "201 aliases", QueryLimitsTests::aliases),
				limit("directives", 200, 200, "201 directives",
						(count) -> within(count, "__typename @include(if: true)")),
				limit("fragments", 200, 200, "201 fragments", QueryLimitsTests::fragments),
				limit("spreads", 500, 500, "501 places where a fragment is used",
						(count) -> within(count, "...f") + " fragment f on Query { __typename }"),
				limit("records", 50_000, 50_000, "50,001 records in its lists", QueryLimitsTests::records),
				limit("page", 100, 100, "101 records on one page",
						(count) -> "{ appointments(first: " + count + ") { totalCount } }"),
				limit("page from the end", 100, 100, "101 records on one page",
						(count) -> "{ appointments(last: " + count + ") { totalCount } }"),
				limit("list", 100, 100, "101 values in one list", list),
				limit("text", 5_000, 5_000, "5,001 characters in one string", text));
	}

	private static Arguments limit(String name, int most, int limit, String figure, IntFunction<String> query) {
		return arguments(name, query.apply(most), query.apply(most + 1), figure, "at most %,d".formatted(limit));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("limits")
	void aQueryMayBeAsLargeAsTheLimitAndNoLarger(String name, String most, String more, String figure, String limit)
			throws Exception {
		HttpResponse<String> within = post(Map.of("query", most));
		assertThat(within.statusCode()).as(within.body()).isEqualTo(200);
		assertThat(within.body()).doesNotContain("errors");
		assertExceeded(post(Map.of("query", more)), 400, figure, limit);
	}

	@Test
	void variablesAreMeasuredLikeArguments() throws Exception {
		String query = "query ($c: [Capacity!]) { appointments(filter: {capacities: $c}) { totalCount } }";
		String[] list = IntStream.range(0, 101).mapToObj((i) -> "INTERIM").toArray(String[]::new);
		assertExceeded(post(Map.of("query", query, "variables", Map.of("c", list))), 400, "101 values", "at most 100");
		String page = "query ($n: Int = 600) { appointments(first: $n) { totalCount } }";
		assertExceeded(post(Map.of("query", page)), 400, "600 records on one page", "at most 100");
		assertThat(post(Map.of("query", page, "variables", Map.of("n", 7))).body()).contains("\"cost\":7");
		// also where the query itself is known already
		assertExceeded(post(Map.of("query", page, "variables", Map.of("n", 101))), 400, "101 records", "at most 100");
		assertThat(post(Map.of("query", page, "variables", Map.of("n", 8))).body()).contains("\"cost\":8");
	}

	@Test
	void exponentiallyManyFieldsAreCountedAndNotPutInPlace() throws Exception {
		String doubling = IntStream.range(0, 90)
			.mapToObj((i) -> " fragment f%d on Query { ...f%d ...f%d }".formatted(i, i + 1, i + 1))
			.collect(Collectors.joining("", "{ ...f0 }", " fragment f90 on Query { __typename }"));
		assertExceeded(post(Map.of("query", doubling)), 400, "1,000,000,000,000 fields", "at most 5,000");
	}

	@Test
	void aBodyMayBeAsLongAsTheLimitAndNoLonger() throws Exception {
		String body = "{\"query\": \"{ __typename }\", \"extensions\": {\"x\": \"%s\"}}";
		int rest = 256 * 1024 - body.length() + "%s".length();
		assertThat(postBody(body.formatted("x".repeat(rest))).statusCode()).isEqualTo(200);
		assertExceeded(postBody(body.formatted("x".repeat(rest + 1))), 413, "262,145 bytes", "at most 262,144");
		assertExceeded(postBody(body.formatted("x".repeat(1_500_000))), 413, "1,500,0", "at most 262,144");
	}

	/**
	 * A query of so many names, signs and values.
	 */
	private static String tokens(int count) {
		int others = "{ person ( by : { id : 1 } ) { name } }".split(" ").length;
		return "{ person(by: {id: 1}) { name" + " name".repeat(count - others) + " } }";
	}

	private static String records(int count) {
		return "{ ... {" + " ...f".repeat(499)
				+ " one: appointments(first: 1) { totalCount } rest: appointments(first: " + (count - 1 - 499 * 100)
				+ ") { totalCount } } } " + "fragment f on Query { appointments(first: 100) { totalCount } }";
	}

	private static String nested(int colleagues) {
		return "{ person(by: {id: 1}) {" + "colleague {".repeat(colleagues) + "name" + "}".repeat(colleagues) + "} }";
	}

	private static String chain(int length) {
		return IntStream.range(0, length)
			.mapToObj((i) -> " fragment f%d on Query { ...f%d }".formatted(i, i + 1))
			.collect(Collectors.joining("", "{ ...f0 }", " fragment f%d on Query { __typename }".formatted(length)));
	}

	private static String fields(int count) {
		int rest = count - 1 - 49 * 100;
		return "{ person(by: {id: 1}) {" + " ...f".repeat(49) + " name".repeat(rest) + " } } fragment f on Person {"
				+ " name".repeat(100) + " }";
	}

	private static String aliases(int count) {
		return "{ person(by: {id: 1}) {"
				+ IntStream.range(0, count).mapToObj((i) -> " a" + i + ": name").collect(Collectors.joining()) + " } }";
	}

	private static String fragments(int count) {
		String spreads = IntStream.range(0, count).mapToObj((i) -> " ...f" + i).collect(Collectors.joining());
		return IntStream.range(0, count)
			.mapToObj((i) -> " fragment f%d on Query { __typename }".formatted(i))
			.collect(Collectors.joining("", "{ ... {" + spreads + " } }", ""));
	}

	private static String within(int count, String selection) {
		return "{ ... {" + (" " + selection).repeat(count) + " } }";
	}

	private static void assertExceeded(HttpResponse<String> response, int status, String figure, String limit) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		JsonNode error = JsonMapper.shared().readTree(response.body()).at("/errors/0");
		assertThat(error.at("/extensions/code").asString()).isEqualTo("LIMIT_EXCEEDED");
		assertThat(error.at("/message").asString()).contains(figure, limit);
	}

	private HttpResponse<String> post(Map<String, Object> body) throws Exception {
		return postBody(JsonMapper.shared().writeValueAsString(body));
	}

	private HttpResponse<String> postBody(String body) throws Exception {
		return this.client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/graphql"))
			.header("Content-Type", "application/json")
			.header("Accept", "application/graphql-response+json")
			.POST(BodyPublishers.ofString(body))
			.build(), BodyHandlers.ofString());
	}

}
