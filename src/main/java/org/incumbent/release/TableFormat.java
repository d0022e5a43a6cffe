package org.incumbent.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one file of a data package holds.
 */
final class TableFormat {

	private final String name;

	private final String file;

	private final List<ColumnFormat> columns;

	private final List<String> columnNames;

	private final List<String> key;

	private final List<ForeignKey> foreignKeys;

	private final Map<String, Integer> positions = new HashMap<>();

	/**
	 * The format of a file.
	 * @param columns in the order of the file
	 * @param key the columns that together identify a row
	 */
	TableFormat(String name, String file, List<ColumnFormat> columns, List<String> key, List<ForeignKey> foreignKeys) {
		this.name = name;
		this.file = file;
		this.columns = List.copyOf(columns);
		this.columnNames = columns.stream().map(ColumnFormat::name).toList();
		this.key = List.copyOf(key);
		this.foreignKeys = List.copyOf(foreignKeys);
		for (String column : this.columnNames) {
			this.positions.put(column, this.positions.size());
		}
	}

	String name() {
		return this.name;
	}

	String file() {
		return this.file;
	}

	List<ColumnFormat> columns() {
		return this.columns;
	}

	/**
	 * The format of a column.
	 * @throws IllegalArgumentException if there is no such column
	 */
	ColumnFormat column(String name) {
		return this.columns.get(position(name));
	}

	List<String> columnNames() {
		return this.columnNames;
	}

	List<String> key() {
		return this.key;
	}

	List<ForeignKey> foreignKeys() {
		return this.foreignKeys;
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

}
