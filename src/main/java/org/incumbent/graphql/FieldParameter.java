package org.incumbent.graphql;

import java.util.function.Supplier;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Finds a parameter of a method that finds a field.
 */
interface FieldParameter {

	@Nullable Object value(@Nullable Object source, Supplier<DataFetchingEnvironment> environment) throws Exception;

	/**
	 * Whether it is the same for each record that has the field.
	 */
	default boolean isGivenByQuery() {
		return false;
	}

}
