package org.incumbent.release;

import java.time.YearMonth;

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

	/**
	 * Whether a date of an appointment lies within one calendar month, stated or worked
	 * out, or is the end of a tenure that goes on.
	 */
	static boolean isToTheMonth(Row appointment, String column) {
		String edtf = appointment.text(column);
		if (edtf == null) {
			return column.equals("end_date") && appointment.get("state").equals("ONGOING");
		}
		FuzzyDate date = FuzzyDate.parse(edtf);
		return date.earliest() != null && date.latest() != null
				&& YearMonth.from(date.earliest()).equals(YearMonth.from(date.latest()));
	}

	String words() {
		return this.words;
	}

}
