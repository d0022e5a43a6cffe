package org.incumbent.graphql;

import java.util.List;
import java.util.Map;

import graphql.schema.GraphQLOutputType;
import org.jspecify.annotations.Nullable;

/**
 * What a query selects of a record's type.
 *
 * @param parts its fields in their order, null if graphql-java has to find one of them
 */
record DirectSelection(@Nullable List<Part> parts) {

	/**
	 * One of the fields, and all that is selected in it.
	 *
	 * @param name the name it has in the answer
	 * @param selections what is selected of its value, by the type that the value may be
	 * of; none if that is a scalar or an enum
	 */
	record Part(String name, GraphQLOutputType type, Finder finder, Map<String, DirectSelection> selections) {

	}

	/**
	 * Finds a field of a record.
	 */
	@FunctionalInterface
	interface Finder {

		/**
		 * What the record has there, or a future of it that is not done or has failed.
		 */
		@Nullable Object find(@Nullable Object record, FieldPlace place) throws Exception;

	}

}
