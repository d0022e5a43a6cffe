package org.incumbent.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One file of a data package as it was read.
 */
final class CsvTable {

	private final TableFormat format;

	private final String file;

	private final String text;

	private final int[] lineStarts;

	/** For each column of the format, its place in the file's header, or -1. */
	private final int[] places;

	private final List<Row> rows = new ArrayList<>();

	private boolean complete = true;

	/**
	 * An empty table of a file.
	 * @param file its name with its directory, for messages
	 * @param text the file's content without a byte order mark
	 */
	CsvTable(TableFormat format, String file, String text, List<String> header) {
		this.format = format;
		this.file = file;
		this.text = text;
		this.lineStarts = lineStarts(text);
		this.places = format.columns().stream().mapToInt((column) -> header.indexOf(column.name())).toArray();
	}

	TableFormat format() {
		return this.format;
	}

	String file() {
		return this.file;
	}

	List<Row> rows() {
		return Collections.unmodifiableList(this.rows);
	}

	/**
	 * Adds a record.
	 * @param start where it starts in the text
	 * @param record its cells in the order of the file
	 */
	void add(int start, String[] record) {
		@Nullable String[] cells = new String[this.places.length];
		for (int position = 0; position < cells.length; position++) {
			String cell = (this.places[position] < 0) ? "" : record[this.places[position]];
			cells[position] = cell.isEmpty() ? null : cell.replace("\r\n", "\n");
		}
		this.rows.add(new Row(this, start, cells));
	}

	/**
	 * Whether every row and column that the file should have was read, so that what is
	 * not in the table does not exist.
	 */
	boolean isComplete() {
		return this.complete;
	}

	void markIncomplete() {
		this.complete = false;
	}

	boolean has(String column) {
		return place(column) >= 0;
	}

	int line(int offset) {
		int found = Arrays.binarySearch(this.lineStarts, offset);
		return (found >= 0) ? found + 1 : -found - 1;
	}

	Problem problem(int offset, String message) {
		int line = line(offset);
		return new Problem(this.file, line, offset - this.lineStarts[line - 1] + 1, message);
	}

	/**
	 * A problem with a cell, at the cell's first character. The parser tells where a
	 * record starts, not where its cells do, so the record is walked through once more.
	 * @param place the cell's place in the record, from 0
	 */
	Problem problem(int recordStart, int place, String message) {
		int offset = recordStart;
		for (int passed = 0; passed < place; passed++) {
			offset = endOfCell(offset) + 1;
		}
		return problem(offset, message);
	}

	/**
	 * Where a column stands in the file, from 0, or -1 if it is missing.
	 */
	int place(String column) {
		return this.places[this.format.position(column)];
	}

	private int endOfCell(int start) {
		boolean enclosed = this.text.startsWith("\"", start);
		boolean inside = enclosed;
		int offset = enclosed ? start + 1 : start;
		while (inside || this.text.charAt(offset) != ',') {
			if (enclosed && this.text.charAt(offset) == '"') {
				inside = !inside;
			}
			offset++;
		}
		return offset;
	}

	private static int[] lineStarts(String text) {
		int[] starts = new int[(int) text.chars().filter((c) -> c == '\n').count() + 1];
		int line = 1;
		for (int offset = text.indexOf('\n'); offset >= 0; offset = text.indexOf('\n', offset + 1)) {
			starts[line++] = offset + 1;
		}
		return starts;
	}

}
