package org.incumbent.release;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills the database with a valid data package, whole or not at all.
 */
@Component
class PackageLoader {

	/** Each table after those that its rows refer to. */
	private static final List<String> ORDER = List.of("organisations", "organisation_relations", "organisation_changes",
			"organisation_change_parts", "sources", "citations", "claims", "people", "names", "identifiers", "roles",
			"role_organisations", "reporting_lines", "topics", "events", "event_responses", "topic_subjects",
			"appointments", "observations", "participations", "participation_appointments", "quotes", "quote_roles",
			"quote_targets", "quote_subjects", "quoted_terms", "redirects", "explanations", "wanted_facts");

	private static final int BATCH = 1000;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transactions;

	private final DerivedScriptsLoader scripts;

	PackageLoader(JdbcTemplate jdbc, TransactionTemplate transactions, DerivedScriptsLoader scripts) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.scripts = scripts;
	}

	/**
	 * Loads a package, unless the database holds it already.
	 * @throws IllegalStateException if the database holds another release
	 */
	void load(DataPackage data) {
		if (holds(data)) {
			return;
		}
		DerivedColumns derived = new DerivedColumns(data);
		this.transactions.executeWithoutResult((transaction) -> {
			for (String table : ORDER) {
				insert(table, data.rows(table).stream().map((row) -> columns(row, derived)).toList());
			}
			new DerivedTables(data).rows().forEach(this::insert);
			SuspiciousFacts suspicious = SuspiciousFacts.of(data, SuspiciousFacts.tenures(data, derived));
			insert("suspicious_facts", suspicious.all().stream().map(SuspiciousFact::row).toList());
			this.scripts.run();
			insert("releases", List.of(release(data)));
		});
	}

	/**
	 * Whether another application in this process has loaded the package, where both have
	 * the same database.
	 */
	private boolean holds(DataPackage data) {
		List<String> checksums = this.jdbc.queryForList("select checksum from releases order by version", String.class);
		if (!checksums.isEmpty() && !checksums.equals(List.of(data.checksum()))) {
			throw new IllegalStateException(
					"The database holds the release with the checksum %s, not %s: start with an empty one"
						.formatted(checksums.get(0), data.checksum()));
		}
		return !checksums.isEmpty();
	}

	private static Map<String, @Nullable Object> columns(Row row, DerivedColumns derived) {
		Map<String, @Nullable Object> columns = new LinkedHashMap<>();
		for (String column : row.columns()) {
			columns.put(column, row.value(column));
		}
		columns.putAll(derived.of(row));
		return columns;
	}

	private static Map<String, @Nullable Object> release(DataPackage data) {
		PackageMetadata metadata = data.metadata();
		LocalDate releasedOn = Objects.requireNonNull(metadata.releasedOn());
		String licence = String.join("; ", metadata.licences().stream().map(PackageLoader::describe).toList());
		String citation = (metadata.citation() != null) ? metadata.citation()
				: "%s, release %s of %s".formatted(metadata.title(), metadata.version(), releasedOn);
		Map<String, @Nullable Object> columns = new LinkedHashMap<>();
		columns.put("version", metadata.version());
		columns.put("title", metadata.title());
		columns.put("released_on", releasedOn);
		columns.put("checksum", data.checksum());
		columns.put("licence", licence);
		columns.put("citation", citation);
		return columns;
	}

	private static String describe(PackageMetadata.Licence licence) {
		return (licence.title() != null) ? licence.name() + ": " + licence.title() : licence.name();
	}

	private void insert(String table, List<Map<String, @Nullable Object>> rows) {
		if (rows.isEmpty()) {
			return;
		}
		List<String> columns = List.copyOf(rows.get(0).keySet());
		String sql = "insert into %s (%s) values (%s)".formatted(table, String.join(", ", columns),
				String.join(", ", columns.stream().map((column) -> "?").toList()));
		this.jdbc.batchUpdate(sql, rows, BATCH, (statement, row) -> {
			for (int i = 0; i < columns.size(); i++) {
				statement.setObject(i + 1, row.get(columns.get(i)));
			}
		});
	}

}
