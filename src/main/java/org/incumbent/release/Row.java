package org.incumbent.release;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One record of a table of a data package.
 */
final class Row {

	private final CsvTable table;

	private final int start;

	private final @Nullable String[] cells;

	/**
	 * A record of a table.
	 * @param start where in the file's text the record starts
	 * @param cells in the order of the table's format, null where empty
	 */
	Row(CsvTable table, int start, @Nullable String[] cells) {
		this.table = table;
		this.start = start;
		this.cells = cells;
	}

	/**
	 * The table's name, such as {@code appointments}.
	 */
	String table() {
		return this.table.format().name();
	}

	/**
	 * The line of the file where the record starts, from 1.
	 */
	int line() {
		return this.table.line(this.start);
	}

	/**
	 * What a cell holds, null where it is empty.
	 * @throws IllegalArgumentException if the table has no such column
	 */
	@Nullable String text(String column) {
		return this.cells[this.table.format().position(column)];
	}

	/**
	 * What a cell holds that the format requires.
	 * @throws IllegalStateException if it is empty, which validation precludes
	 */
	String get(String column) {
		String text = text(column);
		if (text == null) {
			throw new IllegalStateException(problem(column, "the cell " + column + " is empty").toString());
		}
		return text;
	}

	/**
	 * The table's columns in the order of the format.
	 */
	List<String> columns() {
		return this.table.format().columnNames();
	}

	/**
	 * What a cell holds as the database stores it, null where it is empty.
	 */
	@Nullable Object value(String column) {
		String text = text(column);
		if (text == null) {
			return null;
		}
		return switch (this.table.format().column(column).type()) {
			case TEXT, LIST, EDTF, URL -> text;
			case BOOLEAN -> Boolean.valueOf(text);
			case INTEGER -> Integer.valueOf(text);
			case DATE -> LocalDate.parse(text);
		};
	}

	/**
	 * A problem with one of the row's cells.
	 */
	Problem problem(String column, String message) {
		return this.table.problem(this.start, this.table.place(column), message);
	}

	@Override
	public String toString() {
		return this.table.file() + ":" + line();
	}

}
