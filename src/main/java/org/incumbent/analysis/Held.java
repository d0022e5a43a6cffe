package org.incumbent.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import org.incumbent.appointment.Appointment;
import org.incumbent.appointment.Succession;
import org.incumbent.time.Certainty;
import org.incumbent.time.PeriodState;

/**
 * A tenure of a post that reaches, certainly or possibly, into the days asked about.
 *
 * @param days between which days it began and ended, the seat's other holders considered
 * @param within CERTAIN or POSSIBLE
 */
record Held(Appointment appointment, TenureDays days, Certainty within) {

	/**
	 * The tenures of one role that reach into a span, in their order.
	 * @param tenures all tenures of the role
	 * @param span the days asked about, whose ends may be known roughly
	 */
	static List<Held> within(TenureDays span, List<Appointment> tenures) {
		List<TenureDays> settled = Seats.settle(tenures);
		Succession succession = new Succession(tenures);
		List<Held> held = new ArrayList<>();
		for (int i = 0; i < settled.size(); i++) {
			Appointment tenure = tenures.get(i);
			TenureDays days = settled.get(i);
			Certainty within = within(span, days, tenure, tenures, succession);
			if (Seats.isSeated(tenure) && within != Certainty.NO) {
				held.add(new Held(tenure, days, within));
			}
		}
		return held;
	}

	/**
	 * Whether no source shows that it ended; an end that is merely not bounded is an end.
	 */
	boolean isOpen() {
		PeriodState state = this.appointment.period().state();
		return this.days.endLatest() == TenureDays.AFTER_ALL && state != PeriodState.ENDED
				&& state != PeriodState.ENDED_DATE_UNKNOWN;
	}

	private static Certainty within(TenureDays span, TenureDays days, Appointment tenure, List<Appointment> tenures,
			Succession succession) {
		if (span.startLatest() <= span.endEarliest() && days.surelyReaches(span.startLatest(), span.endEarliest())) {
			return Certainty.CERTAIN;
		}
		long first = Math.max(days.startEarliest(), span.startEarliest());
		long last = Math.min(days.endLatest(), span.endLatest());
		boolean free = first <= last && daysOfChange(first, last, tenures)
			.anyMatch((day) -> succession.certainty(tenure, LocalDate.ofEpochDay(day)) != Certainty.NO);
		return free ? Certainty.POSSIBLE : Certainty.NO;
	}

	/**
	 * Days of which one leaves room for a holder if any day does: the first and the last,
	 * and those on which a certain holder may have come or gone.
	 */
	private static LongStream daysOfChange(long first, long last, List<Appointment> tenures) {
		LongStream changes = tenures.stream()
			.map((tenure) -> TenureDays.of(tenure.period().bounds()))
			.flatMapToLong((days) -> LongStream.of(days.startLatest(), days.endEarliest()))
			.filter((day) -> day >= first && day <= last);
		return LongStream.concat(LongStream.of(first, last), changes);
	}

}
