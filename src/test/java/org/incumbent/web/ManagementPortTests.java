package org.incumbent.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Health and figures can have a port of their own, and the port that everybody uses has
 * them no longer.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:management;DB_CLOSE_DELAY=-1",
				"incumbent.data=src/test/resources/articles", "management.server.port=0",
				"management.endpoints.web.exposure.include=health,metrics" })
class ManagementPortTests {

	private static final String QUESTION = "/graphql?query=%7Bdataset%7Bversion%7D%7D";

	private final HttpClient client = HttpClient.newHttpClient();

	private final int port;

	private final int managementPort;

	@Autowired
	ManagementPortTests(@LocalServerPort int port, @LocalManagementPort int managementPort) {
		this.port = port;
		this.managementPort = managementPort;
	}

	@Test
	void itTellsTheStateAndTheReleaseThatAnswers() throws Exception {
		assertThat(managed("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
		JsonNode readiness = JsonMapper.shared().readTree(managed("/actuator/health/readiness").body());
		String release = get(this.port, QUESTION).headers().firstValue("Dataset-Release").orElseThrow();
		assertThat(readiness.at("/components/release/details/version").asString()).isEqualTo(release);
		assertThat(readiness.at("/components/release/details/checksum").asString()).isNotEmpty();
	}

	@Test
	@Timeout(60)
	void itHasFiguresOfTheRequestsToTheOtherPort() throws Exception {
		assertThat(managed("/actuator/metrics").body()).contains("\"jvm.memory.used\"");
		double before = requests();
		assertThat(get(this.port, QUESTION).statusCode()).isEqualTo(200);
		// counted when the response has gone out
		while (requests() == before) {
			Thread.sleep(10);
		}
	}

	@ParameterizedTest
	@CsvSource({ "/actuator/health, 200", "/actuator/metrics, 200", "/actuator, 404", "/actuator/env, 404",
			"/actuator/heapdump, 404", "/graphql, 404", "/q, 404", "/, 404" })
	void itHasNothingElseAndNobodyLearnsTheVersion(String path, int status) throws Exception {
		HttpResponse<String> response = managed(path);
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.body()).doesNotContain("Apache", "Tomcat", "Exception", "org.");
		assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(response.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
		assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
		assertThat(response.headers().map()).doesNotContainKeys("server", "x-powered-by", "set-cookie",
				"access-control-allow-origin");
	}

	@ParameterizedTest
	@CsvSource({ "/actuator, 404", "/actuator/health, 404", "/actuator/health/readiness, 404", "/actuator/metrics, 404",
			QUESTION + ", 200", "/q, 200", "/, 200" })
	void theOtherPortHasEverythingElse(String path, int status) throws Exception {
		HttpResponse<String> response = get(this.port, path);
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
	}

	private double requests() throws Exception {
		HttpResponse<String> figures = managed("/actuator/metrics/http.server.requests?tag=uri:/graphql");
		return (figures.statusCode() == 404) ? 0
				: JsonMapper.shared().readTree(figures.body()).at("/measurements/0/value").asDouble();
	}

	private HttpResponse<String> managed(String path) throws Exception {
		return get(this.managementPort, path);
	}

	private HttpResponse<String> get(int port, String path) throws Exception {
		return this.client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
				BodyHandlers.ofString());
	}

}
