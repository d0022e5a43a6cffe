package org.incumbent.exchange;

import java.util.Arrays;
import java.util.List;

/**
 * What one file of a data package is called, and which columns it has.
 *
 * @param columns in the order of the file
 * @param key the columns that together identify a row
 */
record TableColumns(String name, String file, List<String> columns, List<String> key) {

	TableColumns {
		columns = List.copyOf(columns);
		key = List.copyOf(key);
	}

	boolean has(String column) {
		return this.columns.contains(column);
	}

	/**
	 * Where a column stands, from 0.
	 * @throws IllegalArgumentException if there is no such column
	 */
	int position(String column) {
		int position = this.columns.indexOf(column);
		if (position < 0) {
			throw new IllegalArgumentException("The table " + this.name + " has no column " + column);
		}
		return position;
	}

	/**
	 * Where some columns stand, each from 0.
	 */
	int[] positions(List<String> names) {
		return names.stream().mapToInt(this::position).toArray();
	}

	/**
	 * A row of empty cells.
	 */
	String[] emptyRow() {
		String[] row = new String[this.columns.size()];
		Arrays.fill(row, "");
		return row;
	}

}
