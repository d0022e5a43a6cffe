package org.incumbent.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * The schemas of the releases: makes, fills, reads and removes them, over connections
 * that are closed afterwards, so that none is left with another schema's names.
 */
final class SchemaRepository {

	private final DataSource unpooled;

	private final Database database;

	private final DiskSpace space;

	private final ReleaseLayout layout;

	/**
	 * The schemas of a database.
	 * @param unpooled opens a connection each time
	 */
	SchemaRepository(DataSource unpooled, Database database, DiskSpace space, ReleaseLayout layout) {
		this.unpooled = unpooled;
		this.database = database;
		this.space = space;
		this.layout = layout;
	}

	int layout() {
		return this.layout.number();
	}

	/**
	 * Makes a schema with empty tables, and gives a connection to it.
	 */
	Connection create(String schema) {
		try {
			Connection connection = this.unpooled.getConnection();
			try {
				connection.setAutoCommit(false);
				execute(connection, List.of("create schema " + schema, this.database.use(schema)));
				execute(connection, this.layout.tables());
				return connection;
			}
			catch (SQLException ex) {
				connection.close();
				throw ex;
			}
		}
		catch (SQLException ex) {
			throw StoreFailure.of("making a schema", ex);
		}
	}

	/**
	 * Puts rows into one of a schema's tables.
	 */
	void load(Connection connection, String table, List<String> columns, Iterator<@Nullable Object[]> rows) {
		try {
			new RowLoader(this.database, this.space, connection).load(table, columns, rows);
		}
		catch (SQLException ex) {
			throw StoreFailure.of("loading rows into " + table, ex);
		}
	}

	/**
	 * Makes the indexes and fills the tables that follow from others; the database looks
	 * at what is there before that and after it. Other schemas may hold a hundred times
	 * as much, and are as they were.
	 * @throws StoreException if the disk has too little room for them
	 */
	void complete(Connection connection) {
		try {
			executeLarge(connection, this.layout.indexes());
			execute(connection, List.of(this.database.analyze(this.layout.tableNames())));
			executeLarge(connection, this.layout.derived());
			execute(connection, List.of(this.database.analyze(this.layout.derivedNames())));
		}
		catch (SQLException ex) {
			throw StoreFailure.of("completing a release", ex);
		}
	}

	/**
	 * Removes a schema with all that is in it, if it is there.
	 */
	void drop(String schema) {
		try (Connection connection = this.unpooled.getConnection()) {
			connection.setAutoCommit(false);
			execute(connection, List.of("drop schema if exists " + schema + " cascade"));
		}
		catch (SQLException ex) {
			throw StoreFailure.of("removing a schema", ex);
		}
	}

	/**
	 * Opens a schema for reading.
	 */
	ReleaseReader open(String schema) {
		try {
			Connection connection = this.unpooled.getConnection();
			try {
				connection.setAutoCommit(false);
				execute(connection, List.of(this.database.use(schema)));
				return new ReleaseReader(connection);
			}
			catch (SQLException ex) {
				connection.close();
				throw ex;
			}
		}
		catch (SQLException ex) {
			throw StoreFailure.of("opening a release", ex);
		}
	}

	private void executeLarge(Connection connection, List<String> statements) throws SQLException {
		for (String sql : statements) {
			this.space.requireForTable();
			execute(connection, List.of(sql));
		}
	}

	private static void execute(Connection connection, List<String> statements) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
				connection.commit();
			}
		}
	}

}
