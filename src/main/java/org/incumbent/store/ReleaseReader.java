package org.incumbent.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Reads a release row by row, several of its tables side by side, holding few rows at a
 * time.
 */
public final class ReleaseReader implements AutoCloseable {

	private static final int FETCHED = 1000;

	private final Connection connection;

	private final Map<String, Set<String>> columns = new HashMap<>();

	/**
	 * A reader over a connection whose unqualified names are those of a release, and
	 * which does not commit by itself.
	 */
	ReleaseReader(Connection connection) {
		this.connection = connection;
	}

	/**
	 * The rows that a file of the package had, ordered by its key; a column that the
	 * release has not got, since an older application has loaded it, is empty.
	 */
	public Iterator<@Nullable String[]> rows(PackageTable table) {
		Set<String> there = columns(table.name());
		if (there.isEmpty()) {
			return Collections.emptyIterator();
		}
		return rows("""
				select %s
				from %s t
				where %s
				order by %s
				""".formatted(
				table.columns()
					.stream()
					.map((column) -> there.contains(column) ? "t." + column : "null as " + column)
					.collect(Collectors.joining(", ")),
				table.name(), table.condition(), String.join(", ", table.key())));
	}

	private Set<String> columns(String table) {
		if (this.columns.isEmpty()) {
			rows("""
					select lower(c.table_name), lower(c.column_name)
					from information_schema.columns c
					where c.table_schema = current_schema
					order by c.table_name, c.column_name
					""").forEachRemaining(
					(cells) -> this.columns.computeIfAbsent(String.valueOf(cells[0]), (name) -> new HashSet<>())
						.add(String.valueOf(cells[1])));
		}
		return this.columns.getOrDefault(table, Set.of());
	}

	/**
	 * The rows of a query, each as the texts of its columns.
	 * @param parameters the values of its question marks
	 */
	public Iterator<@Nullable String[]> rows(String sql, String... parameters) {
		try {
			PreparedStatement statement = this.connection.prepareStatement(sql);
			statement.closeOnCompletion();
			statement.setFetchSize(FETCHED);
			for (int i = 0; i < parameters.length; i++) {
				statement.setString(i + 1, parameters[i]);
			}
			Deadline.watch(statement);
			return new Rows(statement.executeQuery());
		}
		catch (SQLException ex) {
			throw StoreFailure.of("reading a release", ex);
		}
	}

	@Override
	public void close() {
		try (this.connection) {
			this.connection.rollback();
		}
		catch (SQLException ex) {
			throw StoreFailure.of("reading a release", ex);
		}
	}

	private static final class Rows implements Iterator<@Nullable String[]> {

		private final ResultSet rows;

		private final int columns;

		private boolean more;

		Rows(ResultSet rows) throws SQLException {
			this.rows = rows;
			this.columns = rows.getMetaData().getColumnCount();
			this.more = rows.next();
		}

		@Override
		public boolean hasNext() {
			return this.more;
		}

		@Override
		public @Nullable String[] next() {
			if (!this.more) {
				throw new NoSuchElementException();
			}
			// PostgreSQL is asked for a few rows at a time, and not told to stop in
			// between
			Deadline.check();
			try {
				@Nullable String[] cells = new String[this.columns];
				for (int i = 0; i < this.columns; i++) {
					Object value = this.rows.getObject(i + 1);
					cells[i] = (value != null) ? value.toString() : null;
				}
				this.more = this.rows.next();
				return cells;
			}
			catch (SQLException ex) {
				throw StoreFailure.of("reading a release", ex);
			}
		}

	}

}
