package org.incumbent.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import static org.assertj.core.api.Assertions.assertThat;

import org.incumbent.store.KeptRelease;
import org.incumbent.store.Store;
import org.incumbent.store.StoreOpening;
import org.incumbent.store.StoreSettings;
import org.incumbent.store.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A running server goes over to a newly published release, whole, and answers from others
 * that are kept when it is asked to.
 */
@Tag("store")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=${incumbent.test.switching:jdbc:h2:mem:switching;DB_CLOSE_DELAY=-1}",
				"incumbent.store.look=50ms" })
class ReleaseSwitchTests {

	private static final String A = StoreFixture.A;

	private static final String B = StoreFixture.B;

	/** What each release says of the one person in whom they differ. */
	private static final Map<String, String> NAMES = Map.of(A, "Cat Cooper", B, "Cat Carter");

	private static final String QUERY = "{ dataset { version releases { version current } } "
			+ "person(by: { slug: \"cat\" }) { name } people(first: 100) { nodes { name } } }";

	private static final int SWITCHES = 20;

	private static final int READERS = 4;

	private final HttpClient client = HttpClient.newHttpClient();

	private final String address;

	private final StoreOpening opening;

	private final StoreSettings settings;

	@Autowired
	ReleaseSwitchTests(@LocalServerPort int port, StoreOpening opening, @Value("${spring.datasource.url}") String url) {
		this.address = "http://127.0.0.1:" + port + "/graphql";
		this.opening = opening;
		this.settings = StoreSettings.of(url, null, null);
	}

	@BeforeEach
	void keepBoth() {
		try (Store store = Store.open(this.settings)) {
			StoreFixture.take(store, StoreFixture.packageA(), false);
			StoreFixture.take(store, StoreFixture.packageB(), false);
			publish(store, A);
		}
		// rather than in a moment
		this.opening.releases().refresh();
	}

	@Test
	void noReaderSeesAMixtureWhileReleasesAreSwitched() throws Exception {
		AtomicBoolean done = new AtomicBoolean();
		AtomicInteger answered = new AtomicInteger();
		ExecutorService readers = Executors.newFixedThreadPool(READERS);
		List<Future<?>> answers = new ArrayList<>();
		for (int reader = 0; reader < READERS; reader++) {
			String pin = (reader == 0) ? A : null;
			boolean byAddress = reader == 1;
			answers.add(readers.submit(reading(pin, byAddress, done, answered)));
		}
		try (Store store = Store.open(this.settings)) {
			for (int i = 0; i < SWITCHES; i++) {
				String next = (i % 2 == 0) ? B : A;
				publish(store, next);
				waitUntilAnsweredFrom(next, answered);
			}
		}
		done.set(true);
		for (Future<?> answer : answers) {
			answer.get();
		}
		readers.shutdown();
		System.err.printf("%d switches, %d answers, 0 mixed%n", SWITCHES, answered.get());
	}

	/**
	 * Reads on, each time by the name of the answer before, so that a 304 must mean the
	 * bytes that had this name.
	 */
	private Callable<Void> reading(@Nullable String pin, boolean byAddress, AtomicBoolean done,
			AtomicInteger answered) {
		return () -> {
			Map<String, String> bodies = new HashMap<>();
			String tag = "";
			while (!done.get()) {
				HttpResponse<String> response = byAddress ? get(tag) : send(pin, "", QUERY, tag);
				tag = response.headers().firstValue("ETag").orElseThrow();
				String version = response.headers().firstValue("Dataset-Release").orElseThrow();
				if (response.statusCode() == 304) {
					assertThat(bodies.get(tag)).contains("\"release\":\"" + version + '"');
				}
				else {
					assertThat(assertWhole(response)).isEqualTo(version);
					assertThat(bodies.merge(tag, response.body(), (before, now) -> before)).isEqualTo(response.body());
				}
				assertThat(pin == null || version.equals(pin)).isTrue();
				answered.incrementAndGet();
			}
			return null;
		};
	}

	/**
	 * That all parts of an answer, and what tells of it, come from one release.
	 * @return its version
	 */
	private static String assertWhole(HttpResponse<String> response) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		JsonNode answer = JsonMapper.shared().readTree(response.body());
		String version = answer.at("/data/dataset/version").asString();
		assertThat(NAMES).containsKey(version);
		assertThat(answer.at("/extensions/release").asString()).isEqualTo(version);
		assertThat(response.headers().firstValue("Dataset-Release")).contains(version);
		assertThat(answer.at("/data/person/name").asString()).isEqualTo(NAMES.get(version));
		Set<String> names = new HashSet<>();
		answer.at("/data/people/nodes").forEach((person) -> names.add(person.path("name").asString()));
		assertThat(names).contains(NAMES.get(version));
		return version;
	}

	@Test
	void aRequestThatComesAgainIsAnsweredFromTheReleaseThatIsInServiceThen() {
		try (Store store = Store.open(this.settings)) {
			for (int i = 0; i < SWITCHES; i++) {
				String next = (i % 2 == 0) ? B : A;
				publish(store, next);
				await(next);
				for (int times = 0; times < 3; times++) {
					assertThat(assertWhole(ask(null, ""))).isEqualTo(next);
					assertThat(assertWhole(get(""))).isEqualTo(next);
					assertThat(assertWhole(ask(A, ""))).isEqualTo(A);
					assertThat(assertWhole(ask(null, "?release=" + B))).isEqualTo(B);
				}
			}
		}
	}

	@Test
	void aReleaseMayBeNamedInAHeaderOrInTheAddress() {
		assertThat(assertWhole(ask(B, ""))).isEqualTo(B);
		assertThat(assertWhole(ask(null, "?release=" + B))).isEqualTo(B);
		assertThat(assertWhole(ask(B, "?release=" + B))).isEqualTo(B);
		assertThat(assertWhole(ask(null, ""))).isEqualTo(A);
		assertThat(assertWhole(ask("", "?release="))).isEqualTo(A);
	}

	@Test
	void anUnknownReleaseGetsTheListOfThoseThatAreKept() {
		HttpResponse<String> response = ask("1999.1", "");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("No release `1999.1` is kept; there are ", A, B, "BAD_REQUEST");
		assertThat(ask(A, "?release=" + B).body()).contains("Ask for one release");
	}

	@Test
	void theListOfReleasesIsNeverAnOldOne() {
		for (String inService : List.of(B, A, B)) {
			try (Store store = Store.open(this.settings)) {
				publish(store, inService);
			}
			await(inService);
			JsonNode answer = JsonMapper.shared().readTree(ask(A, "").body());
			assertThat(answer.at("/data/dataset/releases")).filteredOn((each) -> each.path("current").asBoolean())
				.extracting((each) -> each.path("version").asString())
				.containsExactly(inService);
		}
	}

	private void await(String version) {
		long latest = System.nanoTime() + 10_000_000_000L;
		while (!this.opening.releases().inService().version().equals(version)) {
			assertThat(System.nanoTime()).as("release " + version + " is not in service after 10 s").isLessThan(latest);
			LockSupport.parkNanos(10_000_000);
		}
	}

	@Test
	void theReleasesThatCanBeAskedAreListed() {
		JsonNode releases = JsonMapper.shared().readTree(ask(B, "").body()).at("/data/dataset/releases");
		List<String> listed = new ArrayList<>();
		releases.forEach((release) -> listed
			.add(release.path("version").asString() + (release.path("current").asBoolean() ? "*" : "")));
		assertThat(listed).contains(A + "*", B);
	}

	@Test
	void changesToTheReleaseThatAnswersArePagedBothWays() {
		String selection = "totalCount pageInfo { hasNextPage hasPreviousPage endCursor startCursor } "
				+ "nodes { type slug kind fields { field before after } node { id } }";
		JsonNode all = changes("first: 1", selection);
		assertThat(all.path("totalCount").asInt()).isGreaterThan(1_000);
		assertThat(all.path("nodes").path(0).path("type").asString()).isEqualTo("Appointment");
		JsonNode first = changes("first: 3", selection);
		JsonNode second = changes("first: 2, after: \"%s\"".formatted(first.at("/pageInfo/endCursor").asString()),
				selection);
		assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
		assertThat(second.path("nodes")).hasSize(2);
		JsonNode back = changes("last: 3, before: \"%s\"".formatted(second.at("/pageInfo/startCursor").asString()),
				selection);
		assertThat(back.path("nodes")).isEqualTo(first.path("nodes"));
		assertThat(back.at("/pageInfo/hasPreviousPage").asBoolean()).isFalse();
	}

	@Test
	void changesSinceAReleaseThatIsNotKeptAreRefused() {
		HttpResponse<String> response = send(A, "", "{ dataset { changes(since: \"1999.1\") { totalCount } } }");
		assertThat(response.body()).contains("BAD_REQUEST", "'since' names no release that is kept", A, B);
	}

	private JsonNode changes(String arguments, String selection) {
		String since = this.opening.releases()
			.kept()
			.stream()
			.map(KeptRelease::version)
			.filter((version) -> !NAMES.containsKey(version))
			.findFirst()
			.orElseThrow();
		HttpResponse<String> response = send(B, "",
				"{ dataset { changes(since: \"%s\", %s) { %s } } }".formatted(since, arguments, selection));
		JsonNode answer = JsonMapper.shared().readTree(response.body());
		assertThat(answer.get("errors")).as(response.body()).isNull();
		return answer.at("/data/dataset/changes");
	}

	private HttpResponse<String> ask(@Nullable String release, String parameters) {
		return send(release, parameters, QUERY);
	}

	private HttpResponse<String> send(@Nullable String release, String parameters, String query) {
		return send(release, parameters, query, "");
	}

	private HttpResponse<String> send(@Nullable String release, String parameters, String query, String tag) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.address + parameters))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(Map.of("query", query))));
		if (release != null) {
			request.header("Dataset-Release", release);
		}
		return send(request, tag);
	}

	private HttpResponse<String> get(String tag) {
		String query = URLEncoder.encode(QUERY, StandardCharsets.UTF_8);
		return send(HttpRequest.newBuilder(URI.create(this.address + "?query=" + query)), tag);
	}

	private HttpResponse<String> send(HttpRequest.Builder request, String tag) {
		if (!tag.isEmpty()) {
			request.header("If-None-Match", tag);
		}
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void publish(Store store, String version) {
		store.change((change) -> {
			change.publish(version);
			return version;
		});
		if (TestDatabases.areInMemory()) {
			// nobody looks into a store that no other process can change
			this.opening.releases().refresh();
		}
	}

	/**
	 * Waits until the server has gone over to a release and has answered some more
	 * questions.
	 */
	private void waitUntilAnsweredFrom(String version, AtomicInteger answered) throws InterruptedException {
		long latest = System.nanoTime() + 10_000_000_000L;
		int enough = answered.get() + 2 * READERS;
		while (!this.opening.releases().inService().version().equals(version) || answered.get() < enough) {
			assertThat(System.nanoTime()).as("release " + version + " does not answer after 10 s").isLessThan(latest);
			Thread.sleep(10);
		}
	}

}
