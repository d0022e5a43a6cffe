package org.incumbent.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a data package. Rows come in any order and are written in the order of their
 * keys; a row that is added twice is written once, and slugs are told apart.
 */
final class PackageWriter implements AutoCloseable {

	/**
	 * Given like a column, it is put at the end of the slug of a record where others have
	 * the same slug.
	 */
	static final String DISTINCTION = "(distinction)";

	private static final String SLUG = "slug";

	private static final long CHARACTERS_IN_MEMORY = 2_000_000;

	private final Path directory;

	private final Path temporary;

	private final PackageTables tables;

	private final Account account;

	private final Map<String, RowSorter> sorters = new HashMap<>();

	/**
	 * A writer into a directory that is there.
	 * @param account is told how many rows were written, and which were not
	 */
	PackageWriter(Path directory, PackageTables tables, Account account) {
		this.directory = directory;
		this.tables = tables;
		this.account = account;
		try {
			this.temporary = Files.createTempDirectory("incumbent");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Adds a row.
	 * @param origin the file and the line that it comes from
	 * @param cells the name of a column, what its cell holds, the next column and so on;
	 * what is null or not given is empty
	 */
	void add(String table, String origin, @Nullable String... cells) {
		TableColumns columns = this.tables.table(table);
		int width = columns.columns().size();
		String[] row = Arrays.copyOf(columns.emptyRow(), width + 2);
		row[width] = "";
		row[width + 1] = origin;
		for (int pair = 0; pair < cells.length; pair += 2) {
			String column = String.valueOf(cells[pair]);
			String cell = cells[pair + 1];
			row[DISTINCTION.equals(column) ? width : columns.position(column)] = (cell != null) ? cell : "";
		}
		this.sorters.computeIfAbsent(table, (name) -> sorter(columns)).add(row);
	}

	/**
	 * Adds that a source stands behind a record.
	 */
	void cite(String type, String id, String source, String locator, String origin) {
		add("citations", origin, "id", id + "-" + Keys.hash(String.join("|", type, source, locator)), "subject_type",
				type, "subject_id", id, "source_id", source, "locator", locator);
	}

	/**
	 * Writes all files of the package.
	 * @param descriptor what is said of the package as a whole
	 * @param progress is told what is being written
	 */
	void finish(ObjectNode descriptor, Consumer<String> progress) {
		for (TableColumns table : this.tables.all()) {
			RowSorter rows = this.sorters.remove(table.name());
			if (rows != null) {
				progress.accept("Writing " + table.file());
			}
			try (RowSorter sorter = (rows != null) ? rows : sorter(table)) {
				write(table, sorter);
			}
		}
		descriptor.set("resources", this.tables.resources());
		JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
		write(PackageTables.DESCRIPTOR, (out) -> out.write(mapper.writeValueAsString(descriptor) + "\n"));
	}

	@Override
	public void close() {
		this.sorters.values().forEach(RowSorter::close);
		try (Stream<Path> left = Files.list(this.temporary)) {
			for (Path file : left.toList()) {
				Files.delete(file);
			}
			Files.delete(this.temporary);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A sorter by key; where there are slugs, by slug first, so that the same ones are
	 * found side by side.
	 */
	private RowSorter sorter(TableColumns table) {
		int[] key = table.has(SLUG) ? table.positions(List.of(SLUG, "id")) : table.positions(table.key());
		return new RowSorter(this.temporary, key, CHARACTERS_IN_MEMORY);
	}

	private void write(TableColumns table, RowSorter rows) {
		if (!table.has(SLUG)) {
			writeTable(table, rows);
			return;
		}
		try (RowSorter byKey = new RowSorter(this.temporary, table.positions(table.key()), CHARACTERS_IN_MEMORY)) {
			tellApart(table, rows, byKey);
			writeTable(table, byKey);
		}
	}

	/**
	 * Gives all records of one slug a slug of their own. None of them keeps the plain
	 * one, since the next import might find another of the name, and an old address would
	 * then lead to the wrong record.
	 */
	private static void tellApart(TableColumns table, RowSorter bySlug, RowSorter byKey) {
		int id = table.position("id");
		int slug = table.position(SLUG);
		Map<String, String> owners = new HashMap<>();
		String before = "";
		try (RowCursor rows = bySlug.sorted()) {
			for (List<String[]> same = nextRecord(rows, id, slug); !same.isEmpty(); same = nextRecord(rows, id, slug)) {
				String[] first = same.get(0);
				String[] after = rows.peek();
				boolean shared = first[slug].isEmpty() || first[slug].equals(before)
						|| (after != null && first[slug].equals(after[slug]));
				before = first[slug];
				String own = shared ? distinct(first, table) : first[slug];
				String owner = owners.putIfAbsent(own, first[id]);
				if (owner != null && !owner.equals(first[id])) {
					own = own + "-" + Keys.hash(first[id]);
				}
				for (String[] row : same) {
					String[] told = row.clone();
					told[slug] = own;
					byKey.add(told);
				}
			}
		}
	}

	private static List<String[]> nextRecord(RowCursor rows, int id, int slug) {
		List<String[]> same = new ArrayList<>();
		for (String[] row = rows.peek(); row != null && (same.isEmpty()
				|| (row[id].equals(same.get(0)[id]) && row[slug].equals(same.get(0)[slug]))); row = rows.peek()) {
			same.add(row);
			rows.next();
		}
		return same;
	}

	private static String distinct(String[] row, TableColumns table) {
		String slug = row[table.position(SLUG)];
		String given = row[table.columns().size()];
		String end = given.isEmpty() ? Keys.hash(row[table.position("id")]) : given;
		return slug.isEmpty() ? end : slug + "-" + end;
	}

	private void writeTable(TableColumns table, RowSorter rows) {
		int width = table.columns().size();
		int[] key = table.positions(table.key());
		write(table.file(), (out) -> {
			out.write(String.join(",", table.columns()) + "\n");
			long written = 0;
			try (RowCursor cursor = rows.sorted()) {
				String[] before = null;
				for (String[] row = cursor.next(); row != null; row = cursor.next()) {
					if (before == null || !Arrays.equals(cells(before, key), cells(row, key))) {
						out.write(line(row, width));
						before = row;
						written++;
					}
					else if (!Arrays.equals(before, 0, width, row, 0, width)) {
						this.account.repeated(table.file(), row[width + 1], String.join(", ", cells(row, key)));
					}
				}
			}
			this.account.written(table.file(), written);
		});
	}

	private static String[] cells(String[] row, int[] places) {
		return Arrays.stream(places).mapToObj((place) -> row[place]).toArray(String[]::new);
	}

	private static String line(String[] row, int width) {
		StringBuilder line = new StringBuilder();
		for (int cell = 0; cell < width; cell++) {
			String text = row[cell];
			boolean enclosed = text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0
					|| text.indexOf('\r') >= 0;
			line.append((cell > 0) ? "," : "");
			line.append(enclosed ? '"' + text.replace("\"", "\"\"") + '"' : text);
		}
		return line.append('\n').toString();
	}

	private void write(String file, Content content) {
		try (BufferedWriter out = Files.newBufferedWriter(this.directory.resolve(file))) {
			content.writeTo(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What goes into a file.
	 */
	private interface Content {

		void writeTo(Writer out) throws IOException;

	}

}
