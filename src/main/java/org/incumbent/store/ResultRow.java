package org.incumbent.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.incumbent.time.Bounds;
import org.incumbent.time.FuzzyDate;
import org.incumbent.time.Period;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;

/**
 * A row of a result. Where its columns are is found once a result: a database finds it
 * for each value, and H2 takes longer for that than to read the value.
 */
public final class ResultRow {

	private final ResultSet result;

	private final Map<String, Integer> columns;

	private ResultRow(ResultSet result) throws SQLException {
		this.result = result;
		ResultSetMetaData described = result.getMetaData();
		int count = described.getColumnCount();
		this.columns = new HashMap<>(2 * count);
		for (int i = 1; i <= count; i++) {
			this.columns.putIfAbsent(described.getColumnLabel(i).toLowerCase(Locale.ROOT), i);
		}
	}

	/**
	 * Has each row of a result read. Not for several threads.
	 */
	public static <T> RowMapper<T> each(RowReader<T> reader) {
		return new RowMapper<>() {

			private @Nullable ResultRow row;

			@Override
			public T mapRow(ResultSet result, int number) throws SQLException {
				ResultRow known = this.row;
				if (known == null || !known.result.equals(result)) {
					known = new ResultRow(result);
					this.row = known;
				}
				return reader.read(known);
			}

		};
	}

	private int place(String column) throws SQLException {
		Integer place = this.columns.get(column);
		if (place == null) {
			throw new SQLException("The result has no column '%s'".formatted(column));
		}
		return place;
	}

	/**
	 * The text of a cell, null where it is null, as JDBC has it.
	 */
	@NullUnmarked
	public String getString(String column) throws SQLException {
		return this.result.getString(place(column));
	}

	public int getInt(String column) throws SQLException {
		return this.result.getInt(place(column));
	}

	public boolean getBoolean(String column) throws SQLException {
		return this.result.getBoolean(place(column));
	}

	public @Nullable Integer integer(String column) throws SQLException {
		int value = getInt(column);
		return this.result.wasNull() ? null : value;
	}

	public @Nullable LocalDate day(String column) throws SQLException {
		return this.result.getObject(place(column), LocalDate.class);
	}

	public @Nullable FuzzyDate date(String column) throws SQLException {
		String edtf = getString(column);
		return (edtf != null) ? FuzzyDate.parse(edtf) : null;
	}

	/**
	 * A period of which nothing is known but its own dates.
	 */
	public Period period() throws SQLException {
		return Period.of(date("start_date"), date("end_date"), PeriodState.valueOf(getString("state")));
	}

	/**
	 * A period whose bounds were derived at import from more than its own dates.
	 * @param start the column of the start
	 * @param end the column of the end
	 * @param bounds what the names of the four columns of bounds begin with
	 */
	public Period period(String start, String end, String bounds) throws SQLException {
		return new Period(date(start), date(end), PeriodState.valueOf(getString("state")), bounds(bounds));
	}

	public Bounds bounds(String prefix) throws SQLException {
		return new Bounds(day(prefix + "_from_earliest"), day(prefix + "_from_latest"), day(prefix + "_until_earliest"),
				day(prefix + "_until_latest"));
	}

	/**
	 * The items of a cell that holds a list, none where it is empty.
	 */
	public List<String> list(String column) throws SQLException {
		String items = getString(column);
		return (items != null) ? List.of(items.split(";", -1)) : List.of();
	}

}
