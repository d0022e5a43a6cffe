package org.incumbent.analysis;

import org.incumbent.appointment.Appointment;
import org.incumbent.appointment.Capacity;
import org.incumbent.lineage.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * What counts as a holder.
 *
 * @param includeInterim whether those in an interim or acting capacity count
 * @param followSuccessors whether the same posts at the bodies that this one came from
 * count
 * @param calendar by which dates those bodies followed each other
 * @param countReturns whether somebody who comes back after a gap counts again
 * @param countHandOvers whether a further appointment without a gap counts again
 */
record TurnoverMethod(boolean includeInterim, boolean followSuccessors, Calendar calendar, boolean countReturns,
		boolean countHandOvers) {

	boolean counts(Appointment appointment) {
		boolean interim = appointment.capacity() == Capacity.INTERIM || appointment.capacity() == Capacity.ACTING;
		return Seats.isSeated(appointment) && (this.includeInterim || !interim);
	}

	/**
	 * The method that a client asks for, with what it leaves out.
	 */
	static TurnoverMethod of(@Nullable TurnoverMethodInput input) {
		return (input != null) ? input.method() : new TurnoverMethodInput(null, null, null, null, null).method();
	}

	/**
	 * What a client sends of it.
	 */
	record TurnoverMethodInput(@Nullable Boolean includeInterim, @Nullable Boolean followSuccessors,
			@Nullable Calendar calendar, @Nullable Boolean countReturns, @Nullable Boolean countHandOvers) {

		private TurnoverMethod method() {
			return new TurnoverMethod(!Boolean.FALSE.equals(this.includeInterim),
					Boolean.TRUE.equals(this.followSuccessors),
					(this.calendar != null) ? this.calendar : Calendar.LEGAL, Boolean.TRUE.equals(this.countReturns),
					Boolean.TRUE.equals(this.countHandOvers));
		}

	}

}
