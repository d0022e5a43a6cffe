package org.incumbent.graphql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every example, every question that the dataset is checked by and every saved query is
 * well within all limits.
 */
class QuerySizesTests {

	/** How many times as large each might be. */
	private static final int ROOM = 3;

	private static final List<String> FOLDERS = List.of("src/main/resources/examples", "src/test/resources/questions",
			"src/main/resources/queries");

	private static final LimitProperties LIMITS = new Binder().bindOrCreate("incumbent.limits", LimitProperties.class);

	/**
	 * Prints how large each is, and asserts that there is room for three times as much.
	 */
	@Test
	void thereIsRoomForThreeTimesAsMuch() throws IOException {
		GraphQLSchema schema = schema();
		Map<String, Integer> limits = limits();
		StringBuilder table = new StringBuilder("| query | " + String.join(" | ", limits.keySet()) + " |\n|---|")
			.append("---:|".repeat(limits.size()))
			.append("\n| at most | " + joined(limits) + " |\n");
		for (Path query : queries()) {
			Map<String, Long> figures = figures(schema, Files.readString(query));
			table.append("| " + query.getFileName() + " | " + joined(figures) + " |\n");
			assertThat(figures.keySet()).isEqualTo(limits.keySet());
			limits.forEach((what, limit) -> assertThat(figures.get(what)).as(what + " of " + query)
				.isLessThanOrEqualTo(limit / ROOM));
		}
		System.out.println(table);
	}

	private static Map<String, Integer> limits() {
		Map<String, Integer> limits = new LinkedHashMap<>();
		limits.put("characters", LIMITS.characters());
		limits.put("tokens", LIMITS.tokens());
		limits.put("depth", LIMITS.depth());
		limits.put("fields", LIMITS.fields());
		limits.put("root fields", LIMITS.rootFields());
		limits.put("aliases", LIMITS.aliases());
		limits.put("directives", LIMITS.directives());
		limits.put("fragments", LIMITS.fragments());
		limits.put("spreads", LIMITS.spreads());
		limits.put("list", LIMITS.list());
		limits.put("text", LIMITS.text());
		limits.put("cost", LIMITS.nodes());
		return limits;
	}

	private static Map<String, Long> figures(GraphQLSchema schema, String text) {
		Document document = Parser.parse(text);
		OperationDefinition operation = document.getDefinitionsOfType(OperationDefinition.class).get(0);
		QueryScan scan = QueryScan.of(text);
		QueryMeasure.Size size = new QueryMeasure(schema, document, Map.of()).of(operation);
		QueryLimits.Counts counts = new QueryLimits.Counts();
		counts.add(document);
		Map<String, Long> figures = new LinkedHashMap<>();
		figures.put("characters", (long) text.length());
		figures.put("tokens", (long) scan.tokens());
		figures.put("depth", (long) Math.max(scan.deepest(), size.depth()));
		figures.put("fields", size.fields());
		figures.put("root fields", (long) operation.getSelectionSet().getSelections().size());
		figures.put("aliases", (long) counts.aliases);
		figures.put("directives", (long) counts.directives);
		figures.put("fragments", (long) document.getDefinitionsOfType(FragmentDefinition.class).size());
		figures.put("spreads", (long) counts.spreads);
		figures.put("list", (long) counts.longestList);
		figures.put("text", (long) counts.longestText);
		figures.put("cost", size.nodes());
		return figures;
	}

	private static String joined(Map<String, ? extends Number> figures) {
		return figures.values().stream().map("%,d"::formatted).collect(Collectors.joining(" | "));
	}

	private static List<Path> queries() throws IOException {
		List<Path> queries = new ArrayList<>();
		for (String folder : FOLDERS) {
			List<Path> files = files(Path.of(folder), ".graphql");
			assertThat(files).as(folder).hasSizeGreaterThanOrEqualTo(10);
			queries.addAll(files);
		}
		return queries;
	}

	private static GraphQLSchema schema() throws IOException {
		TypeDefinitionRegistry types = new TypeDefinitionRegistry();
		for (Path file : files(Path.of("schema"), ".graphqls")) {
			types.merge(new SchemaParser().parse(file.toFile()));
		}
		return new SchemaGenerator().makeExecutableSchema(types, RuntimeWiring.MOCKED_WIRING);
	}

	private static List<Path> files(Path folder, String ending) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(ending)).sorted().toList();
		}
	}

}
