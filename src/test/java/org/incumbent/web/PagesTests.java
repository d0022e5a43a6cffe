package org.incumbent.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

import static graphql.Scalars.GraphQLString;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a browser is sent, by a server with a small schema of its own.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = PagesTests.StandIn.class, properties = {
		"spring.graphql.schema.locations=classpath:stand-in/", "spring.datasource.url=jdbc:h2:mem:pages" })
class PagesTests {

	private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(strings = { "/", "/graphiql", "/graphiql/", "/nothing-here" })
	void pageIsInBritishEnglishAndSaysWhatItIs(String path) throws Exception {
		HttpResponse<String> page = get(path, "text/html");
		assertThat(page.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
		assertThat(page.body()).startsWith("<!DOCTYPE html>")
			.contains("<html lang=\"en-GB\">", "<meta name=\"viewport\"")
			.containsPattern("<title>(.* - )?Incumbent</title>");
	}

	@Test
	void theHomePageIsThereWhateverWouldBeRather() throws Exception {
		assertThat(get("/", "application/json").body()).startsWith("<!DOCTYPE html>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/graphiql", "/nothing-here" })
	void everythingThatAPageLinksToIsHere(String path) throws Exception {
		List<String> links = LINK.matcher(get(path, "text/html").body())
			.results()
			.map((MatchResult link) -> link.group(1))
			.filter((link) -> !link.startsWith("/graphql?"))
			.toList();
		assertThat(links).isNotEmpty().allSatisfy((link) -> {
			assertThat(link).startsWith("/").doesNotStartWith("//");
			assertThat(get(link, "*/*").statusCode()).as(link).isEqualTo(200);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/graphiql", "/schema.graphql", "/graphiql/page.js", "/nothing-here" })
	void browserIsToldToLoadNothingFromElsewhere(String path) throws Exception {
		HttpResponse<String> response = get(path, "*/*");
		assertThat(response.headers().firstValue("Content-Security-Policy")).get()
			.asString()
			.startsWith("default-src 'self';")
			.doesNotContain("http", "unsafe-eval", "script-src");
		assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
		assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
	}

	@Test
	void homePageLinksToGraphiqlTheSchemaAndTheDataRelease() throws Exception {
		assertThat(get("/", "text/html").body()).contains("href=\"/graphiql\"", "href=\"/schema.graphql\"",
				"href=\"/graphql?query=", "not an NHS service");
	}

	@Test
	void examplesHaveTitlesAndQueriesThatBeginWithThem() throws Exception {
		JsonNode examples = JsonMapper.shared().readTree(get("/graphiql/examples.json", "*/*").body());
		assertThat(examples.size()).isPositive();
		for (JsonNode example : examples) {
			String title = example.at("/title").stringValue();
			assertThat(title).isNotBlank();
			assertThat(example.at("/query").stringValue()).startsWith("# " + title + "\n")
				.containsPattern("\nquery \\w");
		}
	}

	@Test
	void tabsCanTellTheExamplesApart() throws Exception {
		JsonNode examples = JsonMapper.shared().readTree(get("/graphiql/examples.json", "*/*").body());
		assertThat(examples.valueStream().map(PagesTests::operation)).doesNotHaveDuplicates();
	}

	private static String operation(JsonNode example) {
		return example.at("/query").stringValue().replaceAll("(?s).*?\nquery (\\w+).*", "$1");
	}

	@Test
	void schemaIsServedAsTextWithItsDescriptions() throws Exception {
		HttpResponse<String> response = get("/schema.graphql", "*/*");
		assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
		assertThat(response.body()).contains("\"The name as printed.\"", "input PersonBy @oneOf", "scalar Date");
		TypeDefinitionRegistry types = new SchemaParser().parse(response.body());
		assertThat(types.types()).containsKey("Person");
	}

	@ParameterizedTest
	@CsvSource({ "/nothing-here, 404", "/error, 404", "/error/, 404", "/graphql/schema, 404", "/actuator, 404",
			"/actuator/env, 404", "/META-INF/x, 404", "/graphiql/nothing.js, 404", "/h2-console, 404" })
	void addressOfNothingGetsALineThatHelps(String path, int status) throws Exception {
		HttpResponse<String> forPrograms = get(path, "application/json");
		assertThat(forPrograms.statusCode()).isEqualTo(status);
		JsonNode answer = JsonMapper.shared().readTree(forPrograms.body());
		assertThat(answer.at("/status").intValue()).isEqualTo(status);
		assertThat(answer.at("/message").stringValue()).contains("/graphql");
		assertThat(forPrograms.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(forPrograms.headers().firstValue("X-Request-Id")).hasValue(answer.at("/request").stringValue());
		HttpResponse<String> forPeople = get(path, "text/html");
		assertThat(forPeople.statusCode()).isEqualTo(status);
		assertThat(forPeople.headers().firstValue("X-Request-Id")).isPresent();
		assertThat(forPeople.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(forPeople.body()).contains("<h1>Not Found</h1>").doesNotContain("Whitelabel", "Exception");
	}

	@Test
	void methodThatAPageDoesNotTakeIsRefusedWithoutInternals() throws Exception {
		HttpResponse<String> response = this.client.send(request("/graphiql").POST(BodyPublishers.noBody()).build(),
				BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(405);
		assertThat(response.body()).contains("does not take such a request").doesNotContain("Exception", "trace");
	}

	private HttpResponse<String> get(String path, String accept) throws Exception {
		return this.client.send(request(path).header("Accept", accept).build(), BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
	}

	/**
	 * A server of nothing but this package.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ TomcatConfiguration.class, ErrorPageController.class, ExampleQueries.class, GraphiqlController.class,
			SchemaController.class })
	static class StandIn {

		@Bean
		RuntimeWiringConfigurer scalars() {
			List<String> names = List.of("Date", "Url", "Edtf");
			return (wiring) -> names
				.forEach((name) -> wiring.scalar(GraphQLString.transform((scalar) -> scalar.name(name))));
		}

	}

}
