package org.incumbent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.incumbent.graphql.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing that a client sends is a failure of the server's, shows anything of its inside
 * or changes what others are answered. The requests are those of
 * src/test/conformance/http/hostile.json, which hostile.mjs sends to the packaged
 * application.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
		"spring.datasource.url=jdbc:h2:mem:hostile;DB_CLOSE_DELAY=-1", "incumbent.data=src/test/resources/articles" })
class HostileRequestsTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Path REQUESTS = Path.of("src/test/conformance/http/hostile.json");

	private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

	private static final String[] INSIDE = { "Exception", "org.", "java.", "graphql.", "EnumValue", "Apache Tomcat",
			"select ", "\tat " };

	private static final String HEALTH = "{\"query\": \"{ people(first: 2) { nodes { name slug } } dataset { version } }\"}";

	@LocalServerPort
	private int port;

	static List<JsonNode> requests() {
		List<JsonNode> requests = new ArrayList<>();
		JSON.readTree(REQUESTS.toFile()).forEach(requests::add);
		return requests;
	}

	@Test
	void thereAreAHundredOfThem() {
		assertThat(requests()).hasSizeGreaterThanOrEqualTo(100)
			.extracting((request) -> request.path("name").asString())
			.doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("requests")
	void theServerAnswersAndGoesOn(JsonNode request) throws IOException {
		String name = request.path("name").asString();
		String healthy = health();
		String response = exchange(bytes(request));
		Matcher status = STATUS.matcher(response);
		if (!request.path("raw").isMissingNode() && response.isEmpty()) {
			return;
		}
		assertThat(status.lookingAt()).as(name + ": " + response).isTrue();
		assertThat(response).as(name).doesNotContain(INSIDE);
		if (request.has("status")) {
			assertThat(status.group(1)).as(name + ": " + response).isEqualTo(request.path("status").asString());
		}
		else {
			assertThat(status.group(1)).as(name + ": " + response).isLessThan("500");
		}
		for (Matcher code = Pattern.compile("\"code\":\"(\\w+)\"").matcher(response); code.find();) {
			assertThat(ErrorCode.valueOf(code.group(1))).as(name).isNotEqualTo(ErrorCode.INTERNAL_SERVER_ERROR);
		}
		if (request.has("code")) {
			assertThat(response).as(name).contains("\"code\":\"" + request.path("code").asString() + '"');
		}
		assertThat(health()).as("after " + name).isEqualTo(healthy);
	}

	private String health() throws IOException {
		String response = exchange(
				http("POST", "/graphql", Map.of("Content-Type", "application/json"), HEALTH.getBytes(UTF_8), 1));
		assertThat(response).startsWith("HTTP/1.1 200 ");
		return response.substring(response.indexOf("\r\n\r\n"));
	}

	private static byte[] bytes(JsonNode request) {
		if (request.has("raw")) {
			return request.path("raw").asString().getBytes(ISO_8859_1);
		}
		boolean get = "GET".equals(request.path("method").asString(""));
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Accept", "application/graphql-response+json");
		if (!get) {
			headers.put("Content-Type", "application/json");
		}
		request.path("headers").forEachEntry((header, value) -> {
			headers.remove(header);
			if (!value.isNull()) {
				headers.put(header, String.valueOf(written(value)));
			}
		});
		return http(request.path("method").asString("POST"),
				request.has("path") ? String.valueOf(written(request.path("path"))) : "/graphql", headers,
				get ? new byte[0] : body(request), request.path("copies").asInt(1));
	}

	private static byte[] body(JsonNode request) {
		if (request.has("base64")) {
			return Base64.getDecoder().decode(request.path("base64").asString());
		}
		return request.has("json") ? JSON.writeValueAsBytes(written(request.path("json")))
				: request.has("body") ? String.valueOf(written(request.path("body"))).getBytes(UTF_8) : new byte[0];
	}

	private static byte[] http(String method, String path, Map<String, String> headers, byte[] body, int copies) {
		StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
		if (!headers.containsKey("Host")) {
			head.append("Host: localhost\r\n");
		}
		headers.forEach((name, value) -> head.append((name + ": " + value + "\r\n").repeat(copies)));
		head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
		ByteArrayOutputStream request = new ByteArrayOutputStream();
		request.writeBytes(head.toString().getBytes(ISO_8859_1));
		request.writeBytes(body);
		return request.toByteArray();
	}

	/**
	 * A value in which texts may be put together from parts, some of them repeated.
	 */
	private static Object written(JsonNode value) {
		if (value.isArray() && value.valueStream().anyMatch((part) -> part.has("repeat"))) {
			StringBuilder text = new StringBuilder();
			value.forEach((part) -> append(part, text));
			return text.toString();
		}
		if (value.isObject()) {
			Map<String, Object> object = new LinkedHashMap<>();
			value.forEachEntry((name, each) -> object.put(name, written(each)));
			return object;
		}
		return value.isString() ? value.asString() : value;
	}

	private static void append(JsonNode part, StringBuilder text) {
		for (int i = 0; i < part.path("repeat").asInt(0); i++) {
			text.append(part.path("text")
				.asString()
				.replace("{i}", String.valueOf(i))
				.replace("{j}", String.valueOf(i + 1)));
		}
		text.append(part.isString() ? part.asString() : "");
	}

	private String exchange(byte[] request) throws IOException {
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream().write(request);
			socket.getOutputStream().flush();
			return new String(socket.getInputStream().readAllBytes(), UTF_8);
		}
		catch (SocketException ex) {
			return "closed: " + ex.getMessage();
		}
	}

}
