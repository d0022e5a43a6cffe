package org.incumbent.release;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The content of a data package, as it was read and before it is checked.
 */
final class DataPackage {

	private final PackageMetadata metadata;

	private final String checksum;

	private final Map<String, CsvTable> tables;

	private final Problems problems;

	private final Dates dates = new Dates();

	DataPackage(PackageMetadata metadata, String checksum, Map<String, CsvTable> tables, Problems problems) {
		this.metadata = metadata;
		this.checksum = checksum;
		this.tables = Map.copyOf(tables);
		this.problems = Problems.copyOf(problems);
	}

	PackageMetadata metadata() {
		return this.metadata;
	}

	/**
	 * The SHA-256 of the package in hexadecimal: of the listing that {@code sha256sum}
	 * prints for its descriptor and CSV files, sorted by name.
	 */
	String checksum() {
		return this.checksum;
	}

	/**
	 * The rows of a table in the order of its file, none if the file is missing.
	 * @throws IllegalArgumentException if the format has no such table
	 */
	List<Row> rows(String table) {
		return table(table).rows();
	}

	/**
	 * The row with an id, which validation has shown to be there.
	 * @throws IllegalStateException if it is not
	 */
	Row get(String table, String id) {
		Row row = table(table).find(id);
		if (row == null) {
			throw new IllegalStateException("There is no row " + id + " in " + table(table).file());
		}
		return row;
	}

	/**
	 * What could not be read; the rest of the package is in the tables nevertheless.
	 */
	Problems problems() {
		return this.problems;
	}

	Collection<CsvTable> tables() {
		return this.tables.values();
	}

	/**
	 * The dates of its cells.
	 */
	Dates dates() {
		return this.dates;
	}

	CsvTable table(String name) {
		CsvTable table = this.tables.get(name);
		if (table == null) {
			throw new IllegalArgumentException("The format has no table " + name);
		}
		return table;
	}

}
