package org.incumbent.appointment;

import java.sql.SQLException;
import java.util.Set;

import org.incumbent.source.Cited;
import org.incumbent.store.ResultRow;
import org.incumbent.time.FuzzyDate;
import org.incumbent.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * One person's tenure of one role.
 *
 * @param organisationKey the role's own body
 * @param period its dates as sources give them, with bounds drawn from observations, the
 * role, its body and the person's career as well
 * @param endReason why it ended, in our own words
 * @param jointKey shared by posts at several bodies that one person holds together
 * @param careerPredecessorKey the person's appointment that came before by the order of a
 * source
 * @param rolePredecessorKey whose appointment this one followed in the role, where a
 * source says so
 * @param singleSeat whether the role is held by one person at a time
 */
public record Appointment(String key, String personKey, String roleKey, String organisationKey, Capacity capacity,
		Period period, @Nullable FuzzyDate startAnnounced, @Nullable FuzzyDate endAnnounced, @Nullable String endReason,
		@Nullable String startEventKey, @Nullable String endEventKey, @Nullable String jointKey,
		@Nullable String careerPredecessorKey, @Nullable String rolePredecessorKey, boolean singleSeat,
		boolean disputed) implements Cited {

	private static final Set<String> CLAIM_FIELDS = Set.of("person_id", "role_id", "capacity", "start_date", "end_date",
			"state", "start_announced", "end_announced", "end_reason", "start_event_id", "end_event_id", "joint_key",
			"career_predecessor_id", "career_overlaps", "role_predecessor_id");

	public static Appointment of(ResultRow row) throws SQLException {
		return new Appointment(row.getString("id"), row.getString("person_id"), row.getString("role_id"),
				row.getString("organisation_id"), Capacity.valueOf(row.getString("capacity")),
				row.period("start_date", "end_date", "held"), row.date("start_announced"), row.date("end_announced"),
				row.getString("end_reason"), row.getString("start_event_id"), row.getString("end_event_id"),
				row.getString("joint_key"), row.getString("career_predecessor_id"),
				row.getString("role_predecessor_id"), row.getBoolean("single_seat"), row.getBoolean("disputed"));
	}

	@Override
	public Set<String> claimFields() {
		return CLAIM_FIELDS;
	}

}
