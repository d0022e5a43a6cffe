package org.incumbent.person;

import java.sql.SQLException;
import java.util.Set;

import org.incumbent.naming.Named;
import org.incumbent.store.ResultRow;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who holds or held a role, or is quoted.
 *
 * @param name the name that people call them by, without honorific
 * @param honorific the latest known, null where none is known
 * @param sortName the name as lists sort it, family name first
 */
public record Person(String key, String slug, String name, @Nullable String honorific, String sortName,
		@Nullable String description, boolean disputed) implements Named {

	private static final Set<String> CLAIM_FIELDS = Set.of("name", "honorific", "description");

	static Person of(ResultRow row) throws SQLException {
		return new Person(row.getString("id"), row.getString("slug"), row.getString("name"), row.getString("honorific"),
				row.getString("sort_name"), row.getString("description"), row.getBoolean("disputed"));
	}

	@Override
	public Set<String> claimFields() {
		return CLAIM_FIELDS;
	}

}
