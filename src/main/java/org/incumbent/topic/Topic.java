package org.incumbent.topic;

import java.sql.SQLException;

import org.incumbent.graphql.GlobalId;
import org.incumbent.store.ResultRow;

/**
 * A subject that events and quotes are filed under.
 */
public record Topic(String key, String slug, String name) {

	static Topic of(ResultRow row) throws SQLException {
		return new Topic(row.getString("id"), row.getString("slug"), row.getString("name"));
	}

	public String id() {
		return GlobalId.of("Topic", this.key);
	}

}
