package org.incumbent.graphql;

import java.util.ArrayList;
import java.util.List;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.graphql.execution.GraphQlSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every field of the schema is read from a record or found by a controller's method, with
 * nothing around it.
 */
@SpringBootTest(properties = "spring.datasource.url=jdbc:h2:mem:direct-fields;DB_CLOSE_DELAY=-1")
class DirectFieldsTests {

	private final GraphQLSchema schema;

	@Autowired
	DirectFieldsTests(GraphQlSource source) {
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

}
