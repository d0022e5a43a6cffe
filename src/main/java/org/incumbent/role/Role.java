package org.incumbent.role;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;

import org.incumbent.naming.Named;
import org.incumbent.store.ResultRow;
import org.incumbent.time.FuzzyDate;
import org.incumbent.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A post at an organisation; it exists with nobody in it.
 *
 * @param name its title without the organisation
 * @param seats how many people hold it at once, null where unknown
 * @param announced when the role was made public
 */
public record Role(String key, String slug, String name, List<RoleKind> kinds, String organisationKey,
		@Nullable Integer seats, Period period, @Nullable FuzzyDate announced, boolean disputed) implements Named {

	public Role {
		kinds = List.copyOf(kinds);
	}

	private static final Set<String> CLAIM_FIELDS = Set.of("name", "kinds", "organisation_id", "seats", "announced_on",
			"start_date", "end_date", "state", "reports_to", "other_organisation");

	static Role of(ResultRow row) throws SQLException {
		return new Role(row.getString("id"), row.getString("slug"), row.getString("name"),
				row.list("kinds").stream().map(RoleKind::valueOf).toList(), row.getString("organisation_id"),
				row.integer("seats"), row.period("start_date", "end_date", "exists"), row.date("announced_on"),
				row.getBoolean("disputed"));
	}

	@Override
	public Set<String> claimFields() {
		return CLAIM_FIELDS;
	}

}
