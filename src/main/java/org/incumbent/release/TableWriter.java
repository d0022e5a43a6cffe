package org.incumbent.release;

import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Takes in the rows of one table after the other.
 */
interface TableWriter {

	/**
	 * Takes in some rows of a table.
	 * @param rows each an array in the order of the columns, of String, Boolean, Integer,
	 * LocalDate, bytes or null; iterated once
	 */
	void write(String table, List<String> columns, Iterator<@Nullable Object[]> rows);

}
