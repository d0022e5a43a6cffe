package org.incumbent.graphql;

import java.util.List;

/**
 * Lets a test have the statements executed by which records are read ahead.
 */
public final class ReadingAhead {

	private ReadingAhead() {
	}

	/**
	 * Reads a few records of each type as {@link RowWarming} does.
	 */
	public static void read(LookupRepository lookup, List<NodeRepository<?>> repositories) {
		for (NodeRepository<?> repository : repositories) {
			int most = Math.min(3, lookup.count(repository.table(), 3));
			repository.findByIds(lookup.keys(repository.table(), "", most));
		}
	}

}
