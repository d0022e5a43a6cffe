package org.incumbent.store;

import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Asks the database nothing that outlasts the deadline of the request which wants to know
 * it.
 */
final class WatchedJdbcTemplate extends JdbcTemplate {

	WatchedJdbcTemplate(DataSource database) {
		super(database);
	}

	@Override
	protected void applyStatementSettings(Statement statement) throws SQLException {
		super.applyStatementSettings(statement);
		Deadline.watch(statement);
	}

}
