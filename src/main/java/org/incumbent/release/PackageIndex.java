package org.incumbent.release;

import java.util.List;
import java.util.Map;

import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

/**
 * A data package with its rows found by key, for the rules.
 */
final class PackageIndex {

	private static final Map<String, String> TABLES = Map.ofEntries(Map.entry("Person", "people"),
			Map.entry("Organisation", "organisations"), Map.entry("OrganisationChange", "organisation_changes"),
			Map.entry("Role", "roles"), Map.entry("Appointment", "appointments"), Map.entry("Event", "events"),
			Map.entry("Participation", "participations"), Map.entry("Quote", "quotes"), Map.entry("Source", "sources"),
			Map.entry("Claim", "claims"), Map.entry("Topic", "topics"));

	private final PackageFormat format;

	private final DataPackage data;

	PackageIndex(PackageFormat format, DataPackage data) {
		this.format = format;
		this.data = data;
	}

	/**
	 * The table that holds the records of a type, null if there is no such type.
	 * @param type as cells name it, such as {@code OrganisationChange}
	 */
	static @Nullable String tableOf(@Nullable String type) {
		return (type != null) ? TABLES.get(type) : null;
	}

	List<CsvTable> tables() {
		return this.format.tables().stream().map((table) -> this.data.table(table.name())).toList();
	}

	CsvTable table(String name) {
		return this.data.table(name);
	}

	List<Row> rows(String table) {
		return this.data.rows(table);
	}

	/**
	 * The rows of a table by what some columns hold, those without one of them left out.
	 */
	KeyIndex rowsBy(String table, String... columns) {
		return KeyIndex.of(table(table), columns);
	}

	/**
	 * The row with an id, null if there is none.
	 */
	@Nullable Row find(String table, @Nullable String id) {
		return table(table).find(id);
	}

	/**
	 * The date in a cell, null if it is empty or no date.
	 */
	@Nullable FuzzyDate date(Row row, String column) {
		return this.data.dates().find(row, column);
	}

}
