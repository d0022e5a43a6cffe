package org.incumbent.web;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every response has, whatever was asked.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
		"spring.datasource.url=jdbc:h2:mem:edge;DB_CLOSE_DELAY=-1", "incumbent.data=src/test/resources/articles" })
class EdgeTests {

	private final HttpClient client = HttpClient.newHttpClient();

	private final String server;

	private final RequestThreads threads;

	@Autowired
	EdgeTests(@LocalServerPort int port, RequestThreads threads) {
		this.threads = threads;
		this.server = "http://localhost:" + port;
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/q", "/q/organisations.csv", "/schema.graphql", "/graphql",
			"/graphql?query={__typename}", "/nothing" })
	void pagesFromAnywhereMayReadItAndNobodyLearnsTheVersion(String path) throws Exception {
		HttpResponse<String> response = send(request(path.replace("{__typename}", "%7B__typename%7D")));
		assertThat(response.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
		assertThat(response.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
		assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(response.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
		assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
		assertThat(response.headers().map()).doesNotContainKeys("server", "x-powered-by", "set-cookie");
	}

	@Test
	void aPreflightIsAnswered() throws Exception {
		HttpResponse<String> response = send(request("/graphql").header("Access-Control-Request-Method", "POST")
			.method("OPTIONS", BodyPublishers.noBody()));
		assertThat(response.statusCode()).isEqualTo(204);
		assertThat(response.headers().firstValue("Access-Control-Allow-Methods")).hasValue("GET, HEAD, POST");
		assertThat(response.headers().firstValue("Access-Control-Allow-Headers").orElseThrow()).contains("Content-Type",
				"If-None-Match", "Dataset-Release");
	}

	@Test
	void aRequestHasTheIdThatAProxyGaveItOrANewOne() throws Exception {
		HttpResponse<String> given = send(
				request("/graphql?query=" + encode("{ nothing }")).header("X-Request-Id", "proxy-0001.a"));
		assertThat(given.headers().allValues("X-Request-Id")).containsExactly("proxy-0001.a");
		assertThat(given.body()).contains("\"request\":\"proxy-0001.a\"");
		HttpResponse<String> forged = send(request("/graphql?query=").header("X-Request-Id", "a b;<script>"));
		String id = forged.headers().firstValue("X-Request-Id").orElseThrow();
		assertThat(id).matches("[0-9a-f-]{36}");
		assertThat(forged.body()).contains("\"request\":\"" + id + '"');
	}

	@Test
	void requestsAreAnsweredInItsOwnThreads() throws Exception {
		long before = this.threads.getTaskCount();
		send(request("/q"));
		assertThat(this.threads.getTaskCount()).isGreaterThan(before);
	}

	@Test
	void readinessNamesTheRelease() throws Exception {
		assertThat(send(request("/actuator/health/liveness")).body()).contains("\"status\":\"UP\"");
		assertThat(send(request("/actuator/health/readiness")).body()).contains("\"version\":\"", "\"checksum\":\"");
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.server + path));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, UTF_8);
	}

}
