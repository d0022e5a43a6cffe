package org.incumbent.answer;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whoever reads slowly holds no thread, and what he has not read takes no more memory
 * than it may.
 */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class OutgoingBodyTests {

	/** More than the system takes off the server's hands. */
	private static final int LARGE = 12_000_000;

	private static final int SLOW = 8;

	private static final int THREADS = 3;

	private final byte[] large = new byte[LARGE];

	private final List<Socket> sockets = new ArrayList<>();

	private final Tomcat tomcat = new Tomcat();

	private Semaphore memory = new Semaphore(SLOW * LARGE);

	private Duration longest = Duration.ofMinutes(1);

	@BeforeEach
	void start(@TempDir Path folder) throws LifecycleException {
		new Random(1).nextBytes(this.large);
		this.tomcat.setBaseDir(folder.toString());
		this.tomcat.setPort(0);
		this.tomcat.getConnector().setProperty("maxThreads", String.valueOf(THREADS));
		this.tomcat.getConnector().setProperty("connectionTimeout", "60000");
		Context context = this.tomcat.addContext("", folder.toString());
		Tomcat.addServlet(context, "bodies", new Bodies()).setAsyncSupported(true);
		context.addServletMappingDecoded("/*", "bodies");
		Tomcat.addServlet(context, "errors", new Errors());
		context.addServletMappingDecoded("/error", "errors");
		ErrorPage errors = new ErrorPage();
		errors.setLocation("/error");
		context.addErrorPage(errors);
		this.tomcat.start();
	}

	@AfterEach
	void stop() throws Exception {
		for (Socket socket : this.sockets) {
			socket.close();
		}
		this.tomcat.stop();
		this.tomcat.destroy();
	}

	@Test
	void thoseWhoReadSlowlyKeepNobodyWaitingAndGetAllOfIt() throws IOException {
		List<Socket> slow = new ArrayList<>();
		for (int i = 0; i < SLOW; i++) {
			slow.add(ask("/" + LARGE));
		}
		await().until(() -> this.memory.availablePermits() == 0);
		assertThat(read(ask("/" + OutgoingBody.AT_ONCE))).hasSize(OutgoingBody.AT_ONCE);
		for (Socket socket : slow) {
			assertThat(read(socket)).isEqualTo(this.large);
		}
		await().until(() -> this.memory.availablePermits() == SLOW * LARGE);
	}

	/**
	 * Also of those lengths of which Tomcat has the last bytes, and nobody has taken
	 * them.
	 */
	@Test
	void beyondTheMemoryWhoeverReadsSlowlyGetsTheBeginningAndNothingElse() throws IOException {
		this.memory = new Semaphore(0);
		boolean cutOff = false;
		for (int length = 20_000; length < LARGE / 3; length += 16_000) {
			byte[] got = read(ask("/" + length));
			assertThat(got).isEqualTo(Arrays.copyOf(this.large, got.length));
			cutOff |= got.length < length;
		}
		assertThat(cutOff).isTrue();
	}

	@Test
	void whoeverTakesTooLongGetsTheBeginningAndNothingElse() throws IOException, InterruptedException {
		this.longest = Duration.ofMillis(300);
		Socket socket = ask("/" + LARGE);
		await().until(() -> this.memory.availablePermits() < SLOW * LARGE);
		Thread.sleep(this.longest.toMillis());
		byte[] got = read(socket);
		assertThat(got).hasSizeLessThan(LARGE).isEqualTo(Arrays.copyOf(this.large, got.length));
		await().until(() -> this.memory.availablePermits() == SLOW * LARGE);
	}

	@Test
	void whoeverTakesNothingIsCutOffToo() throws IOException {
		this.tomcat.getConnector().setProperty("connectionTimeout", "1000");
		ask("/" + LARGE);
		await().until(() -> this.memory.availablePermits() < SLOW * LARGE);
		await().until(() -> this.memory.availablePermits() == SLOW * LARGE);
	}

	@Test
	void whoeverGoesAwayGivesTheMemoryBack() throws IOException {
		Socket socket = ask("/" + LARGE);
		await().until(() -> this.memory.availablePermits() < SLOW * LARGE);
		socket.close();
		await().until(() -> this.memory.availablePermits() == SLOW * LARGE);
	}

	private Socket ask(String path) throws IOException {
		Socket socket = new Socket();
		this.sockets.add(socket);
		socket.setReceiveBufferSize(4_096);
		socket.connect(new InetSocketAddress("localhost", this.tomcat.getConnector().getLocalPort()));
		socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(US_ASCII));
		return socket;
	}

	/**
	 * What comes of a body until it or the connection is at its end.
	 */
	private static byte[] read(Socket socket) throws IOException {
		InputStream input = socket.getInputStream();
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			head.append((char) input.read());
		}
		byte[] body = new byte[Integer.parseInt(head.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1"))];
		int length = 0;
		try {
			for (int read = 0; read >= 0 && length < body.length; length += Math.max(0, read)) {
				read = input.read(body, length, body.length - length);
			}
		}
		catch (SocketException ex) {
			// it was closed while there was more to come
		}
		return Arrays.copyOf(body, length);
	}

	private final class Bodies extends HttpServlet {

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
			byte[] body = Arrays.copyOf(OutgoingBodyTests.this.large,
					Integer.parseInt(request.getRequestURI().substring(1)));
			response.setContentLength(body.length);
			OutgoingBody.send(request, response, body, OutgoingBodyTests.this.memory, OutgoingBodyTests.this.longest);
		}

	}

	private static final class Errors extends HttpServlet {

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
			response.getWriter().write("{\"message\": \"failed\"}");
		}

	}

}
