package org.incumbent.organisation;

import java.sql.SQLException;
import java.util.Set;

import org.incumbent.source.Cited;
import org.incumbent.store.ResultRow;
import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

/**
 * How some bodies became others.
 *
 * @param announced when it was made public
 * @param operational since when they worked so
 * @param legal since when it was so in law
 * @param eventKey the event it happened with, null where none is recorded
 */
public record OrganisationChange(String key, OrganisationChangeKind kind, @Nullable FuzzyDate announced,
		@Nullable FuzzyDate operational, @Nullable FuzzyDate legal, @Nullable String note, @Nullable String eventKey,
		boolean disputed) implements Cited {

	private static final Set<String> CLAIM_FIELDS = Set.of("kind", "announced_on", "operational_on", "legal_on", "note",
			"event_id");

	static OrganisationChange of(ResultRow row) throws SQLException {
		return new OrganisationChange(row.getString("id"), OrganisationChangeKind.valueOf(row.getString("kind")),
				row.date("announced_on"), row.date("operational_on"), row.date("legal_on"), row.getString("note"),
				row.getString("event_id"), row.getBoolean("disputed"));
	}

	@Override
	public Set<String> claimFields() {
		return CLAIM_FIELDS;
	}

}
