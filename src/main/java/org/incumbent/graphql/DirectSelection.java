package org.incumbent.graphql;

import java.util.List;

import graphql.schema.GraphQLOutputType;
import org.jspecify.annotations.Nullable;

/**
 * What a query selects of a record's type.
 *
 * @param parts its fields in their order, null if graphql-java has to find one of them
 */
record DirectSelection(@Nullable List<Part> parts) {

	/**
	 * One of the fields.
	 *
	 * @param name the name it has in the answer
	 * @param within tells what is selected of its value, if that is a record
	 */
	record Part(String name, GraphQLOutputType type, Finder finder, Within within) {

	}

	/**
	 * Tells what is selected of a record that a field leads to.
	 */
	@FunctionalInterface
	interface Within {

		/**
		 * How to find what is selected, null if graphql-java has to.
		 */
		@Nullable List<Part> of(Object record);

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
