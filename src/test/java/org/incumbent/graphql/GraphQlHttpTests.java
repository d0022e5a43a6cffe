package org.incumbent.graphql;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import graphql.ExecutionInput;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import org.jspecify.annotations.Nullable;
import org.incumbent.store.StoreOpening;
import org.incumbent.store.TestDatabases;
import org.incumbent.web.TomcatConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * GraphQL over HTTP, asked of a running server with a small schema of its own.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = GraphQlHttpTests.StandIn.class,
		properties = { "spring.graphql.schema.locations=classpath:stand-in/",
				"spring.datasource.url=jdbc:h2:mem:stand-in" })
@ExtendWith(OutputCaptureExtension.class)
class GraphQlHttpTests {

	private static final String JSON = "application/json";

	private static final String GRAPHQL = "application/graphql-response+json";

	private final HttpClient client = HttpClient.newHttpClient();

	private final JsonMapper json = JsonMapper.shared();

	@Autowired
	private StoreOpening store;

	@LocalServerPort
	private int port;

	@Test
	void queryIsAnsweredByPost() throws Exception {
		HttpResponse<String> response = post("{ person(by: {slug: \"ada\"}) { name born page appointed } }", GRAPHQL);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(this.json.readTree(response.body()).get("data")).isEqualTo(this.json.readTree(
				"""
						{"person": {"name": "Ada", "born": "1815-12-10", "page": "https://example.org/ada", "appointed": "1842~"}}"""));
	}

	@Test
	void queryIsAnsweredByGetWithItsVariables() throws Exception {
		HttpResponse<String> response = get("query A($by: PersonBy!) { person(by: $by) { name } } query B { broken }",
				"&operationName=A&variables=" + encode("{\"by\": {\"slug\": \"ada\"}}"));
		assertThat(response.statusCode()).isEqualTo(200);
		String release = this.store.releases().inService().version();
		assertThat(response.headers().allValues("Dataset-Release")).containsExactly(release);
		assertThat(response.body())
			.isEqualTo("{\"data\":{\"person\":{\"name\":\"Ada\"}},\"extensions\":{\"release\":\"%s\",\"cost\":0}}"
				.formatted(release));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					application/json                                                 | application/json
					application/graphql-response+json                                | application/graphql-response+json;charset=UTF-8
					*/*                                                              | application/json
					application/*                                                    | application/json
					text/html, application/json;q=0.1                                | application/json
					application/json;q=0.5, application/graphql-response+json        | application/graphql-response+json;charset=UTF-8
					application/graphql-response+json;q=0, */*                       | application/json
					""")
	void answerIsOfTheTypeThatTheClientPrefers(String accept, String type) throws Exception {
		HttpResponse<String> response = post("{ __typename }", accept);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
		assertThat(response.headers().allValues("Vary")).contains("Accept, Accept-Encoding, Dataset-Release");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html", "rubbish", "application/json;q=0" })
	void clientThatTakesNoAnswerOfOursIsTold(String accept) throws Exception {
		assertRefused(post("{ __typename }", accept), 406);
	}

	@Test
	void queryThatDoesNotFitTheSchemaIsAnErrorInHttpOnlyForTheNewerType() throws Exception {
		assertThat(post("{ nothing }", GRAPHQL).statusCode()).isEqualTo(400);
		assertThat(post("{ nothing }", JSON).statusCode()).isEqualTo(200);
	}

	@Test
	void mutationByGetIsRefusedWithTheMethodThatTakesIt() throws Exception {
		HttpResponse<String> response = get("mutation { x }", "");
		assertRefused(response, 405);
		assertThat(response.headers().firstValue("Allow")).hasValue("POST");
	}

	@Test
	void onlyTheMutationThatIsAskedForIsRefusedByGet() throws Exception {
		String query = "query A { __typename } mutation B { x }";
		assertRefused(get(query, "&operationName=B"), 405);
		assertThat(get(query, "&operationName=A").statusCode()).isEqualTo(200);
		assertThat(get("{ __typename @mutation", "").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PUT", "DELETE", "PATCH" })
	void otherMethodsAreRefused(String method) throws Exception {
		HttpResponse<String> response = send(request("").method(method, BodyPublishers.noBody()));
		assertRefused(response, 405);
		assertThat(response.headers().firstValue("Allow")).hasValue("GET,HEAD,POST");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "true", "1", "\"{ __typename }\"", "[]", "[{\"query\": \"{ __typename }\"}]",
			"{", "{}", "{\"query\": null}", "{\"query\": 1}", "{\"query\": true}", "{\"query\": [\"{ __typename }\"]}",
			"{\"query\": \"\"}", "{\"query\": \" \"}", "{\"query\": \"{ __typename }\"} {}",
			"{\"query\": \"{ __typename }\", \"query\": \"{ broken }\"}",
			"{\"query\": \"{ __typename }\", \"variables\": 1}", "{\"query\": \"{ __typename }\", \"variables\": []}",
			"{\"query\": \"{ __typename }\", \"variables\": \"{}\"}",
			"{\"query\": \"{ __typename }\", \"operationName\": 1}",
			"{\"query\": \"{ __typename }\", \"extensions\": \"\"}" })
	void bodyThatIsNoRequestIsABadRequest(String body) throws Exception {
		assertRefused(postBody(body, JSON, JSON), 400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "&variables=1", "&variables=%7B", "&variables=%5B%5D", "&extensions=x" })
	void addressThatIsNoRequestIsABadRequest(String parameters) throws Exception {
		String query = parameters.isEmpty() ? "" : "{ __typename }";
		assertRefused(get(query, parameters), 400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/graphql", "application/x-www-form-urlencoded", "rubbish",
			"application/json;charset=ISO-8859-1" })
	void bodyOfAnotherTypeIsRefused(String contentType) throws Exception {
		assertRefused(postBody("{\"query\": \"{ __typename }\"}", contentType, JSON), 415);
	}

	@Test
	void failureOfAFieldShowsNothingButAReferenceThatTheLogHas(CapturedOutput log) throws Exception {
		HttpResponse<String> response = post("{ __typename broken }", GRAPHQL);
		assertThat(response.statusCode()).isEqualTo(200);
		JsonNode answer = this.json.readTree(response.body());
		assertThat(answer.at("/data/__typename").stringValue()).isEqualTo("Query");
		assertReferenceToLog(answer, log);
	}

	@Test
	void nullWhereTheSchemaForbidsItIsAFailureOfOurs(CapturedOutput log) throws Exception {
		JsonNode answer = this.json.readTree(post("{ person(by: {id: 1}) { missing } }", GRAPHQL).body());
		assertThat(answer.at("/data/person").isNull()).isTrue();
		assertReferenceToLog(answer, log);
	}

	@Test
	void failureOfTheWholeQueryIsA500WithAReference(CapturedOutput log) throws Exception {
		HttpResponse<String> response = post("query Collapse { __typename }", GRAPHQL);
		assertThat(response.statusCode()).isEqualTo(500);
		assertReferenceToLog(this.json.readTree(response.body()), log);
	}

	@Test
	void whatIsLoggedHasTheIdOfItsRequestAlsoIfTheBodyComesInPieces(CapturedOutput log) throws Exception {
		byte[] body = this.json.writeValueAsBytes(Map.of("query", "query Collapse { __typename }"));
		HttpResponse<String> response = send(request("").header("Content-Type", JSON)
			.header("X-Request-Id", "in-pieces-1")
			.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(log.getAll().lines().filter((line) -> line.contains(" ERROR ")))
			.anyMatch((line) -> line.contains("[in-pieces-1]"));
	}

	@Test
	void cycleOfFragmentsIsRefusedHoweverLongItIs() throws Exception {
		for (int length : new int[] { 1, 2, 50, 99, 150, 500, 1_000, 2_000 }) {
			HttpResponse<String> response = post(chain(length) + " fragment f" + length + " on Query { ...f0 }",
					GRAPHQL);
			assertThat(response.statusCode()).as("cycle of %s", length).isEqualTo(400);
			assertThat(response.body()).containsAnyOf("GRAPHQL_VALIDATION_FAILED", "LIMIT_EXCEEDED");
		}
	}

	private static String chain(int length) {
		return IntStream.range(0, length)
			.mapToObj((i) -> " fragment f%d on Query { ...f%d }".formatted(i, i + 1))
			.collect(Collectors.joining("", "{ ...f0 }", ""));
	}

	private void assertRefused(HttpResponse<String> response, int status) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		JsonNode answer = this.json.readTree(response.body());
		assertThat(answer.has("data")).isFalse();
		assertThat(answer.at("/errors").size()).isOne();
		assertThat(answer.at("/errors/0/message").stringValue()).isNotBlank().doesNotContain("Exception", "jackson");
		assertThat(answer.at("/errors/0/extensions/code").stringValue()).isEqualTo("BAD_REQUEST");
		assertThat(answer.at("/errors/0/extensions/classification").stringValue()).isEqualTo("BAD_REQUEST");
	}

	private static void assertReferenceToLog(JsonNode answer, CapturedOutput log) {
		assertThat(answer.at("/errors").size()).isOne();
		JsonNode error = answer.at("/errors/0");
		assertThat(error.at("/extensions/code").stringValue()).isEqualTo("INTERNAL_SERVER_ERROR");
		String message = error.at("/message").stringValue();
		assertThat(message).matches("The server failed to answer this\\. .* report the reference [0-9a-f-]{36}\\.");
		assertThat(log).contains(message.replaceAll(".*reference (.*)\\.", "$1"));
	}

	private HttpResponse<String> get(String query, String parameters) throws Exception {
		return send(request("?query=" + encode(query) + parameters).GET());
	}

	private HttpResponse<String> post(String query, String accept) throws Exception {
		return postBody(this.json.writeValueAsString(Map.of("query", query)), JSON, accept);
	}

	private HttpResponse<String> postBody(String body, String contentType, String accept) throws Exception {
		return send(request("").header("Content-Type", contentType)
			.header("Accept", accept)
			.POST(BodyPublishers.ofString(body)));
	}

	private HttpRequest.Builder request(String parameters) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/graphql" + parameters));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, UTF_8);
	}

	/**
	 * A server of nothing but this package's wiring.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ComponentScan({ "org.incumbent.answer", "org.incumbent.store" })
	@ConfigurationPropertiesScan({ "org.incumbent.answer", "org.incumbent.graphql" })
	@Import({ Answering.class, Documents.class, ErrorInstrumentation.class, FieldErrors.class, GraphQlHandler.class,
			GraphQlHttpRoute.class, QueryLimits.class, RequestReader.class, Scalars.class, TomcatConfiguration.class,
			People.class, Collapse.class })
	static class StandIn {

	}

	@Controller
	static class People {

		/** How often each clock was asked. */
		private static final Map<String, AtomicInteger> TICKS = new ConcurrentHashMap<>();

		private static final Person ADA = new Person("Ada", null, LocalDate.of(1815, 12, 10), "https://example.org/ada",
				"1842~");

		private final JdbcClient database;

		private final AtomicInteger ticking = new AtomicInteger();

		private final AtomicInteger mostTicking = new AtomicInteger();

		People(JdbcClient database) {
			this.database = database;
		}

		@QueryMapping
		Person person(@Argument Map<String, Object> by) {
			return ADA;
		}

		@SchemaMapping
		Person colleague(Person person) {
			return person;
		}

		@QueryMapping
		Appointments appointments(@Argument @Nullable Integer first, @Argument @Nullable Between between) {
			if (first != null && first < 0) {
				throw new BadRequestException("Send 'first' as a number from 1 to 100");
			}
			return new Appointments(0);
		}

		@QueryMapping
		Person node(@Argument String id) {
			throw new BadRequestException("Send an id that a field 'id' gave; '" + id + "' is none");
		}

		@QueryMapping
		int ticks(@Argument String clock) throws InterruptedException {
			this.mostTicking.accumulateAndGet(this.ticking.incrementAndGet(), Math::max);
			Thread.sleep(200);
			this.ticking.decrementAndGet();
			return TICKS.computeIfAbsent(clock, (name) -> new AtomicInteger()).incrementAndGet();
		}

		/**
		 * How many clocks were asked at once, at most.
		 */
		int mostTicking() {
			return this.mostTicking.get();
		}

		@QueryMapping
		String slow() {
			return this.database.sql(TestDatabases.hoursOfWork("people")).query(String.class).list().get(0);
		}

		@QueryMapping
		String broken() {
			throw new IllegalStateException("select secret from vault");
		}

	}

	record Person(String name, @Nullable String missing, LocalDate born, String page, String appointed) {
	}

	record Appointments(int totalCount) {
	}

	record Between(LocalDate from, LocalDate to) {

		Between {
			if (from.isAfter(to)) {
				throw new BadRequestException("Send 'from' no later than 'to'");
			}
		}

	}

	/**
	 * Fails outside of any field.
	 */
	static class Collapse extends SimplePerformantInstrumentation {

		@Override
		public ExecutionInput instrumentExecutionInput(ExecutionInput input,
				InstrumentationExecutionParameters parameters, InstrumentationState state) {
			if (input.getQuery().startsWith("query Collapse")) {
				throw new IllegalStateException("select secret from vault");
			}
			return input;
		}

	}

}
