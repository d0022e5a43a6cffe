package org.incumbent.release;

import org.incumbent.time.FuzzyDate;

/**
 * How well a start or an end of a tenure is known.
 */
enum DateKnowledge {

	DAY("to the day"), MONTH("to the month"), COARSER("coarser"), INFERRED("inferred"), ANNOUNCED("announced"),
	IN_POST("still in post"), UNKNOWN("unknown");

	private final String words;

	DateKnowledge(String words) {
		this.words = words;
	}

	/**
	 * How well a date of an appointment is known.
	 * @param inferred whether we worked the date out ourselves
	 */
	static DateKnowledge of(Row appointment, String column, boolean inferred) {
		String edtf = appointment.text(column);
		if (column.equals("end_date") && appointment.get("state").equals("ONGOING")) {
			return (edtf != null) ? ANNOUNCED : IN_POST;
		}
		if (edtf == null) {
			return UNKNOWN;
		}
		if (inferred) {
			return INFERRED;
		}
		FuzzyDate date = FuzzyDate.parse(edtf);
		if (date.approximate()) {
			return COARSER;
		}
		return switch (date.precision()) {
			case DAY -> DAY;
			case MONTH -> MONTH;
			case SEASON, YEAR, DECADE, CENTURY, RANGE, UNKNOWN -> COARSER;
		};
	}

	String words() {
		return this.words;
	}

}
