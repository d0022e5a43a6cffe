package org.incumbent.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file row by row.
 */
final class CsvRows {

	private static final int BYTE_ORDER_MARK = 0xFEFF;

	private CsvRows() {
	}

	/**
	 * Reads a file whose first line names its columns.
	 * @param needed the columns that must be there
	 * @throws ConversionException if one is missing, or the file is no CSV
	 */
	static void read(Path file, List<String> needed, Consumer<Row> rows) {
		try (BufferedReader reader = open(file); CSVParser parser = parser(reader)) {
			Iterator<CSVRecord> records = parser.iterator();
			CSVRecord first = next(file, records);
			List<String> header = (first != null) ? first.toList() : List.of();
			for (String column : needed) {
				if (!header.contains(column)) {
					throw new ConversionException(
							file + " has no column " + column + "; its first line must name its columns");
				}
			}
			read(file, records, header, parser, rows);
		}
		catch (CharacterCodingException ex) {
			throw notUtf8(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads a file without a header.
	 * @throws ConversionException if the file is no CSV
	 */
	static void readWithoutHeader(Path file, Consumer<Row> rows) {
		try (BufferedReader reader = open(file); CSVParser parser = parser(reader)) {
			read(file, parser.iterator(), List.of(), parser, rows);
		}
		catch (CharacterCodingException ex) {
			throw notUtf8(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * How many cells the first row has, 0 if there is none.
	 * @throws ConversionException if the file is no CSV
	 */
	static int width(Path file) {
		try (BufferedReader reader = open(file); CSVParser parser = parser(reader)) {
			CSVRecord first = next(file, parser.iterator());
			return (first != null) ? first.size() : 0;
		}
		catch (CharacterCodingException ex) {
			throw notUtf8(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void read(Path file, Iterator<CSVRecord> records, List<String> header, CSVParser parser,
			Consumer<Row> rows) {
		long line = parser.getCurrentLineNumber() + 1;
		for (CSVRecord row = next(file, records); row != null; row = next(file, records)) {
			rows.accept(new Row(file.getFileName() + ":" + line, header, row.toList()));
			line = parser.getCurrentLineNumber() + 1;
		}
	}

	private static @Nullable CSVRecord next(Path file, Iterator<CSVRecord> records) {
		try {
			return records.hasNext() ? records.next() : null;
		}
		catch (UncheckedIOException ex) {
			if (ex.getCause() instanceof CharacterCodingException) {
				throw notUtf8(file);
			}
			if (ex.getCause() instanceof CSVException) {
				throw new ConversionException(file + " is no CSV file: " + ex.getCause().getMessage());
			}
			throw ex;
		}
	}

	private static ConversionException notUtf8(Path file) {
		return new ConversionException(file + " is not UTF-8; save it as CSV in UTF-8");
	}

	private static BufferedReader open(Path file) throws IOException {
		BufferedReader reader = Files.newBufferedReader(file, UTF_8);
		reader.mark(1);
		if (reader.read() != BYTE_ORDER_MARK) {
			reader.reset();
		}
		return reader;
	}

	private static CSVParser parser(BufferedReader reader) throws IOException {
		return CSVParser.builder().setFormat(CSVFormat.RFC4180).setReader(reader).get();
	}

	/**
	 * One row.
	 *
	 * @param origin the file and the line where it starts
	 * @param header the columns, empty if the file does not name them
	 */
	record Row(String origin, List<String> header, List<String> cells) {

		/**
		 * What a cell holds, empty if the row is too short.
		 */
		String cell(int place) {
			return (place >= 0 && place < this.cells.size()) ? ForeignText.clean(this.cells.get(place)) : "";
		}

		/**
		 * What a cell holds as it is, empty if the row is too short.
		 */
		String asWritten(int place) {
			return (place >= 0 && place < this.cells.size()) ? this.cells.get(place).replace("\r\n", "\n") : "";
		}

		/**
		 * What the cell of a column holds, empty if there is no such column.
		 */
		String get(String column) {
			return cell(this.header.indexOf(column));
		}

		/**
		 * Whether the row has as many cells as the header.
		 */
		boolean isWhole() {
			return this.cells.size() == this.header.size();
		}

	}

}
