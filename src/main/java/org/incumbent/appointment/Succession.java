package org.incumbent.appointment;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;

import org.incumbent.time.Bounds;
import org.incumbent.time.Certainty;

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
	List<Appointment> predecessors(Appointment appointment) {
		return nearest(appointment, Succession::precedes);
	}

	/**
	 * The next full holder after this one and whoever stood in until then; nobody where
	 * the role is not held by one person at a time, and nobody whose place in the order
	 * is not known.
	 */
	List<Appointment> successors(Appointment appointment) {
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
		boolean taken = this.tenures.stream()
			.anyMatch((other) -> !other.key().equals(appointment.key()) && fills(other, day));
		return taken ? Certainty.NO : Certainty.POSSIBLE;
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
