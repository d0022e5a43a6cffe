package org.incumbent.organogram;

import java.time.LocalDate;
import java.util.List;

import org.incumbent.appointment.Holding;
import org.incumbent.appointment.Observation;
import org.incumbent.role.Role;
import org.incumbent.time.Certainty;
import org.jspecify.annotations.Nullable;

/**
 * A role in an organogram, with all that is known of it on the day; it stands for as many
 * people as the role has seats.
 *
 * @param existence how sure it is that there was such a role at the body, never NO
 * @param vacancies what sources show of nobody being in the role on the day
 * @param reportsTo the role it reported to, null where none is recorded
 * @param lineCertainty how sure it is that it reported to that role, null where none is
 * recorded
 * @param depth how many seats of the same organogram are above it
 */
record Seat(Role role, Certainty existence, SeatState state, List<Holding> holdings, List<Observation> vacancies,
		@Nullable Role reportsTo, @Nullable Certainty lineCertainty, int depth) {

	/**
	 * A seat on a day, not yet in its place.
	 * @param role the role's own record
	 * @param ofBody what is known of the role's life
	 * @param holdings who held the role on the day, or may have
	 * @param vacancies all that sources show of nobody being in the role, on any day
	 * @param reportsTo the role it reported to, null where none is recorded
	 * @param lineCertainty how sure that is, null where none is recorded
	 */
	static Seat of(Role role, RoleOfBody ofBody, LocalDate day, List<Holding> holdings, List<Observation> vacancies,
			@Nullable Role reportsTo, @Nullable Certainty lineCertainty) {
		List<Observation> onTheDay = vacancies.stream().filter((vacancy) -> isExactly(vacancy, day)).toList();
		SeatState state = state(holdings, !onTheDay.isEmpty());
		return new Seat(role, ofBody.shownIn(vacancies).existence(day), state, holdings, onTheDay, reportsTo,
				lineCertainty, 0);
	}

	/**
	 * The same seat at another depth.
	 */
	Seat at(int newDepth) {
		return new Seat(this.role, this.existence, this.state, this.holdings, this.vacancies, this.reportsTo,
				this.lineCertainty, newDepth);
	}

	/**
	 * A certain holder is certain whatever else a source shows of the day, on which the
	 * seat may have changed hands; that it was vacant outweighs who may have held it.
	 */
	private static SeatState state(List<Holding> holdings, boolean shownVacant) {
		if (holdings.stream().anyMatch((holding) -> holding.isInSeat() && holding.certainty() == Certainty.CERTAIN)) {
			return SeatState.HELD;
		}
		if (shownVacant) {
			return SeatState.VACANT;
		}
		return holdings.stream().anyMatch(Holding::isInSeat) ? SeatState.POSSIBLY_HELD : SeatState.NOT_RECORDED;
	}

	/**
	 * Whether a source shows it for this day, not merely for some day within a span.
	 */
	private static boolean isExactly(Observation vacancy, LocalDate day) {
		return day.equals(vacancy.on().earliest()) && day.equals(vacancy.on().latest());
	}

}
