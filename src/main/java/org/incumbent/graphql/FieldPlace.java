package org.incumbent.graphql;

import java.util.Objects;
import java.util.function.Supplier;

import graphql.schema.DataFetchingEnvironment;

/**
 * Where in a query a field is for which something has to be found.
 */
interface FieldPlace {

	/**
	 * What the query wants to be found.
	 */
	QueryLoaders loaders();

	/**
	 * How many fields it is in a row from the query's root to this one.
	 */
	int level();

	/**
	 * The place of a field that graphql-java fetches.
	 */
	static FieldPlace of(Supplier<DataFetchingEnvironment> environment) {
		return new FieldPlace() {

			@Override
			public QueryLoaders loaders() {
				return Objects.requireNonNull(environment.get().getGraphQlContext().get(QueryLoaders.class));
			}

			@Override
			public int level() {
				return environment.get().getExecutionStepInfo().getPath().getLevel();
			}

		};
	}

}
