package org.incumbent.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;

/**
 * The rows that a valid package puts into the tables of a release.
 */
final class PackageContent {

	private static final String DERIVED = "db/release/derived.sql";

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
		Suspicions suspicions = new Suspicions(this.data, new RecordedTenures(this.data, derived));
		for (Stream<SuspiciousFact> facts : suspicions.all()) {
			writer.write("suspicious_facts", SuspiciousFact.COLUMNS, facts.map(SuspiciousFact::row).iterator());
		}
	}

	/**
	 * The statements that fill the remaining tables from those that were written, to be
	 * run in this order after the last of them: links that would have to be made distinct
	 * among millions of rows, which is what a database is made for.
	 */
	static List<String> derivedStatements() {
		try {
			String script = new ClassPathResource(DERIVED).getContentAsString(UTF_8);
			return Stream.of(script.split(";", -1)).map(String::strip).filter((sql) -> !sql.isEmpty()).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
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
