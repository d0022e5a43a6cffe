package org.incumbent.timeline;

import java.sql.SQLException;
import java.time.LocalDate;

import org.incumbent.paging.Bindings;
import org.incumbent.paging.DateRange;
import org.incumbent.store.ResultRow;
import org.incumbent.time.Certainty;
import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which something may have happened, all that bounds it taken together.
 *
 * @param earliest null if unbounded
 * @param latest null if unbounded
 * @param basis what they rest on
 */
record PossibleDays(@Nullable LocalDate earliest, @Nullable LocalDate latest, DateBasis basis) {

	/** In days, no less than what the script that fills the tables calls wide. */
	private static final int WIDE = 366;

	/** In years. */
	private static final int LONG_SPAN = 2;

	/** Sorts behind all that follows a day in a sort key. */
	private static final String BEHIND_ALL = "~";

	/**
	 * The days of a row.
	 * @param prefix what the names of the two columns begin with
	 */
	static PossibleDays of(ResultRow row, String prefix) throws SQLException {
		return new PossibleDays(row.day(prefix + "_earliest"), row.day(prefix + "_latest"),
				DateBasis.valueOf(row.getString("basis")));
	}

	/**
	 * The day by which it is placed in a list: the first on which it may have happened
	 * or, where nothing bounds that, the last.
	 */
	@Nullable LocalDate placedOn() {
		return (this.earliest != null) ? this.earliest : this.latest;
	}

	/**
	 * How sure it is that it happened within a span. What is only announced is never
	 * certain, and what has no date is possible only where it is bounded on both sides.
	 */
	Certainty within(DateRange span) {
		boolean open = this.earliest == null || this.latest == null;
		if (this.basis == DateBasis.BOUNDED && open) {
			return Certainty.NO;
		}
		if (isBefore(this.latest, span.from()) || isBefore(span.to(), this.earliest)) {
			return Certainty.NO;
		}
		boolean inside = this.basis != DateBasis.ANNOUNCED && (span.from() == null || isIn(span.from(), this.earliest))
				&& (span.to() == null || isIn(this.latest, span.to()));
		return inside ? Certainty.CERTAIN : Certainty.POSSIBLE;
	}

	/**
	 * The SQL of {@link #within}: certain or possible within the span, or the one of
	 * them.
	 * @param prefix what the names of the columns of the listed table begin with
	 * @param certainty null for both
	 */
	static String within(String prefix, DateRange span, @Nullable Certainty certainty, Bindings bindings) {
		String from = (span.from() != null) ? bindings.bind(span.from()) : null;
		String to = (span.to() != null) ? bindings.bind(span.to()) : null;
		StringBuilder notExcluded = new StringBuilder("""
				(t.basis <> 'BOUNDED' or (t.%1$s_earliest is not null and t.%1$s_latest is not null))"""
			.formatted(prefix));
		StringBuilder inside = new StringBuilder("t.basis <> 'ANNOUNCED'");
		if (from != null) {
			notExcluded.append(" and (t.%1$s_latest is null or t.%1$s_latest >= %2$s)".formatted(prefix, from));
			inside.append(" and coalesce(t.%s_earliest >= %s, false)".formatted(prefix, from));
		}
		if (to != null) {
			notExcluded.append(" and (t.%1$s_earliest is null or t.%1$s_earliest <= %2$s)".formatted(prefix, to));
			inside.append(" and coalesce(t.%s_latest <= %s, false)".formatted(prefix, to));
		}
		if (certainty == null) {
			return notExcluded.toString();
		}
		return switch (certainty) {
			case CERTAIN -> notExcluded + " and " + inside;
			case POSSIBLE -> notExcluded + " and not (" + inside + ")";
			case NO -> "false";
		};
	}

	/**
	 * The SQL of a table, or of those of its rows that may lie in the span. What is not
	 * wide began within the year before; a long span is not worth the search, since its
	 * rows stand close together in the order of the list. The index on the wide ones must
	 * not be used to find the others, so that these are not asked for by null.
	 * @param prefix what the name of the column of its sort key begins with
	 */
	static String rowsNear(String table, String prefix, @Nullable DateRange span, Bindings bindings) {
		if (span == null || span.from() == null || span.to() == null
				|| span.to().isAfter(span.from().plusYears(LONG_SPAN))) {
			return table;
		}
		return """
				(
				  select n.* from %1$s n
				  where coalesce(n.wide_sort, '') = '' and n.%2$s_sort >= %3$s and n.%2$s_sort < %4$s
				  union all
				  select w.* from %1$s w
				  where w.wide_sort >= ''
				)""".formatted(table, prefix, bindings.bind(dayKey(span.from().minusDays(WIDE))),
				bindings.bind(dayKey(span.to()) + BEHIND_ALL));
	}

	/**
	 * What the sort keys of all that begins on the day begin with.
	 */
	private static String dayKey(LocalDate day) {
		String key = FuzzyDate.of(day).sortKey();
		return key.substring(0, key.indexOf('/'));
	}

	private static boolean isBefore(@Nullable LocalDate one, @Nullable LocalDate other) {
		return one != null && other != null && one.isBefore(other);
	}

	/**
	 * Whether both days are known and the first is no later than the second.
	 */
	private static boolean isIn(@Nullable LocalDate one, @Nullable LocalDate other) {
		return one != null && other != null && !one.isAfter(other);
	}

}
