package org.incumbent.dispute;

import java.sql.SQLException;

import org.incumbent.source.Subject;
import org.incumbent.store.ResultRow;

/**
 * A field of a record for which sources give different values.
 */
record Dispute(Subject about, String field, DisputeState state) {

	static Dispute of(ResultRow row) throws SQLException {
		return new Dispute(Subject.of(row), row.getString("field"), DisputeState.valueOf(row.getString("state")));
	}

}
