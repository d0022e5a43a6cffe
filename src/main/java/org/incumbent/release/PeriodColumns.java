package org.incumbent.release;

import org.incumbent.time.Bounds;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;

/**
 * The columns that tell how long a table's records last.
 *
 * @param announced the column that tells when the start was announced, null if there is
 * none
 */
record PeriodColumns(String start, String end, @Nullable String announced) {

	/**
	 * The columns of a table, null if its records do not last.
	 */
	static @Nullable PeriodColumns of(TableFormat format) {
		if (!format.has("state")) {
			return null;
		}
		if (format.has("founded_date")) {
			return new PeriodColumns("founded_date", "dissolved_date", null);
		}
		if (format.has("start_announced")) {
			return new PeriodColumns("start_date", "end_date", "start_announced");
		}
		return new PeriodColumns("start_date", "end_date", format.has("announced_on") ? "announced_on" : null);
	}

	/**
	 * The state of a record, null if the cell holds none.
	 */
	@Nullable PeriodState state(Row row) {
		String text = row.text("state");
		for (PeriodState state : PeriodState.values()) {
			if (state.name().equals(text)) {
				return state;
			}
		}
		return null;
	}

	/**
	 * What a record's dates and state say by themselves, null if a cell is malformed.
	 */
	@Nullable Bounds bounds(PackageIndex data, Row row) {
		PeriodState state = state(row);
		return (state != null) ? Bounds.of(data.date(row, this.start), data.date(row, this.end), state) : null;
	}

}
