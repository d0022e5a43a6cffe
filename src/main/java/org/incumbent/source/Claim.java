package org.incumbent.source;

import java.sql.SQLException;

import org.incumbent.graphql.GlobalId;
import org.incumbent.store.ResultRow;
import org.jspecify.annotations.Nullable;

/**
 * One value that one source gives for one field of one record.
 *
 * @param about the record
 * @param field the column of the data package
 * @param quoteKey the quote whose words give the value, null where the source itself does
 * @param locator null for the document as a whole
 * @param note why it was inferred, preferred or set aside
 */
public record Claim(String key, Subject about, String field, String value, String sourceKey, @Nullable String quoteKey,
		@Nullable String locator, ClaimBasis basis, ClaimStanding standing, @Nullable String note) {

	static Claim of(ResultRow row) throws SQLException {
		return new Claim(row.getString("id"), Subject.of(row), row.getString("field"), row.getString("claimed_value"),
				row.getString("source_id"), row.getString("quote_id"), row.getString("locator"),
				ClaimBasis.valueOf(row.getString("basis")), ClaimStanding.valueOf(row.getString("standing")),
				row.getString("note"));
	}

	public String id() {
		return GlobalId.of("Claim", this.key);
	}

}
