package org.incumbent.appointment;

import java.sql.SQLException;

import org.incumbent.store.ResultRow;
import org.incumbent.time.FuzzyDate;

/**
 * What one source shows, at one time, of somebody in a role, without giving a start or an
 * end.
 */
public record Observation(Shown shows, FuzzyDate on, String sourceKey, String locator) {

	static Observation of(ResultRow row) throws SQLException {
		return new Observation(Shown.valueOf(row.getString("shows")), FuzzyDate.parse(row.getString("observed_on")),
				row.getString("source_id"), row.getString("locator"));
	}

}
