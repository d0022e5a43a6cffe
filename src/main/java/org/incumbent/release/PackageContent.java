package org.incumbent.release;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.incumbent.paging.WordRows;
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
		new DerivedTables(this.data).writeTo(writer);
		writer.write("text_words", WordRows.COLUMNS, new WordRows("Quote", derived.quoteTexts()));
		writer.write("text_words", WordRows.COLUMNS, new WordRows("Event", derived.eventTexts()));
		Suspicions suspicions = new Suspicions(this.data, new RecordedTenures(this.data, derived));
		for (Stream<SuspiciousFact> facts : suspicions.all()) {
			writer.write("suspicious_facts", SuspiciousFact.COLUMNS, facts.map(SuspiciousFact::row).iterator());
		}
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

}
