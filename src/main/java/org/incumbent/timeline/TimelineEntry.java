package org.incumbent.timeline;

import java.sql.SQLException;
import java.time.LocalDate;

import org.incumbent.paging.DateRange;
import org.incumbent.source.Subject;
import org.incumbent.store.ResultRow;
import org.incumbent.time.Certainty;
import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, in its place on a timeline.
 *
 * @param record what it happened to
 * @param field the field of the record that has its date
 * @param date the record's own date or, where it has none, the days that bound it
 * @param placedOn the day by which it is placed, null where nothing bounds it
 * @param certainty whether it happened within the span asked about, null where none was
 */
record TimelineEntry(TimelineKind kind, Subject record, String field, FuzzyDate date, DateBasis basis,
		@Nullable LocalDate placedOn, @Nullable Certainty certainty) {

	static TimelineEntry of(ResultRow row, @Nullable DateRange between) throws SQLException {
		PossibleDays days = PossibleDays.of(row, "entry");
		return new TimelineEntry(TimelineKind.valueOf(row.getString("kind")),
				new Subject(row.getString("item_type"), row.getString("item_id")), row.getString("field"),
				FuzzyDate.parse(row.getString("entry_date")), days.basis(), days.placedOn(),
				(between != null) ? days.within(between) : null);
	}

}
