package org.incumbent.appointment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;

import org.incumbent.time.Bounds;
import org.incumbent.time.Certainty;
import org.jspecify.annotations.Nullable;

/**
 * Who held a role before and after whom, and who held it on a day, as far as the tenures
 * of all its holders tell.
 */
public final class Succession {

	private final List<Appointment> tenures;

	/**
	 * The succession in one role.
	 * @param tenures all recorded tenures of the role, oldest first
	 */
	public Succession(List<Appointment> tenures) {
		this.tenures = tenures;
	}

	/**
	 * The last full holder before this one and whoever stood in since; nobody where the
	 * role is not held by one person at a time, and nobody whose place in the order is
	 * not known.
	 */
	public List<Appointment> predecessors(Appointment appointment) {
		return nearest(appointment, Succession::precedes);
	}

	/**
	 * The next full holder after this one and whoever stood in until then; nobody where
	 * the role is not held by one person at a time, and nobody whose place in the order
	 * is not known.
	 */
	public List<Appointment> successors(Appointment appointment) {
		return nearest(appointment, (later, earlier) -> precedes(earlier, later));
	}

	/**
	 * Whether the tenure held on the day, given who else held the role: where there is
	 * one seat, a certain holder leaves no room for a possible one, save on the days on
	 * which the seat may have changed hands.
	 */
	public Certainty certainty(Appointment appointment, LocalDate day) {
		Certainty alone = appointment.period().covers(day);
		if (alone != Certainty.POSSIBLE || !appointment.singleSeat()) {
			return alone;
		}
		return (takenUntil(appointment, day) != null) ? Certainty.NO : Certainty.POSSIBLE;
	}

	/**
	 * Until when somebody else surely sat in the seat for one that the appointment is to,
	 * the hand-over day counted as free; null where nobody surely did on the day.
	 */
	@Nullable LocalDate takenUntil(Appointment appointment, LocalDate day) {
		if (!appointment.singleSeat()) {
			return null;
		}
		return this.tenures.stream()
			.filter((other) -> !other.key().equals(appointment.key()) && fills(other, day))
			.map((other) -> Objects.requireNonNull(other.period().bounds().endEarliest()))
			.max(Comparator.naturalOrder())
			.orElse(null);
	}

	private List<Appointment> nearest(Appointment appointment, BiPredicate<Appointment, Appointment> beyond) {
		if (!appointment.singleSeat()) {
			return List.of();
		}
		List<Appointment> all = this.tenures.stream().filter((other) -> beyond.test(other, appointment)).toList();
		List<Appointment> full = all.stream().filter((other) -> !other.capacity().standsIn()).toList();
		return all.stream().filter((other) -> full.stream().noneMatch((holder) -> beyond.test(other, holder))).toList();
	}

	/**
	 * A source says so, or else the dates do.
	 */
	private static boolean precedes(Appointment earlier, Appointment later) {
		if (earlier.key().equals(later.rolePredecessorKey())) {
			return true;
		}
		return earlier.period().bounds().precedes(later.period().bounds());
	}

	/**
	 * Whether somebody surely sat in the role before, on and after the day; who is only
	 * designate does not sit in it yet.
	 */
	private static boolean fills(Appointment appointment, LocalDate day) {
		Bounds tenure = appointment.period().bounds();
		return appointment.capacity() != Capacity.DESIGNATE && tenure.startLatest() != null
				&& tenure.endEarliest() != null && tenure.startLatest().isBefore(day)
				&& tenure.endEarliest().isAfter(day);
	}

}
