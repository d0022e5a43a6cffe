package org.incumbent.web;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.catalina.valves.RemoteIpValve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.filter.ForwardedHeaderFilter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What every response has, whatever was asked.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:edge;DB_CLOSE_DELAY=-1",
				"incumbent.data=src/test/resources/articles", "spring.main.cloud-platform=kubernetes" })
class EdgeTests {

	private final HttpClient client = HttpClient.newHttpClient();

	private final String server;

	private final RequestThreads threads;

	private final MeterRegistry meters;

	@Autowired
	EdgeTests(@LocalServerPort int port, RequestThreads threads, MeterRegistry meters) {
		this.threads = threads;
		this.meters = meters;
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
		assertThat(response.headers().firstValue("Access-Control-Allow-Headers").orElseThrow()).contains("*",
				"Content-Type", "If-None-Match", "Dataset-Release");
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
	void requestsAreTimedByAddressAndStatus() throws Exception {
		send(request("/graphql?query=" + encode("{ __typename }")));
		send(request("/graphql?query=%ff"));
		send(request("/graphql").method("PURGE", BodyPublishers.noBody()));
		send(request("/q/organisations.csv"));
		send(request("/q").POST(BodyPublishers.noBody()));
		send(request("/nothing/" + System.nanoTime()));
		assertThat(sendBytes("\u0016\u0003\r\n\r\n")).startsWith("HTTP/1.1 400");
		// timed when the response has gone out
		await().untilAsserted(() -> assertThat(timed()).contains("GET /graphql 200 SUCCESS none",
				"GET /graphql 400 CLIENT_ERROR none", "UNKNOWN /graphql 405 CLIENT_ERROR none",
				"GET /q/{file} 200 SUCCESS none", "POST /q 405 CLIENT_ERROR none", "GET /** 404 CLIENT_ERROR none",
				"UNKNOWN UNKNOWN 400 CLIENT_ERROR IllegalArgumentException"));
	}

	private List<String> timed() {
		return this.meters.find("http.server.requests")
			.timers()
			.stream()
			.filter((timer) -> timer.totalTime(TimeUnit.MILLISECONDS) > 0)
			.map((timer) -> Stream.of("method", "uri", "status", "outcome", "exception")
				.map(timer.getId()::getTag)
				.collect(Collectors.joining(" ")))
			.toList();
	}

	@Test
	void anAddressThatIsNoUtf8IsRefused() throws Exception {
		HttpResponse<String> response = send(request("/graphql?query=%ff"));
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("in UTF-8 and percent-encoded", "\"code\":\"BAD_REQUEST\"");
	}

	@ParameterizedTest
	@CsvSource({ "GET / HTTP/9.9|Host: x, 400", "POST /graphql HTTP/1.1|Host: x|Transfer-Encoding: foo, 400",
			"GET / HTTP/1.1|Host: a b, 400", "GET / HTTP/1.1|X: none, 400", "GET /%zz HTTP/1.1|Host: x, 400",
			"GET /q HTTP/1.1|Host: x|Expect: foo, 417",
			"OPTIONS /%zz HTTP/1.1|Host: x|Access-Control-Request-Method: POST, 400",
			"TRACE /graphql HTTP/1.1|Host: x, 405" })
	void whatIsNoRequestIsTheClientsMistakeAndIsToldSoInJson(String lines, int status) throws Exception {
		String request = lines.replace("|", "\r\n")
				+ "\r\nX-Request-Id: a-proxy-gave-this\r\nConnection: close\r\n\r\n";
		String response = sendBytes(request);
		assertThat(response).startsWith("HTTP/1.1 " + status + " ")
			.contains("Content-Type: application/json", "Cache-Control: no-store", "X-Content-Type-Options: nosniff")
			.doesNotContain("html", "Tomcat");
		JsonNode body = JsonMapper.shared().readTree(response.substring(response.indexOf("\r\n\r\n")));
		assertThat(body.path("status").intValue()).isEqualTo(status);
		assertThat(body.path("message").stringValue())
			.contains((status == 405) ? "by GET or by POST" : (status == 417) ? "Expect" : "HTTP/1.1");
		assertThat(response).contains("X-Request-Id: " + body.path("request").stringValue());
		if (status == 405) {
			assertThat(response).contains("Allow: GET, HEAD, POST\r\n", "X-Request-Id: a-proxy-gave-this\r\n");
		}
	}

	/**
	 * Spring Boot would believe them on Kubernetes.
	 */
	@Test
	void forwardedHeadersAreBelievedOnNoPlatform(@Autowired ServletWebServerApplicationContext context) {
		TomcatWebServer server = (TomcatWebServer) Objects.requireNonNull(context.getWebServer());
		assertThat(CloudPlatform.getActive(context.getEnvironment())).isEqualTo(CloudPlatform.KUBERNETES);
		assertThat(server.getTomcat().getEngine().getPipeline().getValves()).isNotEmpty()
			.doesNotHaveAnyElementsOfTypes(RemoteIpValve.class);
		assertThat(context.getBeansOfType(ForwardedHeaderFilter.class)).isEmpty();
	}

	@Test
	void readinessNamesTheRelease() throws Exception {
		assertThat(send(request("/actuator/health/liveness")).body()).contains("\"status\":\"UP\"");
		assertThat(send(request("/actuator/health/readiness")).body()).contains("\"version\":\"", "\"checksum\":\"");
	}

	private String sendBytes(String request) throws IOException {
		URI address = URI.create(this.server);
		try (Socket socket = new Socket(address.getHost(), address.getPort())) {
			socket.getOutputStream().write(request.getBytes(ISO_8859_1));
			return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
		}
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
