package org.incumbent.organogram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a body's organogram differed between two days.
 */
record OrganogramChanges(Organogram before, Organogram after) {

	/**
	 * The seats of roles that were not there on the earlier day, in reporting order.
	 */
	public List<Seat> added() {
		return without(this.after, this.before);
	}

	/**
	 * The seats of roles that were no longer there on the later day, as they were, in
	 * reporting order.
	 */
	public List<Seat> gone() {
		return without(this.before, this.after);
	}

	/**
	 * The roles that were there on both days and of which something differs, in the later
	 * day's reporting order.
	 */
	public List<SeatChange> changed() {
		Map<String, Seat> earlier = byRole(this.before);
		return this.after.seats()
			.stream()
			.filter((seat) -> earlier.containsKey(seat.role().key()))
			.map((seat) -> new SeatChange(earlier.getOrDefault(seat.role().key(), seat), seat))
			.filter(SeatChange::isChange)
			.toList();
	}

	private static List<Seat> without(Organogram one, Organogram other) {
		Map<String, Seat> others = byRole(other);
		return one.seats().stream().filter((seat) -> !others.containsKey(seat.role().key())).toList();
	}

	private static Map<String, Seat> byRole(Organogram organogram) {
		Map<String, Seat> seats = new LinkedHashMap<>();
		organogram.seats().forEach((seat) -> seats.put(seat.role().key(), seat));
		return seats;
	}

}
