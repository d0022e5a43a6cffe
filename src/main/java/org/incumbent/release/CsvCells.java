package org.incumbent.release;

import java.nio.ByteBuffer;
import java.util.Arrays;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The cells of one record of a CSV file at a time, found in the file's bytes. In UTF-8 no
 * part of another character looks like a comma, a quotation mark or a line end.
 */
final class CsvCells {

	/** What {@link #read} returns for a record whose quoting has no end. */
	static final int BROKEN = -1;

	private final ByteBuffer content;

	private final int limit;

	/**
	 * Two for each cell: where its text starts and ends; the end is inverted if quotation
	 * marks in it are doubled.
	 */
	private int[] bounds;

	private int count;

	CsvCells(ByteBuffer content, int expected) {
		this.content = content;
		this.limit = content.limit();
		this.bounds = new int[2 * Math.max(1, expected)];
	}

	/**
	 * Finds the cells of the record that starts somewhere.
	 * @return where the next record starts, or {@link #BROKEN}
	 */
	int read(int start) {
		this.count = 0;
		int at = start;
		while (true) {
			at = (at < this.limit && this.content.get(at) == '"') ? readEnclosed(at) : readPlain(at);
			if (at == BROKEN || at == this.limit) {
				return at;
			}
			byte mark = this.content.get(at++);
			if (mark != ',') {
				boolean both = mark == '\r' && at < this.limit && this.content.get(at) == '\n';
				return both ? at + 1 : at;
			}
		}
	}

	private int readPlain(int start) {
		int at = start;
		while (at < this.limit && !endsCell(this.content.get(at))) {
			at++;
		}
		add(start, at);
		return at;
	}

	private int readEnclosed(int start) {
		int at = start + 1;
		boolean doubled = false;
		while (true) {
			if (at >= this.limit) {
				return BROKEN;
			}
			if (this.content.get(at++) != '"') {
				continue;
			}
			if (at >= this.limit || this.content.get(at) != '"') {
				break;
			}
			doubled = true;
			at++;
		}
		add(start + 1, doubled ? ~(at - 1) : at - 1);
		while (at < this.limit && (this.content.get(at) == ' ' || this.content.get(at) == '\t')) {
			at++;
		}
		return (at == this.limit || endsCell(this.content.get(at))) ? at : BROKEN;
	}

	private static boolean endsCell(byte character) {
		return character == ',' || character == '\n' || character == '\r';
	}

	private void add(int start, int end) {
		if (2 * this.count == this.bounds.length) {
			this.bounds = Arrays.copyOf(this.bounds, 2 * this.bounds.length);
		}
		this.bounds[2 * this.count] = start;
		this.bounds[2 * this.count + 1] = end;
		this.count++;
	}

	int count() {
		return this.count;
	}

	/**
	 * Where a cell starts, with its quotation mark if it has one.
	 * @param place the cell's place in the record, from 0
	 */
	int start(int place) {
		int start = this.bounds[2 * place];
		return (start > 0 && this.content.get(start - 1) == '"') ? start - 1 : start;
	}

	/**
	 * What a cell holds.
	 * @param place the cell's place in the record, from 0
	 */
	String text(int place) {
		int start = this.bounds[2 * place];
		int end = this.bounds[2 * place + 1];
		return (end < 0) ? text(start, ~end).replace("\"\"", "\"") : text(start, end);
	}

	private String text(int start, int end) {
		if (start == end) {
			return "";
		}
		if (this.content.hasArray()) {
			return new String(this.content.array(), this.content.arrayOffset() + start, end - start, UTF_8);
		}
		byte[] bytes = new byte[end - start];
		this.content.get(start, bytes);
		return new String(bytes, UTF_8);
	}

}
