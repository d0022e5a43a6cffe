package org.incumbent.naming;

import java.sql.SQLException;

import org.incumbent.store.ResultRow;
import org.incumbent.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Another name of a person, an organisation or a role.
 *
 * @param honorific the title in front of it, null where there is none
 */
public record DatedName(String name, NameKind kind, @Nullable String honorific, Period period, String sourceKey,
		String locator) {

	static DatedName of(ResultRow row) throws SQLException {
		return new DatedName(row.getString("name"), NameKind.valueOf(row.getString("kind")), row.getString("honorific"),
				row.period(), row.getString("source_id"), row.getString("locator"));
	}

}
