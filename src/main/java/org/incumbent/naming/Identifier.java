package org.incumbent.naming;

import java.sql.SQLException;

import org.incumbent.store.ResultRow;
import org.incumbent.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A code that another register gives to a person or an organisation.
 *
 * @param scheme the register, such as {@code ods}
 * @param url the record's page in that register, null where none is known
 */
public record Identifier(String scheme, String value, Period period, @Nullable String url, String sourceKey,
		String locator) {

	static Identifier of(ResultRow row) throws SQLException {
		return new Identifier(row.getString("scheme"), row.getString("identifier_value"), row.period(),
				row.getString("url"), row.getString("source_id"), row.getString("locator"));
	}

}
