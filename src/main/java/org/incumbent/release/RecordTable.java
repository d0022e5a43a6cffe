package org.incumbent.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.incumbent.store.PackageTable;

/**
 * Where the values of a type's records are in the data package: in a file of their own,
 * and in rows of others that belong to them.
 *
 * @param owned the further files, each with the column that names the record
 */
record RecordTable(String type, String table, List<Owned> owned) {

	private static final Owned NAMES = new Owned("names", "subject_id");

	private static final Owned IDENTIFIERS = new Owned("identifiers", "subject_id");

	private static final Owned CITATIONS = new Owned("citations", "subject_id");

	private static final Owned REDIRECTS = new Owned("redirects", "target_id");

	/** By type, in the order in which changes are listed. */
	static final List<RecordTable> ALL = List.of(
			of("Appointment", "appointments", new Owned("observations", "appointment_id")), of("Claim", "claims"),
			of("Event", "events", new Owned("event_responses", "event_id"), new Owned("participations", "event_id")),
			of("Organisation", "organisations", NAMES, IDENTIFIERS,
					new Owned("organisation_relations", "organisation_id")),
			of("OrganisationChange", "organisation_changes", new Owned("organisation_change_parts", "change_id")),
			of("Person", "people", NAMES, IDENTIFIERS),
			of("Quote", "quotes", new Owned("quote_roles", "quote_id"), new Owned("quote_targets", "quote_id"),
					new Owned("quote_subjects", "quote_id")),
			of("Role", "roles", NAMES, new Owned("role_organisations", "role_id"),
					new Owned("reporting_lines", "role_id"), new Owned("observations", "role_id")),
			of("Source", "sources", new Owned("quoted_terms", "source_id")),
			of("Topic", "topics", new Owned("topic_subjects", "topic_id")));

	private static RecordTable of(String type, String table, Owned... owned) {
		List<Owned> all = new ArrayList<>(List.of(owned));
		all.add(CITATIONS);
		all.add(REDIRECTS);
		return new RecordTable(type, table, List.copyOf(all));
	}

	/**
	 * The values of the record's own file, by the key.
	 */
	String select(PackageTable file) {
		return """
				select t.id, %s
				from %s t
				where %s
				and t.id > ?
				order by t.id
				""".formatted(String.join(", ", file.columns()), file.name(), file.condition());
	}

	/**
	 * The values of rows that belong to records, by the record's key.
	 */
	String select(Owned owned, PackageTable file) {
		return """
				select t.%s, %s
				from %s t
				where %s
				and t.%s > ?
				order by t.%s, %s
				""".formatted(owned.column(), String.join(", ", owned.values(file)), file.name(),
				file.condition() + typeCondition(file), owned.column(), owned.column(), String.join(", ", file.key()));
	}

	/**
	 * Some files have rows of records of several types.
	 */
	private String typeCondition(PackageTable file) {
		for (String column : List.of("subject_type", "record_type")) {
			if (file.columns().contains(column) && !file.name().endsWith("_subjects")) {
				return " and t.%s = '%s'".formatted(column, this.type);
			}
		}
		return "";
	}

	/**
	 * A file whose rows belong to records of another file.
	 */
	record Owned(String table, String column) {

		/**
		 * What its rows say, apart from whose they are.
		 */
		List<String> values(PackageTable file) {
			boolean ofSeveralTypes = this.column.equals("subject_id") || this.column.equals("target_id");
			return file.columns()
				.stream()
				.filter((column) -> !column.equals("id") && !column.equals(this.column))
				.filter((
						column) -> !(ofSeveralTypes && (column.equals("subject_type") || column.equals("record_type"))))
				.toList();
		}

	}

	/**
	 * The files of a package by name.
	 */
	static Map<String, PackageTable> files() {
		return ReleaseImporter.tables(PackageFormat.ofApplication())
			.stream()
			.collect(Collectors.toMap(PackageTable::name, (table) -> table));
	}

}
