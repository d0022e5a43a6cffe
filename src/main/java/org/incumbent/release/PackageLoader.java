package org.incumbent.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
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

	private static final int BATCH = 1000;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transactions;

	PackageLoader(JdbcTemplate jdbc, TransactionTemplate transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	/**
	 * Loads a package, unless the database holds it already.
	 * @throws IllegalStateException if the database holds another release
	 */
	void load(DataPackage data) {
		if (holds(data)) {
			return;
		}
		this.transactions.executeWithoutResult((transaction) -> {
			new PackageContent(data).writeTo(this::insert);
			PackageContent.derivedStatements().forEach(this.jdbc::update);
			Map<String, @Nullable Object> release = release(data);
			insert("releases", List.copyOf(release.keySet()),
					List.<@Nullable Object[]>of(release.values().toArray()).iterator());
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

	private void insert(String table, List<String> columns, Iterator<@Nullable Object[]> rows) {
		String sql = "insert into %s (%s) values (%s)".formatted(table, String.join(", ", columns),
				String.join(", ", columns.stream().map((column) -> "?").toList()));
		List<@Nullable Object[]> batch = new ArrayList<>();
		while (rows.hasNext()) {
			batch.add(rows.next());
			if (batch.size() == BATCH || !rows.hasNext()) {
				this.jdbc.batchUpdate(sql, batch);
				batch.clear();
			}
		}
	}

}
