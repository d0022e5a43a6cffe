package org.incumbent.organogram;

import java.time.LocalDate;
import java.util.List;

import org.incumbent.organisation.Organisation;

/**
 * The roles of a body on a day, in the order in which they reported.
 */
record Organogram(Organisation organisation, LocalDate asOf, List<Seat> seats) {

	static Organogram of(Organisation organisation, LocalDate asOf, List<Seat> unordered) {
		return new Organogram(organisation, asOf, SeatOrder.of(unordered));
	}

}
