package org.incumbent.organisation;

import java.sql.SQLException;
import java.util.Set;

import org.incumbent.naming.Named;
import org.incumbent.store.ResultRow;
import org.incumbent.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A body that people work for, that is spoken of or that speaks.
 *
 * @param named false for a body that sources describe without naming it
 * @param period founded to dissolved
 */
public record Organisation(String key, String slug, String name, @Nullable String shortName, OrganisationKind kind,
		boolean named, @Nullable String description, Period period, boolean disputed) implements Named {

	static final String REPORTED_TURNOVER = "reported_turnover";

	private static final Set<String> CLAIM_FIELDS = Set.of("name", "short_name", "kind", "named", "description",
			"founded_date", "dissolved_date", "state", "part_of", "member_of", REPORTED_TURNOVER);

	static Organisation of(ResultRow row) throws SQLException {
		return new Organisation(row.getString("id"), row.getString("slug"), row.getString("name"),
				row.getString("short_name"), OrganisationKind.valueOf(row.getString("kind")), row.getBoolean("named"),
				row.getString("description"), row.period("founded_date", "dissolved_date", "exists"),
				row.getBoolean("disputed"));
	}

	@Override
	public Set<String> claimFields() {
		return CLAIM_FIELDS;
	}

}
