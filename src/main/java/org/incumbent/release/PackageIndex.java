package org.incumbent.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.incumbent.time.EdtfException;
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

	private final Map<String, Map<String, Row>> rowsById = new HashMap<>();

	private final Map<String, FuzzyDate> dates = new HashMap<>();

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
	 * The rows of a table by what a column holds, those without it left out.
	 */
	Map<String, List<Row>> rowsBy(String table, String column) {
		Map<String, List<Row>> groups = new HashMap<>();
		for (Row row : rows(table)) {
			String value = row.text(column);
			if (value != null) {
				groups.computeIfAbsent(value, (key) -> new ArrayList<>()).add(row);
			}
		}
		return groups;
	}

	/**
	 * The row with an id, null if there is none.
	 */
	@Nullable Row find(String table, @Nullable String id) {
		return (id != null) ? this.rowsById.computeIfAbsent(table, this::byId).get(id) : null;
	}

	private Map<String, Row> byId(String table) {
		Map<String, Row> rows = new HashMap<>();
		for (Row row : rows(table)) {
			String id = row.text("id");
			if (id != null) {
				rows.putIfAbsent(id, row);
			}
		}
		return rows;
	}

	/**
	 * The date in a cell, null if it is empty or no date.
	 */
	@Nullable FuzzyDate date(Row row, String column) {
		String text = row.text(column);
		if (text == null) {
			return null;
		}
		try {
			return this.dates.computeIfAbsent(text, FuzzyDate::parse);
		}
		catch (EdtfException ex) {
			return null;
		}
	}

}
