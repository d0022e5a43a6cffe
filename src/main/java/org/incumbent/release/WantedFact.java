package org.incumbent.release;

import java.sql.SQLException;

import org.incumbent.source.Subject;
import org.incumbent.store.ResultRow;
import org.jspecify.annotations.Nullable;

/**
 * Something that the dataset is known to lack.
 *
 * @param name what is wanted, in our words
 * @param about the record that lacks it, null where there is no record yet
 * @param field the column of the data package, null where a whole record is wanted
 * @param note what was looked at and did not show it
 */
record WantedFact(String name, @Nullable Subject about, @Nullable String field, String note) {

	static WantedFact of(ResultRow row) throws SQLException {
		Subject about = (row.getString("subject_id") != null) ? Subject.of(row) : null;
		return new WantedFact(row.getString("name"), about, row.getString("field"), row.getString("note"));
	}

}
