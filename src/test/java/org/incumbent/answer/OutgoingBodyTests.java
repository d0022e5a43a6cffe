package org.incumbent.answer;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
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
		Arrays.fill(this.large, (byte) 'x');
		this.tomcat.setBaseDir(folder.toString());
		this.tomcat.setPort(0);
		this.tomcat.getConnector().setProperty("maxThreads", String.valueOf(THREADS));
		Context context = this.tomcat.addContext("", folder.toString());
		Tomcat.addServlet(context, "large", new Bodies()).setAsyncSupported(true);
		context.addServletMappingDecoded("/*", "large");
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
			slow.add(ask("/large"));
		}
		await().until(() -> this.memory.availablePermits() == 0);
		assertThat(length(ask("/small"))).isEqualTo(OutgoingBody.AT_ONCE);
		for (Socket socket : slow) {
			assertThat(length(socket)).isEqualTo(LARGE);
		}
		await().until(() -> this.memory.availablePermits() == SLOW * LARGE);
	}

	@Test
	void beyondTheMemoryWhoeverReadsSlowlyIsCutOff() throws IOException {
		this.memory = new Semaphore(LARGE);
		Socket first = ask("/large");
		await().until(() -> this.memory.availablePermits() == 0);
		assertThat(length(ask("/large"))).isBetween(1, LARGE - 1);
		assertThat(length(first)).isEqualTo(LARGE);
	}

	@Test
	void whoeverTakesTooLongIsCutOff() throws IOException {
		this.longest = Duration.ofMillis(200);
		Socket socket = ask("/large");
		await().until(() -> this.memory.availablePermits() < SLOW * LARGE);
		await().until(() -> this.memory.availablePermits() == SLOW * LARGE);
		assertThat(length(socket)).isBetween(1, LARGE - 1);
	}

	@Test
	void whoeverGoesAwayGivesTheMemoryBack() throws IOException {
		Socket socket = ask("/large");
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
	 * How many bytes of a body come until it or the connection is at its end.
	 */
	private static int length(Socket socket) throws IOException {
		InputStream input = socket.getInputStream();
		String head = "";
		while (!head.endsWith("\r\n\r\n")) {
			head += (char) input.read();
		}
		int whole = Integer.parseInt(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
		try {
			return input.readNBytes(whole).length;
		}
		catch (IOException ex) {
			return 1;
		}
	}

	private final class Bodies extends HttpServlet {

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
			byte[] body = request.getRequestURI().equals("/large") ? OutgoingBodyTests.this.large
					: Arrays.copyOf(OutgoingBodyTests.this.large, OutgoingBody.AT_ONCE);
			response.setContentLength(body.length);
			OutgoingBody.send(request, response, body, OutgoingBodyTests.this.memory, OutgoingBodyTests.this.longest);
		}

	}

}
