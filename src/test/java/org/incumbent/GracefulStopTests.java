package org.incumbent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import org.incumbent.store.Interception;
import org.incumbent.store.RequestedRelease;
import org.incumbent.store.StoreSettings;
import org.incumbent.store.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server in a process of its own that is told to stop takes no more requests and gives
 * every answer that is under way whole, whether the database is at work for it or its
 * question is still coming in.
 */
@Tag("store")
@Timeout(180)
class GracefulStopTests {

	private static final String QUERY = "{ people(first: 100) { nodes { name appointments(first: 5) { nodes { role { name } } } } } }";

	private static final int TERMINATED = 128 + 15;

	private Process process;

	private BufferedReader output;

	private int port;

	@BeforeEach
	void start() throws IOException {
		StoreSettings settings = TestDatabases.fresh();
		this.process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				// one that is over this soon is not worth being compiled well
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), GatedServer.class.getName(),
				"--server.address=127.0.0.1", "--server.port=0", "--spring.datasource.url=" + settings.url(),
				"--incumbent.data=src/test/resources/articles", "--incumbent.limits.time=60s",
				"--incumbent.limits.upload=60s", "--spring.lifecycle.timeout-per-shutdown-phase=60s")
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		this.output = new BufferedReader(new InputStreamReader(this.process.getInputStream(), UTF_8));
		this.port = Integer.parseInt(lineAfter(GatedServer.PORT));
	}

	@AfterEach
	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	@Test
	void whoeverIsBeingAnsweredGetsTheWholeAnswer() throws Exception {
		byte[] body = JsonMapper.shared().writeValueAsBytes(Map.of("query", QUERY));
		try (Socket asked = connect(); Socket asking = connect()) {
			send(asking, "POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nExpect: 100-continue\r\n"
					+ "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n");
			assertThat(head(asking)).startsWith("HTTP/1.1 100");
			send(asked, "GET /graphql?query=" + URLEncoder.encode(QUERY, UTF_8)
					+ " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
			lineAfter(GatedServer.ASKED);
			// the process itself would close its streams with that
			this.process.toHandle().destroy();
			waitUntilNobodyIsLetIn();
			open();
			assertWhole(asked);
			asking.getOutputStream().write(body);
			assertWhole(asking);
		}
		while (this.output.readLine() != null) {
			// until its log ends
		}
		assertThat(this.process.waitFor()).isEqualTo(TERMINATED);
	}

	private Socket connect() throws IOException {
		Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port);
		socket.setSoTimeout((int) Duration.ofSeconds(60).toMillis());
		return socket;
	}

	private void waitUntilNobodyIsLetIn() throws IOException, InterruptedException {
		while (true) {
			try {
				connect().close();
				Thread.sleep(20);
			}
			catch (ConnectException ex) {
				return;
			}
		}
	}

	/**
	 * Lets the database answer.
	 */
	private void open() throws IOException {
		OutputStream gate = this.process.getOutputStream();
		gate.write('\n');
		gate.flush();
	}

	private static void assertWhole(Socket socket) throws IOException {
		String head = head(socket);
		assertThat(head).startsWith("HTTP/1.1 200 ");
		int length = head.lines()
			.filter((line) -> line.startsWith("Content-Length: "))
			.mapToInt((line) -> Integer.parseInt(line.substring("Content-Length: ".length())))
			.findFirst()
			.orElseThrow();
		byte[] body = socket.getInputStream().readAllBytes();
		assertThat(body).hasSize(length);
		JsonNode answer = JsonMapper.shared().readTree(body);
		assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
		assertThat(answer.at("/data/people/nodes").size()).isGreaterThan(5);
	}

	private static void send(Socket socket, String text) throws IOException {
		socket.getOutputStream().write(text.getBytes(UTF_8));
		socket.getOutputStream().flush();
	}

	/**
	 * What comes up to an empty line.
	 */
	private static String head(Socket socket) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int next = socket.getInputStream().read();
			assertThat(next).as("the end, after: " + head).isNotNegative();
			head.append((char) next);
		}
		return head.toString();
	}

	/**
	 * Reads what the process prints up to a line that begins with a word, and gives the
	 * rest of that line.
	 */
	private String lineAfter(String word) throws IOException {
		StringBuilder before = new StringBuilder();
		for (String line = this.output.readLine(); line != null; line = this.output.readLine()) {
			if (line.startsWith(word)) {
				return line.substring(word.length());
			}
			before.append(line).append('\n');
		}
		throw new IllegalStateException("The server ended before it printed '" + word + "':\n" + before);
	}

	/**
	 * The application, whose database gives no answer to a request before something comes
	 * in on the process's input.
	 */
	static final class GatedServer {

		static final String PORT = "Port: ";

		static final String ASKED = "The database is asked";

		private static final AtomicBoolean asked = new AtomicBoolean();

		private GatedServer() {
		}

		public static void main(String[] arguments) {
			SpringApplication application = new SpringApplication(IncumbentApplication.class);
			application.addInitializers((context) -> context.getBeanFactory().addBeanPostProcessor(new Gate()));
			ConfigurableApplicationContext context = application.run(arguments);
			System.out.println(
					PORT + Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort());
		}

		private static final class Gate implements BeanPostProcessor {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource database) ? Interception.of(database, Gate::waitFirst) : bean;
			}

			private static @Nullable Object waitFirst(Connection connection, Method method,
					@Nullable Object @Nullable [] arguments) throws Throwable {
				if (method.getName().equals("prepareStatement") && RequestedRelease.get() != null
						&& asked.compareAndSet(false, true)) {
					System.out.println(ASKED);
					System.in.read();
				}
				return Interception.make(connection, method, arguments);
			}

		}

	}

}
