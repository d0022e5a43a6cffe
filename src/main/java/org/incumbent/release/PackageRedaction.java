package org.incumbent.release;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Removes a record from a data package, with every row that says something about it.
 */
final class PackageRedaction {

	/**
	 * Columns that may be empty, but name what their row is about if they are not.
	 */
	private static final Set<String> ABOUT = Set.of("participations.person_id", "participations.organisation_id",
			"quotes.speaker_person_id", "quotes.speaker_organisation_id", "observations.appointment_id",
			"observations.role_id", "explanations.other_id");

	private static final Map<String, String> TYPED = Map.of("subject_id", "subject_type", "target_id", "target_type");

	private final Path directory;

	private final PackageFormat format = PackageFormat.ofApplication();

	/** The keys of removed records by table. */
	private final Map<String, Set<String>> removed = new HashMap<>();

	PackageRedaction(Path directory) {
		this.directory = directory;
	}

	/**
	 * Removes a record.
	 * @return false if the package has no such record; nothing is changed then
	 */
	boolean remove(String table, String key) {
		DataPackage data = new PackageReader(this.format).read(this.directory);
		if (data.rows(table).stream().noneMatch((row) -> row.get("id").equals(key))) {
			return false;
		}
		this.removed.put(table, new HashSet<>(Set.of(key)));
		boolean more = true;
		while (more) {
			more = false;
			for (TableFormat each : this.format.tables()) {
				more |= removeWhatIsAbout(each, data);
			}
		}
		for (TableFormat each : this.format.tables()) {
			write(each, data);
		}
		return true;
	}

	/**
	 * Notes the records of a table that are about removed ones.
	 * @return whether there are more than were noted before
	 */
	private boolean removeWhatIsAbout(TableFormat table, DataPackage data) {
		if (!table.has("id")) {
			return false;
		}
		boolean more = false;
		for (Row row : data.rows(table.name())) {
			if (isAboutRemoved(table, row)) {
				more |= this.removed.computeIfAbsent(table.name(), (name) -> new HashSet<>()).add(row.get("id"));
			}
		}
		return more;
	}

	private boolean isAboutRemoved(TableFormat table, Row row) {
		for (ForeignKey reference : table.foreignKeys()) {
			boolean about = table.column(reference.column()).required()
					|| ABOUT.contains(table.name() + "." + reference.column());
			if (about && isRemoved(reference.table(), row.text(reference.column()))) {
				return true;
			}
		}
		for (Map.Entry<String, String> typed : TYPED.entrySet()) {
			if (table.has(typed.getKey())
					&& isRemoved(typeOf(table, typed.getValue(), row), row.text(typed.getKey()))) {
				return true;
			}
		}
		return table.name().equals("claims") && namesRemoved(row);
	}

	private static @Nullable String typeOf(TableFormat table, String column, Row row) {
		String of = table.has(column) ? column : "record_type";
		return table.has(of) ? PackageIndex.tableOf(row.text(of)) : null;
	}

	/**
	 * Whether a claim says that a field refers to a removed record.
	 */
	private boolean namesRemoved(Row claim) {
		String subject = PackageIndex.tableOf(claim.get("subject_type"));
		return subject != null && this.format.table(subject)
			.foreignKeys()
			.stream()
			.anyMatch((reference) -> reference.column().equals(claim.get("field"))
					&& isRemoved(reference.table(), claim.get("claimed_value")));
	}

	private boolean isRemoved(@Nullable String table, @Nullable String key) {
		return table != null && key != null && this.removed.getOrDefault(table, Set.of()).contains(key);
	}

	private void write(TableFormat table, DataPackage data) {
		try (BufferedWriter writer = Files.newBufferedWriter(this.directory.resolve(table.file()));
				CSVPrinter csv = new CSVPrinter(writer, ReleaseExporter.FORMAT)) {
			csv.printRecord(table.columnNames());
			for (Row row : data.rows(table.name())) {
				boolean gone = table.has("id") && isRemoved(table.name(), row.get("id"));
				if (!gone && !isAboutRemoved(table, row)) {
					csv.printRecord(cells(table, row));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private @Nullable Object[] cells(TableFormat table, Row row) {
		@Nullable Object[] cells = table.columnNames().stream().map(row::text).toArray();
		for (ForeignKey reference : table.foreignKeys()) {
			int position = table.position(reference.column());
			cells[position] = isRemoved(reference.table(), row.text(reference.column())) ? null : cells[position];
		}
		return cells;
	}

}
