package org.incumbent.event;

import java.sql.SQLException;
import java.util.Set;

import org.incumbent.source.Cited;
import org.incumbent.store.ResultRow;
import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param name a headline in our own words
 * @param until the last day of what lasted, null for what happened on one day
 * @param partOfKey the larger event that it belongs to
 */
public record Event(String key, String slug, String name, EventKind kind, FuzzyDate date, @Nullable FuzzyDate until,
		@Nullable String description, @Nullable String partOfKey, boolean disputed) implements Cited {

	private static final Set<String> CLAIM_FIELDS = Set.of("name", "kind", "event_date", "until_date", "description",
			"part_of_id");

	static Event of(ResultRow row) throws SQLException {
		return new Event(row.getString("id"), row.getString("slug"), row.getString("name"),
				EventKind.valueOf(row.getString("kind")), FuzzyDate.parse(row.getString("event_date")),
				row.date("until_date"), row.getString("description"), row.getString("part_of_id"),
				row.getBoolean("disputed"));
	}

	@Override
	public Set<String> claimFields() {
		return CLAIM_FIELDS;
	}

}
