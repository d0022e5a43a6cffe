package org.incumbent.release;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One record of a table of a data package.
 */
final class Row {

	private final CsvTable table;

	private final int number;

	/**
	 * In the order of the table's format, null where empty; null as a whole if the row
	 * reads its file.
	 */
	private final @Nullable String @Nullable [] texts;

	private @Nullable CsvCells cells;

	/**
	 * A record of a table.
	 * @param number its place in the table, from 0
	 * @param texts its cells in the order of the table's format, null where empty; null
	 * as a whole if they are not kept
	 */
	Row(CsvTable table, int number, @Nullable String @Nullable [] texts) {
		this.table = table;
		this.number = number;
		this.texts = texts;
	}

	/**
	 * The table's name, such as {@code appointments}.
	 */
	String table() {
		return this.table.format().name();
	}

	/**
	 * The row's place in the table, from 0.
	 */
	int number() {
		return this.number;
	}

	/**
	 * The line of the file where the record starts, from 1.
	 */
	int line() {
		return this.table.line(this.number);
	}

	/**
	 * What a cell holds, null where it is empty.
	 * @throws IllegalArgumentException if the table has no such column
	 */
	@Nullable String text(String column) {
		int position = this.table.format().position(column);
		if (this.texts != null) {
			return this.texts[position];
		}
		if (this.cells == null) {
			this.cells = this.table.cells(this.number);
		}
		return this.table.text(this.cells, position);
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
		return this.table.problem(this.number, column, message);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Row row && this.table == row.table && this.number == row.number;
	}

	@Override
	public int hashCode() {
		return 31 * this.number + this.table.format().name().hashCode();
	}

	@Override
	public String toString() {
		return this.table.file() + ":" + line();
	}

}
