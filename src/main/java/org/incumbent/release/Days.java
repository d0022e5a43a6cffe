package org.incumbent.release;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.incumbent.time.FuzzyDate;

/**
 * Some days on end.
 *
 * @param to the last day, included
 */
record Days(LocalDate from, LocalDate to) {

	int count() {
		return (int) ChronoUnit.DAYS.between(this.from, this.to) + 1;
	}

	/**
	 * The days in words, such as "from 1 April 2016 to 30 June 2016".
	 */
	String words() {
		return "from " + words(this.from) + " to " + words(this.to);
	}

	static String words(LocalDate day) {
		return FuzzyDate.of(day).display();
	}

}
