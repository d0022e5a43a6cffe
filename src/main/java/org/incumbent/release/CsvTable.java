package org.incumbent.release;

import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * One file of a data package as it was read. Of a large file only the places of its rows
 * are kept, and each row is read again when it is asked for.
 */
final class CsvTable {

	/** Of so many rows one has its line noted. */
	private static final int NOTED = 256;

	private final TableFormat format;

	private final String file;

	private final ByteBuffer content;

	/** For each column of the format, its place in the file's header, or -1. */
	private final int[] places;

	private final @Nullable List<Row> kept;

	private int size;

	/** Where each row starts in the content. */
	private int[] starts = new int[16];

	/** The line of every {@link #NOTED}th row. */
	private int[] lines = new int[16];

	private boolean complete = true;

	private @Nullable KeyIndex ids;

	/**
	 * An empty table of a file.
	 * @param file its name with its directory, for messages
	 * @param content the file's content, without a byte order mark
	 * @param keeping whether rows are kept in memory once they are read
	 */
	CsvTable(TableFormat format, String file, ByteBuffer content, List<String> header, boolean keeping) {
		this.format = format;
		this.file = file;
		this.content = content;
		this.places = format.columns().stream().mapToInt((column) -> header.indexOf(column.name())).toArray();
		this.kept = keeping ? new ArrayList<>() : null;
	}

	/**
	 * The table of a file that cannot be read.
	 */
	static CsvTable unreadable(TableFormat format, String file) {
		CsvTable table = new CsvTable(format, file, ByteBuffer.allocate(0), List.of(), true);
		table.markIncomplete();
		return table;
	}

	TableFormat format() {
		return this.format;
	}

	String file() {
		return this.file;
	}

	/**
	 * The rows in the order of the file.
	 */
	List<Row> rows() {
		return new Rows();
	}

	int size() {
		return this.size;
	}

	/**
	 * A row by its number, from 0.
	 */
	Row row(int number) {
		return (this.kept != null) ? this.kept.get(number) : new Row(this, number, null);
	}

	/**
	 * The row with an id, the first one if there are several, null if there is none.
	 */
	@Nullable Row find(@Nullable String id) {
		return (id != null && this.format.has("id")) ? ids().first(id) : null;
	}

	/**
	 * The rows by their ids.
	 */
	KeyIndex ids() {
		if (this.ids == null) {
			this.ids = KeyIndex.of(this, "id");
		}
		return this.ids;
	}

	/**
	 * Adds a record.
	 * @param start where it starts in the content
	 * @param line its line in the file, from 1
	 * @param cells its cells in the order of the file
	 */
	void add(int start, int line, CsvCells cells) {
		if (this.size == this.starts.length) {
			this.starts = Arrays.copyOf(this.starts, 2 * this.size);
		}
		this.starts[this.size] = start;
		if (this.size % NOTED == 0) {
			int note = this.size / NOTED;
			this.lines = (note == this.lines.length) ? Arrays.copyOf(this.lines, 2 * note) : this.lines;
			this.lines[note] = line;
		}
		if (this.kept != null) {
			this.kept.add(new Row(this, this.size, texts(cells)));
		}
		this.size++;
	}

	private @Nullable String[] texts(CsvCells cells) {
		@Nullable String[] texts = new String[this.places.length];
		for (int position = 0; position < texts.length; position++) {
			texts[position] = text(cells, position);
		}
		return texts;
	}

	/**
	 * What a row holds in a column of the format, null where it is empty.
	 */
	@Nullable String text(CsvCells cells, int position) {
		String text = (this.places[position] < 0) ? "" : cells.text(this.places[position]);
		return text.isEmpty() ? null : text.replace("\r\n", "\n");
	}

	/**
	 * Reads the cells of a row once more.
	 */
	CsvCells cells(int number) {
		return cellsAt(this.starts[number]);
	}

	private CsvCells cellsAt(int start) {
		CsvCells cells = new CsvCells(this.content, this.places.length);
		cells.read(start);
		return cells;
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

	/**
	 * The line of the file where a row starts, from 1.
	 */
	int line(int number) {
		int noted = number - number % NOTED;
		return this.lines[number / NOTED] + lineEnds(this.starts[noted], this.starts[number]);
	}

	private int lineEnds(int from, int to) {
		int ends = 0;
		for (int at = from; at < to; at++) {
			ends += (this.content.get(at) == '\n') ? 1 : 0;
		}
		return ends;
	}

	/**
	 * A problem with a cell of a row, at the cell's first character.
	 */
	Problem problem(int number, String column, String message) {
		return problem(this.starts[number], line(number), place(column), message);
	}

	/**
	 * A problem with a cell, at the cell's first character.
	 * @param start where the record starts in the content
	 * @param line the record's line in the file, from 1
	 * @param place the cell's place in the record, from 0; -1 for the record as a whole
	 */
	Problem problem(int start, int line, int place, String message) {
		int offset = (place < 0) ? start : cellsAt(start).start(place);
		int lineStart = offset;
		while (lineStart > 0 && this.content.get(lineStart - 1) != '\n') {
			lineStart--;
		}
		byte[] before = new byte[offset - lineStart];
		this.content.get(lineStart, before);
		return new Problem(this.file, line + lineEnds(start, offset), new String(before, UTF_8).length() + 1, message);
	}

	/**
	 * Where a column stands in the file, from 0, or -1 if it is missing.
	 */
	int place(String column) {
		return this.places[this.format.position(column)];
	}

	private final class Rows extends AbstractList<Row> implements RandomAccess {

		@Override
		public Row get(int number) {
			if (number < 0 || number >= CsvTable.this.size) {
				throw new IndexOutOfBoundsException(number);
			}
			return row(number);
		}

		@Override
		public int size() {
			return CsvTable.this.size;
		}

	}

}
