package org.incumbent.time;

import java.time.LocalDate;

/**
 * One date inside an EDTF text, with its qualifier.
 *
 * @param text as written
 * @param first the first day of what is written, before {@code ~} widens it
 * @param precision the part of the date that is known, never {@code RANGE} or
 * {@code UNKNOWN}
 * @param approximate written with {@code ~} or {@code %}
 * @param uncertain written with {@code ?} or {@code %}
 */
record EdtfDate(String text, LocalDate first, DatePrecision precision, boolean approximate, boolean uncertain) {

	LocalDate earliest() {
		return this.approximate ? this.precision.shift(this.first, -1) : this.first;
	}

	LocalDate latest() {
		return this.precision.shift(this.first, this.approximate ? 2 : 1).minusDays(1);
	}

	boolean hasUnspecifiedDigits() {
		return this.text.indexOf('X') >= 0;
	}

}
