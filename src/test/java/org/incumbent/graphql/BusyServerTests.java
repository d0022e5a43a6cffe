package org.incumbent.graphql;

import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * No number of clients keeps the server from answering others.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = GraphQlHttpTests.StandIn.class,
		properties = { "spring.graphql.schema.locations=classpath:stand-in/", "spring.datasource.url=jdbc:h2:mem:busy",
				"incumbent.limits.time=400ms", "incumbent.limits.at-once=2", "incumbent.limits.waiting=3",
				"incumbent.limits.patience=3s", "incumbent.limits.upload=3s", "incumbent.limits.uploads=1MB" })
class BusyServerTests {

	private static final int SLOW_BODIES = 300;

	private final HttpAsking server;

	private final GraphQlHttpTests.People people;

	private final int port;

	@Autowired
	BusyServerTests(@LocalServerPort int port, GraphQlHttpTests.People people) {
		this.server = new HttpAsking(port);
		this.people = people;
		this.port = port;
	}

	@Test
	void beyondThoseThatMayWaitAQueryIsRefusedAtOnce() {
		List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 12)
			.mapToObj((i) -> this.server.ask("{ ticks(clock: \"turn " + i + "\") }"))
			.toList();
		List<HttpResponse<String>> responses = answers.stream().map(CompletableFuture::join).toList();
		List<HttpResponse<String>> refused = responses.stream().filter((each) -> each.statusCode() != 200).toList();
		assertThat(refused).hasSizeBetween(1, 7).allSatisfy((response) -> {
			assertThat(response.statusCode()).isEqualTo(503);
			assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
			assertThat(response.body()).contains("\"code\":\"OVERLOADED\"", "2 queries at once");
		});
		assertThat(this.server.ask("{ ticks(clock: \"turn 0\") }").join().statusCode()).isEqualTo(200);
		assertThat(this.people.mostTicking()).isEqualTo(2);
	}

	@Test
	void bodiesThatComeInSlowlyKeepNobodyWaiting() throws Exception {
		List<Socket> slow = new ArrayList<>();
		try {
			for (int i = 0; i < SLOW_BODIES; i++) {
				Socket socket = new Socket("localhost", this.port);
				slow.add(socket);
				send(socket, "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
						+ "Content-Length: 100\r\n\r\n{\"query\"");
			}
			for (int i = 0; i < 3; i++) {
				long start = System.nanoTime();
				assertThat(this.server.ask("{ person(by: {id: " + i + "}) { name } }").join().statusCode())
					.isEqualTo(200);
				assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
			}
			send(slow.get(0), ": \"{ __typename }\"" + " ".repeat(73) + "}");
			assertThat(statusLine(slow.get(0))).isEqualTo("HTTP/1.1 200 ");
			assertThat(statusLine(slow.get(1))).isEqualTo("HTTP/1.1 408 ");
			assertThat(this.server.ask("{ person(by: {id: 9}) { name } }").join().statusCode()).isEqualTo(200);
		}
		finally {
			for (Socket socket : slow) {
				socket.close();
			}
		}
	}

	/**
	 * Four of them fit.
	 */
	@Test
	void bodiesThatComeInSlowlyTakeNoMoreMemoryThanTheyMay() throws Exception {
		List<Socket> slow = new ArrayList<>();
		try {
			for (int i = 0; i < 4; i++) {
				slow.add(beginLongBody());
			}
			await().untilAsserted(() -> assertThat(statusLineOfLongBody()).isEqualTo("HTTP/1.1 503 "));
			assertThat(this.server.ask("{ person(by: {id: 9}) { name } }").join().statusCode()).isEqualTo(200);
		}
		finally {
			for (Socket socket : slow) {
				socket.close();
			}
		}
		await().untilAsserted(() -> assertThat(statusLineOfLongBody()).isEqualTo("HTTP/1.1 400 "));
	}

	private String statusLineOfLongBody() throws Exception {
		try (Socket socket = beginLongBody()) {
			// or it would come in at once
			Thread.sleep(50);
			send(socket, " ".repeat(1024));
			return statusLine(socket);
		}
	}

	private Socket beginLongBody() throws Exception {
		Socket socket = new Socket("localhost", this.port);
		send(socket, "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
				+ "Content-Length: 262144\r\n\r\n" + " ".repeat(255 * 1024));
		return socket;
	}

	private static void send(Socket socket, String text) throws Exception {
		OutputStream output = socket.getOutputStream();
		output.write(text.getBytes(UTF_8));
		output.flush();
	}

	private static String statusLine(Socket socket) throws Exception {
		socket.setSoTimeout(20_000);
		return new String(socket.getInputStream().readNBytes("HTTP/1.1 200 ".length()), UTF_8);
	}

}
