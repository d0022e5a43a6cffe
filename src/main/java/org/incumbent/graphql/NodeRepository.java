package org.incumbent.graphql;

import java.util.Collection;
import java.util.Map;

/**
 * Finds the records of one GraphQL type by their keys, however many, in one statement.
 *
 * @param <T> the record, whose class has the name of the GraphQL type
 */
public interface NodeRepository<T> {

	Class<T> type();

	/**
	 * The records asked for, by the key they were asked by; a key that nothing answers
	 * for is left out.
	 */
	Map<String, T> findByIds(Collection<String> keys);

}
