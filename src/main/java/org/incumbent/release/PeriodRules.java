package org.incumbent.release;

import java.util.List;

import org.incumbent.time.FuzzyDate;
import org.incumbent.time.PeriodState;

/**
 * That whatever lasts starts before it ends, and is in a state that fits its dates.
 */
final class PeriodRules implements Rule {

	/**
	 * Only of a tenure is it recorded when its end was announced.
	 */
	private static final String ANNOUNCED_END = "end_announced";

	@Override
	public void check(PackageIndex data, List<Problem> problems) {
		for (CsvTable table : data.tables()) {
			PeriodColumns columns = PeriodColumns.of(table.format());
			if (columns != null) {
				table.rows().forEach((row) -> checkPeriod(data, row, columns, problems));
			}
		}
		for (Row event : data.rows("events")) {
			checkOrder(data, event, "event_date", "until_date", problems);
		}
	}

	private static void checkPeriod(PackageIndex data, Row row, PeriodColumns columns, List<Problem> problems) {
		checkOrder(data, row, columns.start(), columns.end(), problems);
		PeriodState state = columns.state(row);
		if (state == null) {
			return;
		}
		boolean ended = row.text(columns.end()) != null;
		switch (state) {
			case ENDED -> {
				if (!ended) {
					problems.add(row.problem("state", "`state` is ENDED, but `" + columns.end()
							+ "` is empty; give the date or write ENDED_DATE_UNKNOWN"));
				}
			}
			case ONGOING -> {
				if (ended && !hasAnnouncedEnd(row)) {
					problems.add(row.problem("state", "`state` is ONGOING, but `" + columns.end()
							+ "` is given; write ENDED or remove the date" + announcedEnd(row)));
				}
			}
			case ENDED_DATE_UNKNOWN, UNKNOWN -> {
				if (ended) {
					problems.add(row.problem("state", "`state` is " + state + ", but `" + columns.end()
							+ "` is given; write ENDED or remove the date"));
				}
			}
			case PLANNED -> checkPlanned(row, columns, problems);
		}
	}

	private static boolean hasAnnouncedEnd(Row row) {
		return row.columns().contains(ANNOUNCED_END) && row.text(ANNOUNCED_END) != null;
	}

	private static String announcedEnd(Row row) {
		return row.columns().contains(ANNOUNCED_END) ? ", or say in `" + ANNOUNCED_END + "` when that end was announced"
				: "";
	}

	private static void checkPlanned(Row row, PeriodColumns columns, List<Problem> problems) {
		String announced = columns.announced();
		if (announced != null && row.text(announced) == null && row.text(columns.start()) == null) {
			problems.add(row.problem("state", "`state` is PLANNED, but `" + columns.start() + "` and `" + announced
					+ "` are both empty; say when it is to start or when that was announced"));
		}
	}

	private static void checkOrder(PackageIndex data, Row row, String startColumn, String endColumn,
			List<Problem> problems) {
		FuzzyDate start = data.date(row, startColumn);
		FuzzyDate end = data.date(row, endColumn);
		if (start != null && end != null && start.earliest() != null && end.latest() != null
				&& start.earliest().isAfter(end.latest())) {
			problems.add(row.problem(endColumn,
					"`" + endColumn + "` is " + Problem.quoted(end.edtf()) + ", which is before `" + startColumn + "` "
							+ Problem.quoted(start.edtf()) + "; correct one of them"));
		}
	}

}
