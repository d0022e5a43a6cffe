package org.incumbent.source;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A record that sources speak of.
 *
 * @param type the name of its GraphQL type
 */
public record Subject(String type, String key) {

	/**
	 * The subject in the columns {@code subject_type} and {@code subject_id}.
	 */
	public static Subject of(ResultSet row) throws SQLException {
		return new Subject(row.getString("subject_type"), row.getString("subject_id"));
	}

}
