package org.incumbent.graphql;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.http.HttpServletRequest;
import org.incumbent.store.StoreOpening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request that comes again as it came before is answered without being read, and only
 * then.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		classes = { GraphQlHttpTests.StandIn.class, RepeatedRequestTests.Counting.class }, properties = {
				"spring.graphql.schema.locations=classpath:stand-in/", "spring.datasource.url=jdbc:h2:mem:repeated" })
class RepeatedRequestTests {

	private static final String JSON = "application/json";

	private static final String BODY = "{\"query\": \"{ person(by: {slug: \\\"%s\\\"}) { name } }\"}";

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@Autowired
	private CountingReader reader;

	@Autowired
	private StoreOpening store;

	@LocalServerPort
	private int port;

	@Test
	void theSameBytesAreReadOnce() throws Exception {
		HttpRequest.Builder request = posting(BODY.formatted("once"));
		HttpResponse<String> first = send(request);
		assertThat(first.body()).contains("\"Ada\"");
		assertNotRead(() -> {
			HttpResponse<String> second = send(request);
			assertThat(second.body()).isEqualTo(first.body());
			assertThat(second.statusCode()).isEqualTo(200);
			assertThat(headers(second)).isEqualTo(headers(first));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "GET", "HEAD" })
	void whoeverHasTheAnswerIsToldSoWithoutReading(String method) throws Exception {
		HttpRequest.Builder request = method.equals("POST") ? posting(BODY.formatted("tag"))
				: getting("{ tagged" + method + ": __typename }", "").method(method, BodyPublishers.noBody());
		String tag = send(request).headers().firstValue("ETag").orElseThrow();
		request.header("If-None-Match", tag);
		assertNotRead(() -> {
			HttpResponse<String> second = send(request);
			assertThat(second.statusCode()).isEqualTo(304);
			assertThat(second.headers().firstValue("ETag")).hasValue(tag);
		});
	}

	@Test
	void anotherSpaceIsReadAndGetsTheSameAnswer() throws Exception {
		String body = BODY.formatted("space");
		String first = send(posting(body)).body();
		assertRead(() -> assertThat(send(posting(body + " ")).body()).isEqualTo(first));
		assertNotRead(() -> assertThat(send(posting(body + " ")).body()).isEqualTo(first));
		assertNotRead(() -> assertThat(send(posting(body)).body()).isEqualTo(first));
	}

	@Test
	void headIsKnownAsGetAndNoOtherMethodIs() throws Exception {
		HttpRequest.Builder request = getting("{ methods: __typename }", "");
		HttpResponse<String> get = send(request);
		assertNotRead(() -> {
			HttpResponse<String> head = send(request.method("HEAD", BodyPublishers.noBody()));
			assertThat(head.body()).isEmpty();
			assertThat(headers(head)).isEqualTo(headers(get));
		});
		for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS")) {
			HttpResponse<String> other = send(request.method(method, BodyPublishers.noBody()));
			assertThat(other.statusCode()).as(method).isEqualTo(405);
		}
		assertThat(send(request.POST(BodyPublishers.noBody()).header("Content-Type", JSON)).statusCode())
			.isEqualTo(400);
	}

	@Test
	void eachTypeIsAnsweredInItself() throws Exception {
		String body = BODY.formatted("types");
		for (int i = 0; i < 2; i++) {
			for (String type : List.of(JSON, "application/graphql-response+json", "text/csv")) {
				HttpResponse<String> response = send(posting(body).header("Accept", type));
				assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
			}
			assertThat(send(posting(body).header("Accept", "text/html")).statusCode()).isEqualTo(406);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			text/plain                          | 415
			application/json;charset=ISO-8859-1 | 415
			application/*                       | 415
			rubbish                             | 415
			application/json;charset=UTF-8      | 200
			APPLICATION/JSON                    | 200
			""")
	void aBodyOfAnotherTypeIsRefusedHoweverOftenItsBytesCame(String type, int status) throws Exception {
		String body = BODY.formatted("content");
		for (int i = 0; i < 2; i++) {
			assertThat(send(posting(body)).statusCode()).isEqualTo(200);
			assertThat(send(request("").header("Content-Type", type).POST(BodyPublishers.ofString(body))).statusCode())
				.isEqualTo(status);
			assertThat(send(request("").POST(BodyPublishers.ofString(body))).statusCode()).isEqualTo(415);
		}
	}

	@Test
	void theReleaseThatIsNamedCounts() throws Exception {
		String version = this.store.releases().inService().version();
		String body = BODY.formatted("release");
		for (int i = 0; i < 2; i++) {
			assertThat(caching(send(posting(body)))).contains("max-age=60,");
			assertThat(caching(send(posting(body).header("Dataset-Release", version)))).contains("max-age=86400,");
			assertThat(caching(send(posting("?release=" + version, body)))).contains("max-age=86400,");
			HttpResponse<String> unknown = send(posting(body).header("Dataset-Release", "1999.1"));
			assertThat(unknown.statusCode()).isEqualTo(400);
			assertThat(unknown.body()).contains("No release `1999.1` is kept");
			assertThat(send(posting("?release=1999.1", body)).statusCode()).isEqualTo(400);
			assertThat(send(posting("?release=1999.1", body).header("Dataset-Release", version)).body())
				.contains("Ask for one release");
			assertThat(send(posting(body).header("Dataset-Release", version).header("Dataset-Release", "1999.1"))
				.statusCode()).isEqualTo(400);
		}
	}

	@Test
	void anAnswerWithErrorsIsNotRemembered() throws Exception {
		for (int i = 1; i <= 2; i++) {
			int times = i;
			assertRead(() -> assertThat(send(posting("{\"query\": \"{ ticks(clock: \\\"sent\\\") broken }\"}")).body())
				.contains("\"ticks\":" + times, "INTERNAL_SERVER_ERROR"));
		}
		assertRead(() -> assertThat(send(posting("{\"query\": 1}")).statusCode()).isEqualTo(400));
		assertRead(() -> assertThat(send(posting("{\"query\": 1}")).statusCode()).isEqualTo(400));
	}

	@Test
	void aQueryThatIsSentWithItsHashIsAlwaysReadAndItsHashAloneOnce() throws Exception {
		String query = "{ hashed: __typename }";
		String hash = "\"extensions\": {\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"%s\"}}"
			.formatted(Documents.sha256(query));
		HttpRequest.Builder alone = posting("{" + hash + "}");
		assertThat(send(alone).body()).contains("PersistedQueryNotFound");
		HttpRequest.Builder both = posting("{\"query\": \"" + query + "\", " + hash + "}");
		String answer = send(both).body();
		assertThat(answer).contains("\"hashed\":\"Query\"");
		assertRead(() -> assertThat(send(both).body()).isEqualTo(answer));
		assertRead(() -> assertThat(send(alone).body()).isEqualTo(answer));
		assertNotRead(() -> assertThat(send(alone).body()).isEqualTo(answer));
	}

	private static String caching(HttpResponse<?> response) {
		assertThat(response.statusCode()).isEqualTo(200);
		return response.headers().firstValue("Cache-Control").orElseThrow();
	}

	/**
	 * All headers that do not differ between any two responses.
	 */
	private static Map<String, List<String>> headers(HttpResponse<?> response) {
		Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
		headers.keySet().removeIf((name) -> name.matches("(?i)date|x-request-id"));
		assertThat(headers).isNotEmpty();
		return headers;
	}

	private void assertNotRead(Sending sending) throws Exception {
		int before = this.reader.read.get();
		sending.send();
		assertThat(this.reader.read.get()).isEqualTo(before);
	}

	private void assertRead(Sending sending) throws Exception {
		int before = this.reader.read.get();
		sending.send();
		assertThat(this.reader.read.get()).isEqualTo(before + 1);
	}

	private HttpRequest.Builder getting(String query, String parameters) {
		return request("?query=" + URLEncoder.encode(query, UTF_8) + parameters);
	}

	private HttpRequest.Builder posting(String body) {
		return posting("", body);
	}

	private HttpRequest.Builder posting(String parameters, String body) {
		return request(parameters).header("Content-Type", JSON).POST(BodyPublishers.ofString(body));
	}

	private HttpRequest.Builder request(String parameters) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/graphql" + parameters));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	private interface Sending {

		void send() throws Exception;

	}

	@Configuration(proxyBeanMethods = false)
	static class Counting {

		@Bean
		@Primary
		CountingReader countingReader(LimitProperties limits, Documents documents) {
			return new CountingReader(limits, documents);
		}

	}

	/**
	 * Counts the requests that it reads.
	 */
	static class CountingReader extends RequestReader {

		private final AtomicInteger read = new AtomicInteger();

		CountingReader(LimitProperties limits, Documents documents) {
			super(limits, documents);
		}

		@Override
		Map<String, Object> readBody(HttpServletRequest request, byte[] body) throws RefusedRequestException {
			this.read.incrementAndGet();
			return super.readBody(request, body);
		}

		@Override
		Map<String, Object> readAddress(HttpServletRequest request) throws RefusedRequestException {
			this.read.incrementAndGet();
			return super.readAddress(request);
		}

	}

}
