package org.incumbent.timeline;

import java.sql.SQLException;

import org.incumbent.paging.DateRange;
import org.incumbent.store.ResultRow;
import org.incumbent.time.Certainty;
import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's arrival in a role or departure from it.
 *
 * @param field the field of the appointment that has its date
 * @param date the appointment's own date or, where it has none, the days that bound it
 * @param certainty whether it happened within the span asked about
 * @param eventKey the event with which it happened, null where none is recorded
 */
record Move(MoveKind kind, String field, FuzzyDate date, DateBasis basis, Certainty certainty, String appointmentKey,
		String personKey, String roleKey, @Nullable String eventKey) {

	static Move of(ResultRow row, DateRange between) throws SQLException {
		PossibleDays days = PossibleDays.of(row, "move");
		return new Move(MoveKind.valueOf(row.getString("kind")), row.getString("field"),
				FuzzyDate.parse(row.getString("move_date")), days.basis(), days.within(between),
				row.getString("appointment_id"), row.getString("person_id"), row.getString("role_id"),
				row.getString("event_id"));
	}

}
