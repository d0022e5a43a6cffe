package org.incumbent.analysis;

import java.util.ArrayList;
import java.util.List;

import org.incumbent.appointment.Appointment;
import org.incumbent.appointment.Capacity;

/**
 * What the tenures of a role with one seat tell of each other: whoever certainly held the
 * seat leaves no room for others, save on hand-over days, so that a tenure which had
 * begun before was over by then, and one that ended later began no sooner.
 */
final class Seats {

	private Seats() {
	}

	/**
	 * The days of each tenure, in the same order, narrowed by the others'.
	 * @param tenures all tenures of one role
	 */
	static List<TenureDays> settle(List<Appointment> tenures) {
		List<TenureDays> own = tenures.stream().map((tenure) -> TenureDays.of(tenure.period().bounds())).toList();
		List<TenureDays> settled = new ArrayList<>(own);
		for (int i = 0; i < own.size(); i++) {
			if (tenures.get(i).singleSeat()) {
				settled.set(i, besidesOthers(i, tenures, own));
			}
		}
		return settled;
	}

	private static TenureDays besidesOthers(int place, List<Appointment> tenures, List<TenureDays> own) {
		TenureDays days = own.get(place);
		for (int i = 0; i < own.size(); i++) {
			if (i != place && isSeated(tenures.get(i))) {
				days = besides(own.get(i), days);
			}
		}
		return days;
	}

	/**
	 * Whether somebody sits in the role; who is only designate does not yet.
	 */
	static boolean isSeated(Appointment tenure) {
		return tenure.capacity() != Capacity.DESIGNATE;
	}

	/**
	 * The days that another's tenure leaves. Days on which both are certain are left
	 * alone: there the sources say that both held the role.
	 */
	private static TenureDays besides(TenureDays other, TenureDays days) {
		long firstTaken = other.startLatest() + 1;
		long lastTaken = other.endEarliest() - 1;
		if (firstTaken > lastTaken) {
			return days;
		}
		if (days.startLatest() < firstTaken && days.endEarliest() < firstTaken) {
			return days.withEndLatest(other.startLatest());
		}
		if (days.endEarliest() > lastTaken && days.startLatest() > lastTaken) {
			return days.withStartEarliest(other.endEarliest());
		}
		return days;
	}

}
