package org.incumbent.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * The schemas of the releases: makes, fills, reads and removes them.
 */
final class SchemaRepository {

	private static final int FETCHED = 1000;

	private final DataSource control;

	private final Database database;

	private final ReleaseLayout layout;

	SchemaRepository(DataSource control, Database database, ReleaseLayout layout) {
		this.control = control;
		this.database = database;
		this.layout = layout;
	}

	int layout() {
		return this.layout.number();
	}

	/**
	 * Makes a schema with empty tables.
	 */
	void create(String schema) {
		run((connection) -> {
			execute(connection, List.of("create schema " + schema, this.database.use(schema)));
			execute(connection, this.layout.tables());
		});
	}

	/**
	 * Puts rows into one of a schema's tables.
	 */
	void load(String schema, String table, List<String> columns, Iterator<@Nullable Object[]> rows) {
		run((connection) -> {
			execute(connection, List.of(this.database.use(schema)));
			new RowLoader(this.database, connection).load(table, columns, rows);
		});
	}

	/**
	 * Fills the tables that follow from others, makes the indexes and has the database
	 * look at what is there, so that it plans well from the first query on.
	 */
	void complete(String schema) {
		run((connection) -> {
			execute(connection, List.of(this.database.use(schema)));
			execute(connection, this.layout.derived());
			execute(connection, this.layout.indexes());
			execute(connection, List.of("analyze"));
		});
	}

	/**
	 * Removes a schema with all that is in it, if it is there.
	 */
	void drop(String schema) {
		run((connection) -> execute(connection, List.of("drop schema if exists " + schema + " cascade")));
	}

	/**
	 * Hands over the package's own rows of a table, ordered by its key.
	 * @param reader takes the cells of a row in the order of the columns
	 */
	void read(String schema, PackageTable table, Consumer<@Nullable String[]> reader) {
		String sql = """
				select %s
				from %s t
				where %s
				order by %s
				""".formatted(String.join(", ", table.columns()), table.name(), table.condition(),
				String.join(", ", table.key()));
		run((connection) -> {
			execute(connection, List.of(this.database.use(schema)));
			try (PreparedStatement statement = connection.prepareStatement(sql)) {
				statement.setFetchSize(FETCHED);
				try (ResultSet rows = statement.executeQuery()) {
					while (rows.next()) {
						reader.accept(cells(rows, table.columns().size()));
					}
				}
			}
		});
	}

	private static @Nullable String[] cells(ResultSet row, int count) throws SQLException {
		@Nullable String[] cells = new String[count];
		for (int i = 0; i < count; i++) {
			Object value = row.getObject(i + 1);
			cells[i] = (value != null) ? value.toString() : null;
		}
		return cells;
	}

	private static void execute(Connection connection, List<String> statements) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
				connection.commit();
			}
		}
	}

	/**
	 * Works over a connection of its own, which is closed rather than left with another
	 * schema's names.
	 */
	private void run(Work work) {
		try (Connection connection = this.control.getConnection()) {
			connection.setAutoCommit(false);
			try {
				work.on(connection);
				connection.commit();
			}
			finally {
				connection.rollback();
				execute(connection, List.of(this.database.use("public")));
			}
		}
		catch (SQLException ex) {
			throw new SQLExceptionSubclassTranslator().translate("keeping a release", null, ex);
		}
	}

	private interface Work {

		void on(Connection connection) throws SQLException;

	}

}
