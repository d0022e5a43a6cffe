package org.incumbent.graphql;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Finds a parameter of a method that finds a field.
 */
sealed interface FieldParameter {

	/**
	 * One that depends on the record which has the field.
	 */
	@FunctionalInterface
	non-sealed interface OfRecord extends FieldParameter {

		@Nullable Object value(@Nullable Object source, FieldPlace place);

	}

	/**
	 * One that the query gives: the same for every record.
	 */
	@FunctionalInterface
	non-sealed interface OfQuery extends FieldParameter {

		@Nullable Object value(DataFetchingEnvironment environment) throws Exception;

	}

}
