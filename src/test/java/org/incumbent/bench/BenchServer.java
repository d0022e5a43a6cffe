package org.incumbent.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import javax.sql.DataSource;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.incumbent.IncumbentApplication;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.util.function.SingletonSupplier;

/**
 * The application with three baselines beside it in one process: the benchmark's queries
 * answered by SQL written for them, by graphql-java over records in memory, and with
 * bytes that are ready.
 */
public class BenchServer {

	private static final MediaType JSON = MediaType.APPLICATION_JSON;

	private final Map<String, byte[]> ready = new ConcurrentHashMap<>();

	private final HttpClient client = HttpClient.newHttpClient();

	public static void main(String... arguments) {
		new SpringApplication(IncumbentApplication.class, BenchServer.class).run(arguments);
	}

	@Bean
	RouterFunction<ServerResponse> baselines(DataSource data, JsonMapper json, GraphQlSource source) {
		HandWritten queries = new HandWritten(data, json);
		Supplier<RecordsInMemory> records = SingletonSupplier
			.of(() -> new RecordsInMemory(data, source.schema(), json));
		return RouterFunctions.route()
			.POST("/bench/sql", (request) -> respond(queries.answer(request.body(byte[].class))))
			.POST("/bench/records", (request) -> respond(records.get().answer(request.body(byte[].class))))
			.build();
	}

	/**
	 * Beside Spring's servlet, as the answers are that these bytes are a baseline for.
	 */
	@Bean
	ServletRegistrationBean<HttpServlet> readyBytes() {
		return new ServletRegistrationBean<>(new HttpServlet() {

			@Override
			protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
				byte[] body = request.getInputStream().readAllBytes();
				send(ready("", new String(body, StandardCharsets.UTF_8), request.getLocalPort()), response);
			}

			@Override
			protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
				send(ready('?' + request.getQueryString(), "", request.getLocalPort()), response);
			}

			private void send(byte[] bytes, HttpServletResponse response) throws IOException {
				response.setContentType(MediaType.APPLICATION_JSON_VALUE);
				response.setContentLength(bytes.length);
				response.getOutputStream().write(bytes);
			}

		}, "/bench/bytes");
	}

	/**
	 * The bytes that the application answers with.
	 * @param address what follows the path; empty for POST
	 * @param body empty for GET
	 */
	private byte[] ready(String address, String body, int port) throws IOException {
		byte[] found = this.ready.get(address + body);
		if (found == null) {
			found = ask(address, body, port);
			this.ready.put(address + body, found);
		}
		return found;
	}

	private byte[] ask(String address, String body, int port) throws IOException {
		HttpRequest.Builder question = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql" + address))
			.header("Accept", "application/json");
		if (!body.isEmpty()) {
			question.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
		}
		try {
			HttpResponse<byte[]> answer = this.client.send(question.build(), HttpResponse.BodyHandlers.ofByteArray());
			if (answer.statusCode() != HttpServletResponse.SC_OK) {
				throw new IOException("Status " + answer.statusCode() + " for " + address + body);
			}
			return answer.body();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	private static ServerResponse respond(byte[] bytes) {
		return ServerResponse.ok().contentType(JSON).contentLength(bytes.length).build((request, response) -> {
			response.getOutputStream().write(bytes);
			return null;
		});
	}

}
