package org.incumbent.release;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.incumbent.appointment.Capacity;
import org.incumbent.role.RoleKind;
import org.incumbent.source.Subject;
import org.incumbent.time.Bounds;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;

/**
 * An appointment of a valid package with the days between which it was held, as answers
 * about a day know them.
 *
 * @param bounds what all sources together say of its start and end
 */
record RecordedTenure(Row appointment, Row person, Row role, Row organisation, Bounds bounds) {

	String id() {
		return this.appointment.get("id");
	}

	Subject subject() {
		return new Subject("Appointment", id());
	}

	Capacity capacity() {
		return Capacity.valueOf(this.appointment.get("capacity"));
	}

	Set<RoleKind> kinds() {
		return kinds(this.role);
	}

	static Set<RoleKind> kinds(Row role) {
		return Stream.of(role.get("kinds").split(";", -1)).map(RoleKind::valueOf).collect(Collectors.toSet());
	}

	boolean isSingleSeat() {
		return "1".equals(this.role.text("seats"));
	}

	/**
	 * Whether somebody sat in the role: not who is only designate, nor who was only
	 * announced.
	 */
	boolean isSeated() {
		return capacity() != Capacity.DESIGNATE && !this.appointment.get("state").equals(PeriodState.PLANNED.name())
				&& !this.bounds.isContradictory();
	}

	/**
	 * The days on which both tenures were held whatever their exact dates, null where
	 * there are none or only the one on which a role changes hands.
	 */
	@Nullable Days sharedWith(RecordedTenure other) {
		LocalDate from = later(this.bounds.startLatest(), other.bounds.startLatest());
		LocalDate to = earlier(this.bounds.endEarliest(), other.bounds.endEarliest());
		return (from != null && to != null && from.isBefore(to)) ? new Days(from, to) : null;
	}

	String personName() {
		return this.person.get("name");
	}

	/**
	 * The role in words, such as "Chair of The Trust".
	 */
	String post() {
		return this.role.get("name") + " of " + this.organisation.get("name");
	}

	private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
		if (one == null || other == null) {
			return null;
		}
		return one.isAfter(other) ? one : other;
	}

	private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
		if (one == null || other == null) {
			return null;
		}
		return one.isBefore(other) ? one : other;
	}

}
