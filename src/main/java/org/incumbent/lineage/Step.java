package org.incumbent.lineage;

import java.time.LocalDate;
import java.util.Objects;

import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

/**
 * One body becoming another, or a part of another, by one change on one calendar.
 *
 * @param change the key of the change
 * @param on when it took effect on the calendar
 */
public record Step(String change, String from, String to, FuzzyDate on) {

	/**
	 * The order of steps among which one has to be named: the earliest first.
	 */
	String sort() {
		return this.on.sortKey() + '/' + this.change;
	}

	/**
	 * The first day on which it can have come, if what went before it came on this day.
	 * @return null if it surely came before that day
	 */
	@Nullable LocalDate after(LocalDate day) {
		if (this.on.latest() != null && this.on.latest().isBefore(day)) {
			return null;
		}
		LocalDate earliest = earliest();
		return earliest.isAfter(day) ? earliest : day;
	}

	/**
	 * The first day on which it can have come.
	 */
	LocalDate earliest() {
		return Objects.requireNonNullElse(this.on.earliest(), LocalDate.MIN);
	}

}
