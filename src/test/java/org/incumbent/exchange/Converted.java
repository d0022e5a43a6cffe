package org.incumbent.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

import org.incumbent.release.CheckedPackage;
import org.jspecify.annotations.Nullable;

/**
 * A package that was converted, and what the account says of it.
 */
record Converted(Path directory, List<String> summary) {

	/**
	 * Converts into a new directory of a temporary one.
	 */
	static Converted from(Conversion.Format format, Path from, Path temporary, @Nullable String published) {
		try {
			Path directory = Files.createTempDirectory(temporary, "package");
			return new Converted(directory, Conversion.convert(format, from, directory,
					(published != null) ? LocalDate.parse(published) : null, (line) -> {
					}));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The rows of a table, each with the cells that are not empty.
	 */
	List<Map<String, String>> rows(String table) {
		List<Map<String, String>> rows = new ArrayList<>();
		CsvRows.read(this.directory.resolve(table + ".csv"), List.of(), (row) -> {
			Map<String, String> cells = new LinkedHashMap<>();
			for (String column : row.header()) {
				String cell = row.asWritten(row.header().indexOf(column));
				if (!cell.isEmpty()) {
					cells.put(column, cell);
				}
			}
			rows.add(cells);
		});
		return rows;
	}

	/**
	 * The row of a table with a value in a column.
	 */
	Map<String, String> row(String table, String column, String value) {
		List<Map<String, String>> rows = rows(table).stream().filter((row) -> value.equals(row.get(column))).toList();
		assertThat(rows).as("rows of %s whose %s is %s", table, column, value).hasSize(1);
		return rows.get(0);
	}

	/**
	 * What some columns of a table hold, one row a line, cells parted by bars.
	 */
	List<String> cells(String table, String... columns) {
		return rows(table).stream()
			.map((row) -> String.join("|",
					List.of(columns).stream().map((column) -> row.getOrDefault(column, "")).toList()))
			.toList();
	}

	/**
	 * The lines of the list of what was kept out or changed.
	 */
	String list() {
		try {
			return Files.readString(this.directory.resolve(Account.FILE));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Converted isValid() {
		CheckedPackage checked = CheckedPackage.read(this.directory, null, null);
		assertThat(checked.isValid() ? "" : checked.report(20, "%d")).isEmpty();
		return this;
	}

}
