package org.incumbent.paging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import org.incumbent.time.Bounds;
import org.incumbent.time.FuzzyDate;
import org.incumbent.time.Period;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;

/**
 * Reads the columns that many tables share.
 */
public final class Columns {

	private Columns() {
	}

	public static @Nullable FuzzyDate date(ResultSet row, String column) throws SQLException {
		String edtf = row.getString(column);
		return (edtf != null) ? FuzzyDate.parse(edtf) : null;
	}

	/**
	 * A period of which nothing is known but its own dates.
	 */
	public static Period period(ResultSet row) throws SQLException {
		return Period.of(date(row, "start_date"), date(row, "end_date"), PeriodState.valueOf(row.getString("state")));
	}

	/**
	 * A period whose bounds were derived at import from more than its own dates.
	 * @param start the column of the start
	 * @param end the column of the end
	 * @param bounds what the names of the four columns of bounds begin with
	 */
	public static Period period(ResultSet row, String start, String end, String bounds) throws SQLException {
		return new Period(date(row, start), date(row, end), PeriodState.valueOf(row.getString("state")),
				bounds(row, bounds));
	}

	public static Bounds bounds(ResultSet row, String prefix) throws SQLException {
		return new Bounds(day(row, prefix + "_from_earliest"), day(row, prefix + "_from_latest"),
				day(row, prefix + "_until_earliest"), day(row, prefix + "_until_latest"));
	}

	/**
	 * The items of a cell that holds a list, none where it is empty.
	 */
	public static List<String> list(ResultSet row, String column) throws SQLException {
		String items = row.getString(column);
		return (items != null) ? List.of(items.split(";", -1)) : List.of();
	}

	public static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
		int value = row.getInt(column);
		return row.wasNull() ? null : value;
	}

	public static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
		return row.getObject(column, LocalDate.class);
	}

}
