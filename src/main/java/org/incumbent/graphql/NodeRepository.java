package org.incumbent.graphql;

import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Finds the records of one GraphQL type by their keys, however many, in one statement.
 *
 * @param <T> the record, whose class has the name of the GraphQL type
 */
public interface NodeRepository<T> {

	Class<T> type();

	/**
	 * The table that has a row for each of them.
	 */
	String table();

	/**
	 * What addresses call a record, null where they call none of its type.
	 */
	default @Nullable String slug(T record) {
		return null;
	}

	/**
	 * The records asked for, by the key they were asked by; a key that nothing answers
	 * for is left out.
	 */
	Map<String, T> findByIds(Collection<String> keys);

}
