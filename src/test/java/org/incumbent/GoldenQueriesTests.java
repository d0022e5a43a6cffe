package org.incumbent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.AstTransformer;
import graphql.language.Field;
import graphql.language.IntValue;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
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
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Every example query gives the answer that is kept for it and takes the number of SQL
 * statements that is kept for it. To accept a new answer, delete the old one and run the
 * tests: they write what they miss, and fail so that somebody reads it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({ SchemaInspection.class, StatementCounter.class })
class GoldenQueriesTests {

	private static final Path QUERIES = Path.of("src/main/resources/examples");

	private static final Path GOLDEN = Path.of("src/test/resources/golden");

	private static final Path STATEMENTS = GOLDEN.resolve("statements.csv");

	private static final JsonMapper JSON = new JsonMapper();

	private final RestClient api;

	private final StatementCounter counter;

	@Autowired
	GoldenQueriesTests(@LocalServerPort int port, StatementCounter counter) {
		this.api = RestClient.create("http://127.0.0.1:" + port + "/graphql");
		this.counter = counter;
	}

	@ParameterizedTest
	@MethodSource("queries")
	void theAnswerIsTheOneThatIsKept(Path query) throws IOException {
		JsonNode answer = ask(Files.readString(query), Map.of());
		assertThat(answer.get("errors")).as("errors of " + query).isNull();
		Path kept = GOLDEN.resolve(nameOf(query) + ".json");
		if (Files.notExists(kept)) {
			Files.createDirectories(GOLDEN);
			Files.writeString(kept, answer.toPrettyString() + "\n");
			fail(kept + " was missing and has been written: read it, then commit it");
		}
		assertThat(answer.toPrettyString()).as("answer to " + query + ", kept in " + kept)
			.isEqualTo(JSON.readTree(Files.readString(kept)).toPrettyString());
	}

	@ParameterizedTest
	@MethodSource("queries")
	void theNumberOfSqlStatementsIsTheOneThatIsKept(Path query) throws IOException {
		String document = Files.readString(query);
		String counted = String.join(",", nameOf(query), String.valueOf(statements(document, Map.of()).size()),
				String.valueOf(statementsForPagesOf(1, document).size()),
				String.valueOf(statementsForPagesOf(100, document).size()));
		List<String> kept = keptStatements();
		if (kept.stream().noneMatch((line) -> line.startsWith(nameOf(query) + ","))) {
			Files.writeString(STATEMENTS, counted + "\n", StandardOpenOption.APPEND);
			fail(STATEMENTS + " had no line for " + query + "; it has been written: read it, then commit it");
		}
		assertThat(kept).as("statements of " + query + ": as written, with pages of 1, with pages of 100")
			.contains(counted);
	}

	@ParameterizedTest
	@MethodSource("queries")
	void noSqlStatementRunsOncePerRow(Path query) throws IOException {
		String document = Files.readString(query);
		Map<String, Long> runs = statementsForPagesOf(100, document).stream()
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		long fields = fieldsWithFields(document);
		assertThat(runs).as("runs of each statement for %s, which names %d fields that have fields", query, fields)
			.isNotEmpty()
			.allSatisfy((statement, times) -> assertThat(times).isLessThanOrEqualTo(fields));
	}

	@Test
	void everyAnswerThatIsKeptHasItsQuery() throws IOException {
		try (Stream<Path> files = Files.list(GOLDEN)) {
			assertThat(files.filter((file) -> file.toString().endsWith(".json")))
				.allSatisfy((file) -> assertThat(QUERIES.resolve(nameOf(file) + ".graphql")).exists());
		}
	}

	static List<Path> queries() throws IOException {
		try (Stream<Path> files = Files.list(QUERIES)) {
			return files.filter((file) -> file.toString().endsWith(".graphql")).sorted().toList();
		}
	}

	private static String nameOf(Path file) {
		return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
	}

	private static List<String> keptStatements() throws IOException {
		if (Files.notExists(STATEMENTS)) {
			Files.createDirectories(GOLDEN);
			Files.writeString(STATEMENTS, "query,as_written,pages_of_1,pages_of_100\n");
		}
		return Files.readAllLines(STATEMENTS);
	}

	private JsonNode ask(String document, Map<String, Object> variables) {
		String body = this.api.post()
			.contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.APPLICATION_GRAPHQL_RESPONSE)
			.body(Map.of("query", document, "variables", variables))
			.retrieve()
			.body(String.class);
		return JSON.readTree(body);
	}

	private List<String> statements(String document, Map<String, Object> variables) {
		// What the application keeps after the first time is not to be counted.
		ask(document, variables);
		this.counter.reset();
		assertThat(ask(document, variables).get("errors")).isNull();
		return this.counter.statements();
	}

	private List<String> statementsForPagesOf(int size, String document) {
		PageSizes sizes = new PageSizes(size);
		Node<?> changed = new AstTransformer().transform(Parser.parse(document), sizes);
		return statements(AstPrinter.printAst(changed), sizes.variables);
	}

	private static long fieldsWithFields(String document) {
		List<Field> found = new ArrayList<>();
		new NodeTraverser().preOrder(new NodeVisitorStub() {
			@Override
			public TraversalControl visitField(Field field,
					@SuppressWarnings("rawtypes") TraverserContext<Node> context) {
				if (field.getSelectionSet() != null) {
					found.add(field);
				}
				return TraversalControl.CONTINUE;
			}
		}, Parser.parse(document));
		return found.size();
	}

	/**
	 * Sets every page size of a document, or the variable that stands for it.
	 */
	private static final class PageSizes extends NodeVisitorStub {

		private final int size;

		private final Map<String, Object> variables = new HashMap<>();

		PageSizes(int size) {
			this.size = size;
		}

		@Override
		public TraversalControl visitArgument(Argument argument,
				@SuppressWarnings("rawtypes") TraverserContext<Node> context) {
			if (!List.of("first", "last").contains(argument.getName())) {
				return TraversalControl.CONTINUE;
			}
			if (argument.getValue() instanceof VariableReference variable) {
				this.variables.put(variable.getName(), this.size);
				return TraversalControl.CONTINUE;
			}
			IntValue value = IntValue.of(this.size);
			return TreeTransformerUtil.changeNode(context, argument.transform((builder) -> builder.value(value)));
		}

	}

}
