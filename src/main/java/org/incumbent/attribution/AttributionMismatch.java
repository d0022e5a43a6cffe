package org.incumbent.attribution;

import java.sql.SQLException;

import org.incumbent.store.ResultRow;
import org.jspecify.annotations.Nullable;

/**
 * A quote whose printed attribution disagrees with the dataset, in one respect.
 *
 * @param appointmentKey the appointment that does not go with the attribution, null where
 * none is given
 * @param detail what disagrees, as a sentence
 * @param explanation why it is right all the same, null where nobody has said so yet
 */
record AttributionMismatch(AttributionReason reason, String quoteKey, @Nullable String appointmentKey, String detail,
		@Nullable String explanation) {

	static AttributionMismatch of(ResultRow row) throws SQLException {
		return new AttributionMismatch(AttributionReason.valueOf(row.getString("reason")), row.getString("subject_id"),
				row.getString("other_id"), row.getString("detail"), row.getString("explanation"));
	}

}
