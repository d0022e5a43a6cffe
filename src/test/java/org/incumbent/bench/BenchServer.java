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

import jakarta.servlet.ServletException;
import org.incumbent.IncumbentApplication;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
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
			.POST("/bench/bytes", (request) -> respond(ready(request)))
			.build();
	}

	private byte[] ready(ServerRequest request) throws ServletException, IOException {
		String body = new String(request.body(byte[].class), StandardCharsets.UTF_8);
		byte[] found = this.ready.get(body);
		if (found == null) {
			found = ask(request, body);
			this.ready.put(body, found);
		}
		return found;
	}

	private byte[] ask(ServerRequest request, String body) throws IOException {
		HttpRequest question = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + request.servletRequest().getLocalPort() + "/graphql"))
			.header("Content-Type", "application/json")
			.header("Accept", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		try {
			return this.client.send(question, HttpResponse.BodyHandlers.ofByteArray()).body();
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
