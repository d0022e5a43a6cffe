package org.incumbent.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.graphql.execution.GraphQlSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every field of the schema is read from a record or found by a controller's method, with
 * nothing around it.
 */
@SpringBootTest(properties = { "spring.datasource.url=jdbc:h2:mem:direct-fields;DB_CLOSE_DELAY=-1",
		"incumbent.limits.objects=31", "incumbent.limits.answer=8KB" })
class DirectFieldsTests {

	private final GraphQL api;

	private final GraphQLSchema schema;

	@Autowired
	DirectFieldsTests(GraphQlSource source) {
		this.api = source.graphQl();
		this.schema = source.schema();
	}

	@Test
	void nothingIsAroundAField() {
		List<String> wrapped = new ArrayList<>();
		int direct = 0;
		for (GraphQLObjectType type : this.schema.getAllTypesAsList()
			.stream()
			.filter(GraphQLObjectType.class::isInstance)
			.map(GraphQLObjectType.class::cast)
			.toList()) {
			for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
				DataFetcher<?> fetcher = this.schema.getCodeRegistry()
					.getDataFetcher(FieldCoordinates.coordinates(type, field), field);
				if (fetcher instanceof DirectField) {
					direct++;
				}
				else if (!fetcher.getClass().getName().startsWith("graphql.")) {
					wrapped.add(type.getName() + '.' + field.getName() + ": " + fetcher.getClass().getName());
				}
			}
		}
		assertThat(wrapped).isEmpty();
		assertThat(direct).isGreaterThan(150);
	}

	/**
	 * A page, ten appointments, and a person and a role for each of them.
	 */
	@Test
	void objectsAreCountedUpToTheLimitThatIsSet() {
		String query = "{ appointments(first: 10) { nodes { person { name } role { name } } } ";
		ExecutionResult most = this.api.execute(query + "}");
		assertThat(most.getErrors()).isEmpty();
		ExecutionResult more = this.api.execute(query + "dataset { version } }");
		assertThat(more.<Object>getData()).isNull();
		assertThat(more.getErrors()).singleElement().satisfies((error) -> {
			assertThat(error.getExtensions()).containsEntry("code", "LIMIT_EXCEEDED");
			assertThat(error.getMessage()).contains("more than 31 objects");
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			people(first: %d) { nodes | name        | 1 | 8
			__type(name: "Query")     | description | 1 | 1
			""")
	void whatTheySayIsCountedUpToTheLimitThatIsSet(String within, String field, int few, int many) {
		String names = IntStream.range(0, 150).mapToObj((i) -> "n" + i + ": " + field).collect(Collectors.joining(" "));
		String query = "{ " + within + " { " + names + " }" + (within.contains("{") ? " } }" : " }");
		String small = "{ " + within + " { " + field + " }" + (within.contains("{") ? " } }" : " }");
		assertThat(this.api.execute(small.formatted(few)).getErrors()).isEmpty();
		ExecutionResult more = this.api.execute(query.formatted(many));
		assertThat(more.<Object>getData()).isNull();
		assertThat(more.getErrors()).singleElement().satisfies((error) -> {
			assertThat(error.getExtensions()).containsEntry("code", "LIMIT_EXCEEDED");
			assertThat(error.getMessage()).contains("more than 8,192 characters");
		});
	}

	/**
	 * Of a list graphql-java would give what it has and an error without a message.
	 */
	@Test
	void anAnswerThatIsTooLargeWithinAListAtItsTopIsNone() {
		String id = '"' + GlobalId.of("Person", "ian-dalton") + '"';
		ExecutionResult result = this.api.execute("{ nodes(ids: [" + (id + ' ').repeat(8)
				+ "]) { ... on Person { appointments(first: 4) { nodes { role { name } } } } } }");
		assertThat(result.<Object>getData()).isNull();
		assertThat(result.getErrors()).singleElement()
			.satisfies((error) -> assertThat(error.getExtensions()).containsEntry("code", "LIMIT_EXCEEDED"));
	}

}
