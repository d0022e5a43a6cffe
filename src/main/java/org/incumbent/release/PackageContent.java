package org.incumbent.release;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The rows that a valid package puts into the tables of a release.
 */
final class PackageContent {

	/** Each table after those that its rows refer to. */
	private static final List<String> ORDER = List.of("organisations", "organisation_relations", "organisation_changes",
			"organisation_change_parts", "sources", "citations", "claims", "people", "names", "identifiers", "roles",
			"role_organisations", "reporting_lines", "topics", "events", "event_responses", "topic_subjects",
			"appointments", "observations", "participations", "participation_appointments", "quotes", "quote_roles",
			"quote_targets", "quote_subjects", "quoted_terms", "redirects", "explanations", "wanted_facts");

	private final DataPackage data;

	/**
	 * The content of a valid package.
	 */
	PackageContent(DataPackage data) {
		this.data = data;
	}

	/**
	 * Hands over table after table, each after those that its rows refer to; a table may
	 * come in several parts.
	 */
	void writeTo(TableWriter writer) {
		DerivedColumns derived = new DerivedColumns(this.data);
		for (String table : ORDER) {
			List<Row> rows = this.data.rows(table);
			if (!rows.isEmpty()) {
				writer.write(table, columns(rows.get(0), derived), values(rows, derived));
			}
		}
		new DerivedTables(this.data).rows().forEach((table, rows) -> write(writer, table, rows));
		SuspiciousFacts suspicious = SuspiciousFacts.of(this.data, SuspiciousFacts.tenures(this.data, derived));
		write(writer, "suspicious_facts", suspicious.all().stream().map(SuspiciousFact::row).toList());
	}

	private static List<String> columns(Row row, DerivedColumns derived) {
		List<String> columns = new ArrayList<>(row.columns());
		columns.addAll(derived.of(row).keySet());
		return columns;
	}

	private static Iterator<@Nullable Object[]> values(List<Row> rows, DerivedColumns derived) {
		return rows.stream().map((row) -> {
			List<@Nullable Object> values = new ArrayList<>();
			row.columns().forEach((column) -> values.add(row.value(column)));
			values.addAll(derived.of(row).values());
			return values.toArray();
		}).iterator();
	}

	private static void write(TableWriter writer, String table, List<Map<String, @Nullable Object>> rows) {
		if (!rows.isEmpty()) {
			writer.write(table, List.copyOf(rows.get(0).keySet()),
					rows.stream().map((row) -> row.values().toArray()).iterator());
		}
	}

}
