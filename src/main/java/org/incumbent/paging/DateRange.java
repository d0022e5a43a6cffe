package org.incumbent.paging;

import java.time.LocalDate;

import org.incumbent.graphql.BadRequestException;
import org.jspecify.annotations.Nullable;

/**
 * A span of days to filter by, both ends included; an end that is null is open.
 */
public record DateRange(@Nullable LocalDate from, @Nullable LocalDate to) {

	public DateRange {
		if (from != null && to != null && from.isAfter(to)) {
			throw new BadRequestException(
					"a date range takes 'from' up to 'to'; here 'from' %s is after 'to' %s".formatted(from, to));
		}
	}

	/**
	 * The SQL condition that a fuzzy date of the listed table may lie within this range;
	 * a missing date does not.
	 * @param column the column of the date's text
	 * @param bounds what the names of the columns of its bounds begin with
	 */
	public String mayHold(String column, String bounds, Bindings bindings) {
		StringBuilder sql = new StringBuilder("(t.%s is not null".formatted(column));
		if (this.from != null) {
			sql.append(" and (t.%1$s_latest is null or t.%1$s_latest >= %2$s)".formatted(bounds,
					bindings.bind(this.from)));
		}
		if (this.to != null) {
			sql.append(" and (t.%1$s_earliest is null or t.%1$s_earliest <= %2$s)".formatted(bounds,
					bindings.bind(this.to)));
		}
		return sql.append(')').toString();
	}

}
