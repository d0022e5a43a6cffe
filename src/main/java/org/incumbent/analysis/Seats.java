package org.incumbent.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
	 * The days of each tenure, by key, narrowed by the others'.
	 * @param tenures all tenures of one role
	 */
	static Map<String, TenureDays> settle(List<Appointment> tenures) {
		Map<String, TenureDays> settled = new HashMap<>();
		for (Appointment tenure : tenures) {
			TenureDays days = days(tenure);
			for (Appointment other : tenures) {
				if (tenure.singleSeat() && !other.key().equals(tenure.key()) && isSeated(other)) {
					days = besides(days(other), days);
				}
			}
			settled.put(tenure.key(), days);
		}
		return settled;
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

	private static TenureDays days(Appointment tenure) {
		return TenureDays.of(tenure.period().bounds());
	}

}
