package org.incumbent.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
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
				"incumbent.store.look=50ms", "incumbent.queries.folder=src/test/resources/switched" })
class ReleaseSwitchTests {

	private static final String A = StoreFixture.A;

	private static final String B = StoreFixture.B;

	/** What each release says of the one person in whom they differ. */
	private static final Map<String, String> NAMES = Map.of(A, "Cat Cooper", B, "Cat Carter");

	/** It is a saved query as well. */
	private static final String QUERY = read(Path.of("src/test/resources/switched/whole.graphql"));

	private static final int SWITCHES = 20;

	private static final String BY_GET = "/graphql?query=" + URLEncoder.encode(QUERY, StandardCharsets.UTF_8);

	private static final List<Reader> READERS = List.of(new Reader(A, "/graphql", false, false),
			new Reader(null, "/graphql", false, true), new Reader(null, BY_GET, false, false),
			new Reader(null, BY_GET, false, true), new Reader(null, "/graphql", true, false),
			new Reader(null, BY_GET, true, true), new Reader(null, "/q/whole.json", false, false),
			new Reader(null, "/q/whole.json", false, true), new Reader(B, "/q/whole.csv", true, false),
			new Reader(null, "/q/whole.csv", true, true));

	private final HttpClient client = HttpClient.newHttpClient();

	private final String server;

	private final StoreOpening opening;

	private final StoreSettings settings;

	@Autowired
	ReleaseSwitchTests(@LocalServerPort int port, StoreOpening opening, @Value("${spring.datasource.url}") String url) {
		this.server = "http://127.0.0.1:" + port;
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
		Map<String, byte[]> bodies = new ConcurrentHashMap<>();
		AtomicBoolean done = new AtomicBoolean();
		AtomicInteger answered = new AtomicInteger();
		ExecutorService threads = Executors.newFixedThreadPool(READERS.size());
		List<Future<Reading>> readings = new ArrayList<>();
		for (Reader reader : READERS) {
			readings.add(threads.submit(() -> read(reader, bodies, done, answered)));
		}
		try (Store store = Store.open(this.settings)) {
			for (int i = 0; i < SWITCHES; i++) {
				String next = (i % 2 == 0) ? B : A;
				publish(store, next);
				waitUntilAnsweredFrom(next, answered);
			}
		}
		finally {
			done.set(true);
			threads.shutdown();
		}
		for (int i = 0; i < readings.size(); i++) {
			Reader reader = READERS.get(i);
			Reading reading = readings.get(i).get();
			assertThat(reading.versions()).as(reader.toString())
				.isEqualTo((reader.pin() != null) ? Set.of(reader.pin()) : NAMES.keySet());
			assertThat(reading.compressed()).as(reader.toString()).isEqualTo(reader.gzip());
		}
		System.err.printf("%d switches, %d answers, 0 mixed%n", SWITCHES, answered.get());
	}

	/**
	 * Reads on, every other time by the name of the answer before, so that a 304 must
	 * mean the bytes that had this name.
	 * @param bodies what any reader was sent by any name
	 */
	private Reading read(Reader reader, Map<String, byte[]> bodies, AtomicBoolean done, AtomicInteger answered)
			throws Exception {
		Set<String> versions = new HashSet<>();
		boolean compressed = false;
		String tag = "";
		for (int times = 0; !done.get(); times++) {
			int edition = this.opening.releases().edition();
			String inService = this.opening.releases().inService().version();
			HttpRequest.Builder request = asking(reader);
			if (times % 2 == 1) {
				request.header("If-None-Match", tag);
			}
			HttpResponse<byte[]> response = this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
			tag = response.headers().firstValue("ETag").orElseThrow();
			if (response.statusCode() != 304) {
				assertThat(response.statusCode()).as(reader.toString()).isEqualTo(200);
				byte[] before = bodies.putIfAbsent(tag, response.body());
				assertThat(before == null || Arrays.equals(before, response.body())).as(tag).isTrue();
				compressed |= response.headers().firstValue("Content-Encoding").isPresent();
			}
			String version = assertWhole(reader, text(tag, bodies.get(tag)));
			versions.add(version);
			if (response.statusCode() != 304) {
				assertThat(response.headers().firstValue("Dataset-Release")).hasValue(version);
			}
			if (reader.pin() != null) {
				assertThat(version).isEqualTo(reader.pin());
			}
			else if (this.opening.releases().edition() == edition) {
				// nothing was switched meanwhile
				assertThat(version).as(reader.toString()).isEqualTo(inService);
			}
			answered.incrementAndGet();
		}
		return new Reading(versions, compressed);
	}

	private HttpRequest.Builder asking(Reader reader) {
		HttpRequest.Builder request = reader.path().equals("/graphql") ? posting(reader.path(), QUERY)
				: HttpRequest.newBuilder(URI.create(this.server + reader.path()));
		request.header("Accept", reader.csv() ? "text/csv" : "application/json");
		if (reader.gzip()) {
			request.header("Accept-Encoding", "gzip");
		}
		if (reader.pin() != null) {
			request.header("Dataset-Release", reader.pin());
		}
		return request;
	}

	private static String text(String tag, byte @Nullable [] bytes) throws IOException {
		byte[] sent = Objects.requireNonNull(bytes);
		return new String(
				tag.endsWith("-gzip\"") ? new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes() : sent,
				StandardCharsets.UTF_8);
	}

	private static String assertWhole(Reader reader, String body) throws IOException {
		return reader.csv() ? assertWholeTable(body) : assertWhole(body);
	}

	/**
	 * That all cells of a table come from one release.
	 * @return its version
	 */
	private static String assertWholeTable(String body) throws IOException {
		CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
		Set<String> versions = new HashSet<>();
		try (CSVParser table = CSVParser.parse(body, format)) {
			for (CSVRecord row : table) {
				String version = row.get("dataset.version");
				assertThat(row.get("person.name")).isEqualTo(NAMES.get(version));
				assertThat(row.get("people.nodes.name")).contains(NAMES.get(version));
				versions.add(version);
			}
		}
		assertThat(versions).as(body).hasSize(1);
		return versions.iterator().next();
	}

	/**
	 * That all parts of an answer, and what tells of it, come from one release.
	 * @return its version
	 */
	private static String assertWhole(HttpResponse<String> response) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		String version = assertWhole(response.body());
		assertThat(response.headers().firstValue("Dataset-Release")).contains(version);
		return version;
	}

	private static String assertWhole(String body) {
		JsonNode answer = JsonMapper.shared().readTree(body);
		String version = answer.at("/data/dataset/version").asString();
		assertThat(NAMES).containsKey(version);
		assertThat(answer.at("/extensions/release").asString()).isEqualTo(version);
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
					assertThat(assertWhole(get(BY_GET))).isEqualTo(next);
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
	void aSavedQueryIsAnsweredFromTheReleaseThatIsNamed() throws IOException {
		for (String version : List.of(A, B)) {
			HttpResponse<String> inAddress = get("/q/whole.json?release=" + version);
			assertThat(assertWhole(inAddress)).isEqualTo(version);
			HttpResponse<String> table = get("/q/whole.csv?release=" + version);
			assertThat(assertWholeTable(table.body())).isEqualTo(version);
			assertThat(table.headers().allValues("Dataset-Release")).containsExactly(version);
			for (HttpResponse<String> each : List.of(inAddress, table)) {
				HttpResponse<String> inHeader = send(
						HttpRequest.newBuilder(URI.create(this.server + each.uri().getPath()))
							.header("Dataset-Release", version));
				assertThat(inHeader.body()).isEqualTo(each.body());
				assertThat(inHeader.headers().firstValue("ETag")).isEqualTo(each.headers().firstValue("ETag"));
				assertThat(inHeader.headers().allValues("Dataset-Release")).containsExactly(version);
			}
		}
		assertThat(assertWhole(get("/q/whole.json"))).isEqualTo(A);
		assertThat(assertWholeTable(get("/q/whole.csv").body())).isEqualTo(A);
		for (String ending : List.of(".json", ".csv")) {
			assertThat(get("/q/whole" + ending + "?release=1999.1").body()).contains("No release `1999.1` is kept");
			assertThat(send(HttpRequest.newBuilder(URI.create(this.server + "/q/whole" + ending + "?release=" + B))
				.header("Dataset-Release", A)).body()).contains("Ask for one release");
		}
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
		HttpRequest.Builder request = posting("/graphql" + parameters, query);
		if (release != null) {
			request.header("Dataset-Release", release);
		}
		return send(request);
	}

	private HttpRequest.Builder posting(String path, String query) {
		return HttpRequest.newBuilder(URI.create(this.server + path))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(Map.of("query", query))));
	}

	private HttpResponse<String> get(String path) {
		return send(HttpRequest.newBuilder(URI.create(this.server + path)));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
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
		int enough = answered.get() + 2 * READERS.size();
		while (!this.opening.releases().inService().version().equals(version) || answered.get() < enough) {
			assertThat(System.nanoTime()).as("release " + version + " does not answer after 10 s").isLessThan(latest);
			Thread.sleep(10);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Somebody who asks the same again and again.
	 *
	 * @param pin the release that they name, null if they name none
	 * @param csv whether they want a table
	 * @param gzip whether they take it compressed
	 */
	private record Reader(@Nullable String pin, String path, boolean csv, boolean gzip) {

	}

	/**
	 * What somebody has read.
	 *
	 * @param compressed whether anything was
	 */
	private record Reading(Set<String> versions, boolean compressed) {

	}

}
