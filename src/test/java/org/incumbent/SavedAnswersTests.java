package org.incumbent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Every saved query gives the answer that is kept for it, as JSON and as a table. To
 * accept a new one, delete the old one and run the tests: they write what they miss, and
 * fail so that somebody reads it.
 */
@Tag("store")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "spring.datasource.url=${incumbent.test.golden:jdbc:h2:mem:incumbent;DB_CLOSE_DELAY=-1}")
@Import({ SchemaInspection.class, StatementCounter.class })
class SavedAnswersTests {

	static final Path QUERIES = Path.of("src/main/resources/queries");

	private static final Path GOLDEN = Path.of("src/test/resources/golden/saved");

	private static final JsonMapper JSON = new JsonMapper();

	private final RestClient api;

	@Autowired
	SavedAnswersTests(@LocalServerPort int port) {
		this.api = RestClient.create("http://127.0.0.1:" + port + "/q/");
	}

	static List<String> queries() throws IOException {
		return names(QUERIES);
	}

	@ParameterizedTest
	@MethodSource("queries")
	void theAnswerIsTheOneThatIsKept(String name) throws IOException {
		ObjectNode answer = (ObjectNode) JSON.readTree(get(name + ".json"));
		assertThat(answer.has("errors")).as(answer.toString()).isFalse();
		// the version changes with every release
		answer.remove("extensions");
		assertKept(name + ".json", answer.toPrettyString() + "\n");
	}

	@ParameterizedTest
	@MethodSource("queries")
	void theTableIsTheOneThatIsKept(String name) throws IOException {
		// rows end in both characters, and files here in one
		assertKept(name + ".csv", get(name + ".csv").replace("\r\n", "\n"));
	}

	@Test
	void everyAnswerThatIsKeptHasItsQuery() throws IOException {
		assertThat(queries()).hasSizeGreaterThanOrEqualTo(10);
		assertThat(names(GOLDEN)).isEqualTo(queries());
	}

	private static void assertKept(String file, String answer) throws IOException {
		Path kept = GOLDEN.resolve(file);
		if (Files.notExists(kept)) {
			Files.createDirectories(GOLDEN);
			Files.writeString(kept, answer);
			fail(kept + " was missing and has been written: read it, then commit it");
		}
		assertThat(answer).as("answer kept in " + kept).isEqualTo(Files.readString(kept));
	}

	private static List<String> names(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map((file) -> file.getFileName().toString().replaceFirst("\\.\\w+$", ""))
				.distinct()
				.sorted()
				.toList();
		}
	}

	private String get(String file) {
		return String.valueOf(this.api.get().uri(file).retrieve().body(String.class));
	}

}
