package org.incumbent.graphql;

import java.util.List;
import java.util.Map;

import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import org.jspecify.annotations.Nullable;

/**
 * What a query selects of a record's type.
 *
 * @param fields the fields in their order
 * @param parts how to find each of them, null if one takes more than the record
 */
record DirectSelection(MergedSelectionSet fields, @Nullable List<Part> parts) {

	boolean isDirect() {
		return this.parts != null;
	}

	/**
	 * One of the fields, which its record is enough to find, and all that is selected in
	 * it likewise.
	 *
	 * @param name the name it has in the answer
	 * @param fetcher finds it
	 * @param selections what is selected of its value, by the type that the value may be
	 * of; none if that is a scalar or an enum
	 */
	record Part(String name, GraphQLFieldDefinition definition, LightDataFetcher<?> fetcher,
			Map<String, DirectSelection> selections) {

		Part(MergedField field, GraphQLFieldDefinition definition, LightDataFetcher<?> fetcher,
				Map<String, DirectSelection> selections) {
			this(field.getResultKey(), definition, fetcher, selections);
		}

	}

}
