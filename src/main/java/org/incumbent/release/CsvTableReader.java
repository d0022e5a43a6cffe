package org.incumbent.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads one CSV file: UTF-8, commas, a header row, RFC 4180 quoting; a byte order mark
 * and the line ends of any system are accepted, since spreadsheets write them.
 */
final class CsvTableReader {

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private final List<Problem> problems;

	/**
	 * A reader that adds what it cannot read to the problems.
	 */
	CsvTableReader(List<Problem> problems) {
		this.problems = problems;
	}

	/**
	 * The table that a file holds.
	 * @param file its name with its directory, for messages
	 * @param content null if there is no such file
	 */
	CsvTable read(TableFormat format, String file, byte @Nullable [] content) {
		if (content == null) {
			return unreadable(format, file, 1, 1, "the file is missing; add it with the header "
					+ String.join(",", format.columnNames()) + " even if it has no rows");
		}
		CharBuffer decoded = CharBuffer.allocate(content.length);
		ByteBuffer bytes = ByteBuffer.wrap(content);
		CoderResult result = decode(bytes, decoded);
		String text = decoded.flip().toString();
		if (result.isError()) {
			int line = (int) text.chars().filter((c) -> c == '\n').count() + 1;
			int column = text.length() - text.lastIndexOf('\n');
			return unreadable(format, file, line, column, "the byte 0x%02X is not UTF-8; save the file as CSV in UTF-8"
				.formatted(content[bytes.position()] & 0xFF));
		}
		return parse(format, file, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
	}

	private static CoderResult decode(ByteBuffer bytes, CharBuffer decoded) {
		CharsetDecoder decoder = UTF_8.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
		return decoder.decode(bytes, decoded, true);
	}

	private CsvTable unreadable(TableFormat format, String file, int line, int column, String message) {
		this.problems.add(new Problem(file, line, column, message));
		CsvTable table = new CsvTable(format, file, "", List.of());
		table.markIncomplete();
		return table;
	}

	private CsvTable parse(TableFormat format, String file, String text) {
		try (CSVParser parser = CSVParser.builder().setFormat(CSVFormat.RFC4180).setCharSequence(text).get()) {
			Iterator<CSVRecord> records = parser.iterator();
			CSVRecord header = next(records, parser, file);
			if (header == null) {
				return unreadable(format, file, 1, 1,
						"the header is missing; the first line must be " + String.join(",", format.columnNames()));
			}
			CsvTable table = new CsvTable(format, file, text, header.toList());
			checkHeader(table, header.toList());
			int before = this.problems.size();
			for (CSVRecord row = next(records, parser, file); row != null; row = next(records, parser, file)) {
				readRow(table, row, header.size());
			}
			if (this.problems.size() > before) {
				table.markIncomplete();
			}
			return table;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The next record, null at the end of the file or of what can be trusted of it: after
	 * a mistake in the quoting nobody can tell where the cells are.
	 */
	private @Nullable CSVRecord next(Iterator<CSVRecord> records, CSVParser parser, String file) {
		int line = (int) parser.getCurrentLineNumber() + 1;
		try {
			return records.hasNext() ? records.next() : null;
		}
		catch (UncheckedIOException ex) {
			this.problems.add(new Problem(file, line, 1,
					"the row that starts here has a quotation mark missing or too many, so the rest of the file cannot "
							+ "be read; enclose the cell in \" and write each \" inside it twice"));
			return null;
		}
	}

	private void checkHeader(CsvTable table, List<String> header) {
		List<String> columns = table.format().columnNames();
		String advice = "; the columns are " + String.join(",", columns);
		for (int place = 0; place < header.size(); place++) {
			String name = header.get(place);
			if (!columns.contains(name)) {
				this.problems.add(table.problem(0, place, "there is no column " + Problem.quoted(name) + advice));
			}
			else if (header.indexOf(name) < place) {
				this.problems
					.add(table.problem(0, place, "the column " + Problem.quoted(name) + " is there twice" + advice));
			}
		}
		for (String name : columns) {
			if (!header.contains(name)) {
				this.problems.add(table.problem(0, "the column " + Problem.quoted(name) + " is missing" + advice));
				table.markIncomplete();
			}
		}
	}

	private void readRow(CsvTable table, CSVRecord row, int headerSize) {
		int start = (int) row.getCharacterPosition();
		if (row.size() == headerSize) {
			table.add(start, row.values());
			return;
		}
		this.problems.add(table.problem(start, "the row has " + row.size() + " cells and the header " + headerSize
				+ "; add or remove commas, and enclose in \" a cell that has a comma in it"));
	}

}
