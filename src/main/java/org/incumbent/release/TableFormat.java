package org.incumbent.release;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What one file of a data package holds.
 *
 * @param name the table, which is also the file's name without its ending
 * @param columns in the order of the file
 * @param key the columns that together identify a row
 */
record TableFormat(String name, String file, List<ColumnFormat> columns, List<String> key, List<ForeignKey> foreignKeys,
		Map<String, Integer> positions) {

	TableFormat(String name, String file, List<ColumnFormat> columns, List<String> key, List<ForeignKey> foreignKeys) {
		this(name, file, List.copyOf(columns), List.copyOf(key), List.copyOf(foreignKeys),
				IntStream.range(0, columns.size())
					.boxed()
					.collect(Collectors.toUnmodifiableMap((i) -> columns.get(i).name(), Function.identity())));
	}

	boolean has(String column) {
		return this.positions.containsKey(column);
	}

	/**
	 * Where a column stands in the table, from 0.
	 * @throws IllegalArgumentException if there is no such column
	 */
	int position(String column) {
		Integer position = this.positions.get(column);
		if (position == null) {
			throw new IllegalArgumentException("The table " + this.name + " has no column " + column);
		}
		return position;
	}

	/**
	 * The format of a column.
	 * @throws IllegalArgumentException if there is no such column
	 */
	ColumnFormat column(String name) {
		return this.columns.get(position(name));
	}

	List<String> columnNames() {
		return this.columns.stream().map(ColumnFormat::name).toList();
	}

}
