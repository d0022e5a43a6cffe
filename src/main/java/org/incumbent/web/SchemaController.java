package org.incumbent.web;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;

import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.MediaType;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the schema in GraphQL's schema definition language.
 *
 * <p>
 * It is printed from the schema that answers queries, not joined from the files it was
 * written in, so that it has whatever was added on the way (the types of connections) and
 * a code generator needs nothing else. It is served as plain text, which a browser shows;
 * GraphQL's language has no registered media type.
 */
@RestController
class SchemaController {

	private static final String TEXT_UTF_8 = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8";

	/** Printed when somebody asks for it first, and not at every start. */
	private final SingletonSupplier<String> schema;

	SchemaController(GraphQlSource source) {
		this.schema = SingletonSupplier.of(() -> print(source.schema()));
	}

	@GetMapping(path = "/schema.graphql", produces = TEXT_UTF_8)
	String schema() {
		return this.schema.obtain();
	}

	private static String print(GraphQLSchema schema) {
		SchemaPrinter.Options options = SchemaPrinter.Options.defaultOptions()
			.includeScalarTypes(true)
			.includeSchemaDefinition(true)
			.includeDirectiveDefinitions(false);
		return new SchemaPrinter(options).print(schema);
	}

}
