package org.incumbent.source;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import org.incumbent.graphql.GlobalId;
import org.incumbent.store.ResultRow;
import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

/**
 * A published document.
 *
 * @param name its title or headline
 * @param publisherKey the organisation that published it, null where unknown
 * @param publishedOn null where nothing bounds the day
 * @param retrievedOn the day it was read for the dataset, null where that was not noted
 */
public record Source(String key, String slug, String name, SourceKind kind, @Nullable String publisherKey,
		List<String> authors, @Nullable FuzzyDate publishedOn, @Nullable String url, @Nullable String archiveUrl,
		@Nullable LocalDate retrievedOn) {

	public Source {
		authors = List.copyOf(authors);
	}

	static Source of(ResultRow row) throws SQLException {
		return new Source(row.getString("id"), row.getString("slug"), row.getString("name"),
				SourceKind.valueOf(row.getString("kind")), row.getString("publisher_id"), row.list("authors"),
				row.date("published_on"), row.getString("url"), row.getString("archive_url"), row.day("retrieved_on"));
	}

	public String id() {
		return GlobalId.of("Source", this.key);
	}

}
