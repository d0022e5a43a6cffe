package org.incumbent.event;

import java.sql.SQLException;

import org.incumbent.store.ResultRow;
import org.jspecify.annotations.Nullable;

/**
 * The part that one person or organisation played in an event.
 *
 * @param personKey null where an organisation took part
 * @param organisationKey null where a person took part
 */
public record Participation(String key, @Nullable String personKey, @Nullable String organisationKey,
		ParticipationPart part, @Nullable String note) {

	static Participation of(ResultRow row) throws SQLException {
		return new Participation(row.getString("id"), row.getString("person_id"), row.getString("organisation_id"),
				ParticipationPart.valueOf(row.getString("part")), row.getString("note"));
	}

}
