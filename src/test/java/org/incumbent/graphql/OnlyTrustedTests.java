package org.incumbent.graphql;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server that answers only the queries of its operator: those of the manifest and those
 * that are saved.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:trusted;DB_CLOSE_DELAY=-1",
				"incumbent.data=src/test/resources/articles", "incumbent.documents.only-trusted=true" })
class OnlyTrustedTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String TRUSTED = "{ __typename }";

	@TempDir
	private static Path folder;

	private final HttpClient client = HttpClient.newHttpClient();

	private final String server;

	@Autowired
	OnlyTrustedTests(@LocalServerPort int port) {
		this.server = "http://localhost:" + port;
	}

	@DynamicPropertySource
	static void manifest(DynamicPropertyRegistry properties) throws IOException {
		Path manifest = Files.writeString(folder.resolve("manifest.json"),
				JSON.writeValueAsString(Map.of(Documents.sha256(TRUSTED), TRUSTED)));
		properties.add("incumbent.documents.trusted", manifest::toString);
	}

	@Test
	void theManifestsQueriesAreAnsweredByTheirHashAndByTheirText() throws Exception {
		String hash = Documents.sha256(TRUSTED);
		assertAnswered(get("?extensions=" + URLEncoder.encode(JSON.writeValueAsString(persisted(hash)), UTF_8)));
		assertAnswered(post(Map.of("extensions", persisted(hash))));
		assertAnswered(post(Map.of("query", TRUSTED)));
	}

	@Test
	void othersAreRefusedHoweverTheyCome() throws Exception {
		String other = "{ __typename other: __typename }";
		assertRefused(post(Map.of("query", other)));
		assertRefused(post(Map.of("query", other, "extensions", persisted(Documents.sha256(other)))));
		assertRefused(post(Map.of("extensions", persisted(Documents.sha256(other)))));
		assertRefused(get("?query=" + URLEncoder.encode(other, UTF_8)));
	}

	@Test
	void savedQueriesAreTheOperatorsOwn() throws Exception {
		HttpResponse<String> json = send("/q/organisations.json");
		assertThat(json.statusCode()).as(json.body()).isEqualTo(200);
		assertThat(JSON.readTree(json.body()).at("/data/organisations/nodes").size()).isPositive();
		assertThat(send("/q/organisations.csv").statusCode()).isEqualTo(200);
	}

	private static Map<String, Object> persisted(String hash) {
		return Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash));
	}

	private static void assertAnswered(HttpResponse<String> response) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		assertThat(JSON.readTree(response.body()).at("/data/__typename").stringValue()).isEqualTo("Query");
	}

	private static void assertRefused(HttpResponse<String> response) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
		assertThat(response.body()).contains("only the queries of its manifest").doesNotContain("\"data\"");
	}

	private HttpResponse<String> get(String parameters) throws Exception {
		return send("/graphql" + parameters);
	}

	private HttpResponse<String> send(String path) throws Exception {
		return this.client.send(HttpRequest.newBuilder(URI.create(this.server + path)).build(),
				BodyHandlers.ofString());
	}

	private HttpResponse<String> post(Map<String, ?> body) throws Exception {
		return this.client.send(HttpRequest.newBuilder(URI.create(this.server + "/graphql"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
			.build(), BodyHandlers.ofString());
	}

}
