package org.incumbent.release;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.stream.IntStream;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * Reads one CSV file: UTF-8, commas, a header row, RFC 4180 quoting; a byte order mark
 * and the line ends of any system are accepted, since spreadsheets write them.
 */
final class CsvTableReader {

	private static final String BROKEN_QUOTING = "the row that starts here has a quotation mark missing or too many, so "
			+ "the rest of the file cannot be read; enclose the cell in \" and write each \" inside it twice";

	private static final byte[] BYTE_ORDER_MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

	private final List<Problem> problems;

	/**
	 * A reader that adds what it cannot read to the problems.
	 */
	CsvTableReader(List<Problem> problems) {
		this.problems = problems;
	}

	/**
	 * The table that a file holds, with its rows kept in memory.
	 * @param file its name with its directory, for messages
	 * @param content null if there is no such file
	 */
	CsvTable read(TableFormat format, String file, byte @Nullable [] content) {
		return read(format, file, (content != null) ? ByteBuffer.wrap(content) : null, true);
	}

	/**
	 * The table that a file holds.
	 * @param file its name with its directory, for messages
	 * @param content null if there is no such file
	 * @param keeping whether the rows are kept in memory, else each is read again from
	 * the content when it is asked for
	 */
	CsvTable read(TableFormat format, String file, @Nullable ByteBuffer content, boolean keeping) {
		if (content == null) {
			return unreadable(format, file, 1, 1, "the file is missing; add it with the header "
					+ String.join(",", format.columnNames()) + " even if it has no rows");
		}
		ByteBuffer text = withoutByteOrderMark(content);
		int odd = firstOddByte(text);
		if (odd >= 0) {
			return notUtf8(format, file, text, odd);
		}
		CsvCells cells = new CsvCells(text, format.columns().size());
		if (!text.hasRemaining()) {
			return unreadable(format, file, 1, 1,
					"the header is missing; the first line must be " + String.join(",", format.columnNames()));
		}
		int first = cells.read(0);
		if (first == CsvCells.BROKEN) {
			return unreadable(format, file, 1, 1, BROKEN_QUOTING);
		}
		return parse(format, file, text, first, cells, keeping);
	}

	private static ByteBuffer withoutByteOrderMark(ByteBuffer content) {
		boolean marked = content.limit() >= BYTE_ORDER_MARK.length
				&& content.slice(0, BYTE_ORDER_MARK.length).equals(ByteBuffer.wrap(BYTE_ORDER_MARK));
		int start = marked ? BYTE_ORDER_MARK.length : 0;
		return content.slice(start, content.limit() - start);
	}

	/**
	 * Where the first byte is that is not UTF-8, or -1.
	 */
	private static int firstOddByte(ByteBuffer text) {
		CharsetDecoder decoder = UTF_8.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
		ByteBuffer bytes = text.duplicate();
		CharBuffer some = CharBuffer.allocate(8192);
		CoderResult result = decoder.decode(bytes, some, true);
		while (result.isOverflow()) {
			some.clear();
			result = decoder.decode(bytes, some, true);
		}
		return result.isError() ? bytes.position() : -1;
	}

	private CsvTable notUtf8(TableFormat format, String file, ByteBuffer text, int odd) {
		int line = 1;
		int lineStart = 0;
		for (int at = 0; at < odd; at++) {
			if (text.get(at) == '\n') {
				line++;
				lineStart = at + 1;
			}
		}
		int column = UTF_8.decode(text.slice(lineStart, odd - lineStart)).length() + 1;
		return unreadable(format, file, line, column,
				"the byte 0x%02X is not UTF-8; save the file as CSV in UTF-8".formatted(text.get(odd) & 0xFF));
	}

	private CsvTable unreadable(TableFormat format, String file, int line, int column, String message) {
		this.problems.add(new Problem(file, line, column, message));
		return CsvTable.unreadable(format, file);
	}

	/**
	 * Reads what follows the header, up to the end or as far as it can be trusted: after
	 * a mistake in the quoting nobody can tell where the cells are.
	 */
	private CsvTable parse(TableFormat format, String file, ByteBuffer text, int first, CsvCells cells,
			boolean keeping) {
		List<String> header = IntStream.range(0, cells.count()).mapToObj(cells::text).toList();
		CsvTable table = new CsvTable(format, file, text, header, keeping);
		checkHeader(table, header);
		int line = 1 + lineEnds(text, 0, first);
		int start = first;
		while (start < text.limit()) {
			int next = cells.read(start);
			if (next == CsvCells.BROKEN) {
				this.problems.add(new Problem(file, line, 1, BROKEN_QUOTING));
				table.markIncomplete();
				break;
			}
			readRow(table, start, line, cells, header.size());
			line += lineEnds(text, start, next);
			start = next;
		}
		return table;
	}

	private static int lineEnds(ByteBuffer text, int from, int to) {
		int ends = 0;
		for (int at = from; at < to; at++) {
			ends += (text.get(at) == '\n') ? 1 : 0;
		}
		return ends;
	}

	private void checkHeader(CsvTable table, List<String> header) {
		List<String> columns = table.format().columnNames();
		String advice = "; the columns are " + String.join(",", columns);
		for (int place = 0; place < header.size(); place++) {
			String name = header.get(place);
			if (!columns.contains(name)) {
				this.problems.add(table.problem(0, 1, place, "there is no column " + Problem.quoted(name) + advice));
			}
			else if (header.indexOf(name) < place) {
				this.problems
					.add(table.problem(0, 1, place, "the column " + Problem.quoted(name) + " is there twice" + advice));
			}
		}
		for (String name : columns) {
			if (!header.contains(name)) {
				this.problems
					.add(table.problem(0, 1, -1, "the column " + Problem.quoted(name) + " is missing" + advice));
				table.markIncomplete();
			}
		}
	}

	private void readRow(CsvTable table, int start, int line, CsvCells cells, int headerSize) {
		if (cells.count() == headerSize) {
			table.add(start, line, cells);
			return;
		}
		this.problems.add(table.problem(start, line, -1, "the row has " + cells.count() + " cells and the header "
				+ headerSize + "; add or remove commas, and enclose in \" a cell that has a comma in it"));
		table.markIncomplete();
	}

}
