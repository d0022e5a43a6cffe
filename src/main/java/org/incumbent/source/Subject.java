package org.incumbent.source;

import java.sql.SQLException;

import org.incumbent.store.ResultRow;

/**
 * A record that sources speak of.
 *
 * @param type the name of its GraphQL type
 */
public record Subject(String type, String key) {

	/**
	 * The subject in the columns {@code subject_type} and {@code subject_id}.
	 */
	public static Subject of(ResultRow row) throws SQLException {
		return new Subject(row.getString("subject_type"), row.getString("subject_id"));
	}

}
