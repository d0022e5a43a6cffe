package org.incumbent.appointment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.incumbent.time.Certainty;

/**
 * Somebody's hold on a role on the day that was asked for.
 */
public record Holding(Appointment appointment, Certainty certainty) {

	/**
	 * The certainties of those who held a role or may have.
	 */
	static final List<Certainty> HELD = List.of(Certainty.CERTAIN, Certainty.POSSIBLE);

	/**
	 * Who held a role on a day, the certain ones first, then the oldest.
	 * @param tenures the tenures of the role, oldest first: all of them, or at least
	 * those that their dates do not exclude on the day
	 * @param certainties which certainties to tell
	 */
	static List<Holding> on(LocalDate day, List<Appointment> tenures, Collection<Certainty> certainties) {
		Succession succession = new Succession(tenures);
		return tenures.stream()
			.map((tenure) -> new Holding(tenure, succession.certainty(tenure, day)))
			.filter((holding) -> certainties.contains(holding.certainty()))
			.sorted(Comparator.comparing(Holding::certainty))
			.toList();
	}

	/**
	 * Whether it is a hold on the seat itself; who is only designate does not sit in it
	 * yet.
	 */
	public boolean isInSeat() {
		return this.appointment.capacity() != Capacity.DESIGNATE;
	}

}
