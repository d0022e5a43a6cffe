package org.incumbent.analysis;

import java.sql.SQLException;

import org.incumbent.store.ResultRow;
import org.incumbent.time.PeriodState;

/**
 * Somebody's tenure of a role at one of the bodies that the role belongs to.
 *
 * @param singleSeat whether the role is held by one person at a time
 */
record Service(String appointmentKey, String personKey, String roleKey, String organisationKey, boolean singleSeat,
		PeriodState state, TenureDays days) {

	/**
	 * Reads the columns whose names begin with a prefix.
	 */
	static Service of(ResultRow row, String prefix) throws SQLException {
		return new Service(row.getString(prefix + "id"), row.getString(prefix + "person_id"),
				row.getString(prefix + "role_id"), row.getString("organisation_id"),
				row.getBoolean(prefix + "single_seat"), PeriodState.valueOf(row.getString(prefix + "state")),
				TenureDays.of(row.bounds(prefix + "held")));
	}

	/**
	 * Whether the two may have been there side by side: in a role with one seat nobody
	 * serves beside somebody else.
	 */
	boolean isBeside(Service other) {
		boolean sameSeat = this.singleSeat && this.roleKey.equals(other.roleKey);
		return !sameSeat && !this.personKey.equals(other.personKey)
				&& this.days.startEarliest() <= other.days.endLatest()
				&& other.days.startEarliest() <= this.days.endLatest();
	}

	/**
	 * The days from which both were there to those until which they were.
	 */
	TenureDays common(Service other) {
		return new TenureDays(Math.max(this.days.startEarliest(), other.days.startEarliest()),
				Math.max(this.days.startLatest(), other.days.startLatest()),
				Math.min(this.days.endEarliest(), other.days.endEarliest()),
				Math.min(this.days.endLatest(), other.days.endLatest()));
	}

}
