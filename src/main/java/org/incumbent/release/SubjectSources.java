package org.incumbent.release;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Which sources stand behind which record, each once, however often a record is cited,
 * claimed about or linked from one source.
 */
final class SubjectSources {

	private static final List<String> COLUMNS = List.of("subject_type", "subject_id", "source_id");

	private final DataPackage data;

	private final List<Sourced> written = new ArrayList<>();

	SubjectSources(DataPackage data) {
		this.data = data;
	}

	void writeTo(TableWriter writer) {
		write(writer, new Sourced(index("citations", "subject_type", "subject_id", "source_id"), null));
		write(writer, new Sourced(index("claims", "subject_type", "subject_id", "source_id"), null));
		write(writer, new Sourced(index("organisation_relations", "organisation_id", "source_id"), "Organisation"));
		write(writer, new Sourced(index("reporting_lines", "role_id", "source_id"), "Role"));
		write(writer, new Sourced(index("role_organisations", "role_id", "source_id"), "Role"));
		writeNew(writer,
				this.data.rows("quotes")
					.stream()
					.map((quote) -> new String[] { "Quote", quote.get("id"), quote.get("source_id") }));
	}

	private KeyIndex index(String table, String... columns) {
		return KeyIndex.of(this.data.table(table), columns);
	}

	private void write(TableWriter writer, Sourced rows) {
		writeNew(writer, rows.subjectSources());
		this.written.add(rows);
	}

	private void writeNew(TableWriter writer, Stream<String[]> rows) {
		Stream<Object[]> unwritten = rows
			.filter((row) -> this.written.stream().noneMatch((earlier) -> earlier.has(row)))
			.map((row) -> row);
		writer.write("subject_sources", COLUMNS, unwritten.iterator());
	}

	/**
	 * The rows of a table by subject and source.
	 *
	 * @param type the type of all its subjects, null if each row has its own
	 */
	private record Sourced(KeyIndex rows, @Nullable String type) {

		Stream<String[]> subjectSources() {
			return this.rows.keys()
				.map((key) -> (this.type == null) ? key : new String[] { this.type, key[0], key[1] });
		}

		boolean has(String[] row) {
			if (this.type == null) {
				return this.rows.has(row);
			}
			return this.type.equals(row[0]) && this.rows.has(row[1], row[2]);
		}

	}

}
