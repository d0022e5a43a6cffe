package org.incumbent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.execution.GraphQlSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Every example query, and every question that the dataset is checked by, gives the
 * answer that is kept for it and takes the number of SQL statements that is kept for it.
 * To accept a new one, delete the old one and run the tests: they write what they miss,
 * and fail so that somebody reads it.
 */
@Tag("store")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "spring.datasource.url=${incumbent.test.golden:jdbc:h2:mem:incumbent;DB_CLOSE_DELAY=-1}")
@Import({ SchemaInspection.class, StatementCounter.class })
class GoldenQueriesTests {

	private static final Path EXAMPLES = Path.of("src/main/resources/examples");

	private static final Path QUESTIONS = Path.of("src/test/resources/questions");

	private static final Path GOLDEN = Path.of("src/test/resources/golden");

	private static final Path STATEMENTS = GOLDEN.resolve("statements.csv");

	private static final JsonMapper JSON = new JsonMapper();

	/** What has to be given to lists. */
	private static final Map<String, String> ARGUMENTS = Map.of("moves",
			"between: {from: \"2010-01-01\", to: \"2019-12-31\"}, ", "turnovers",
			"filter: {roleKind: CHAIR}, between: {from: \"2010-01-01\", to: \"2019-12-31\"}, ");

	private final CountingClient api;

	private final GraphQLSchema schema;

	@Autowired
	GoldenQueriesTests(@LocalServerPort int port, StatementCounter counter, GraphQlSource source) {
		this.api = new CountingClient(port, counter);
		this.schema = source.schema();
	}

	@ParameterizedTest
	@MethodSource("queries")
	void theAnswerIsTheOneThatIsKept(Path query) throws IOException {
		JsonNode answer = this.api.ask(Files.readString(query));
		assertThat(answer.get("errors")).as("errors of " + query).isNull();
		Path kept = GOLDEN.resolve(nameOf(query) + ".json");
		if (Files.notExists(kept)) {
			Files.createDirectories(GOLDEN);
			Files.writeString(kept, answer.toPrettyString() + "\n");
			fail(kept + " was missing and has been written: read it, then commit it");
		}
		assertThat(answer.toPrettyString()).as("answer to " + query + ", kept in " + kept).isEqualTo(kept(query));
	}

	@ParameterizedTest
	@MethodSource("queries")
	void theNumberOfSqlStatementsIsTheOneThatIsKept(Path query) throws IOException {
		String document = Files.readString(query);
		String counted = "%s,%d,%d".formatted(nameOf(query), this.api.statements(document),
				this.api.statements(document, 100));
		List<String> kept = keptStatements();
		if (kept.stream().noneMatch((line) -> line.startsWith(nameOf(query) + ","))) {
			Files.writeString(STATEMENTS, counted + "\n", StandardOpenOption.APPEND);
			fail(STATEMENTS + " had no line for " + query + "; it has been written: read it, then commit it");
		}
		assertThat(kept).as("statements of " + query + ": as it is written, with pages of 100").contains(counted);
	}

	/**
	 * Turnovers are counted from the appointments to the posts that are listed, which one
	 * more statement finds for all of them.
	 */
	@Test
	void aListIsOneStatementAndItsTotalAnother() {
		Map<String, List<Integer>> counted = new TreeMap<>();
		for (GraphQLFieldDefinition list : this.schema.getQueryType().getFieldDefinitions()) {
			if (list.getArgument("first") != null) {
				String asked = list.getName() + "(" + ARGUMENTS.getOrDefault(list.getName(), "") + "first: 3)";
				counted.put(list.getName(),
						List.of(this.api.statements("{ %s { nodes { __typename } } }".formatted(asked)),
								this.api.statements("{ %s { nodes { __typename } totalCount } }".formatted(asked))));
			}
		}
		assertThat(counted).hasSizeGreaterThan(10).allSatisfy((list, statements) -> {
			int others = list.equals("turnovers") ? 1 : 0;
			assertThat(statements).as(list).containsExactly(1 + others, 2 + others);
		});
	}

	@Test
	void theNameOfAConnectionsTypeTakesNoStatement() {
		assertThat(this.api.statements("{ people { totalCount __typename } }"))
			.isEqualTo(this.api.statements("{ people { totalCount } }"));
	}

	@Test
	void everyAnswerThatIsKeptHasItsQuery() throws IOException {
		try (Stream<Path> files = Files.list(GOLDEN)) {
			assertThat(files.filter((file) -> file.toString().endsWith(".json"))).allSatisfy(
					(file) -> assertThat(queries()).extracting(GoldenQueriesTests::nameOf).contains(nameOf(file)));
		}
	}

	/**
	 * The answer that is kept for a query.
	 */
	static String kept(Path query) throws IOException {
		return JSON.readTree(Files.readString(GOLDEN.resolve(nameOf(query) + ".json"))).toPrettyString();
	}

	static List<Path> queries() throws IOException {
		return Stream.concat(queries(EXAMPLES).stream(), queries(QUESTIONS).stream()).toList();
	}

	private static List<Path> queries(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(".graphql")).sorted().toList();
		}
	}

	private static String nameOf(Path file) {
		return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
	}

	private static List<String> keptStatements() throws IOException {
		if (Files.notExists(STATEMENTS)) {
			Files.createDirectories(GOLDEN);
			Files.writeString(STATEMENTS, "query,as_written,pages_of_100\n");
		}
		return Files.readAllLines(STATEMENTS);
	}

}
