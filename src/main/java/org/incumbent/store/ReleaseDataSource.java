package org.incumbent.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connections to the release that the request at work is answered from, so that a
 * repository need not know that there are several.
 */
public final class ReleaseDataSource extends AbstractDataSource {

	private final Supplier<ServedReleases> releases;

	/**
	 * A source of connections to releases that may still be loading; whoever wants one
	 * waits for them.
	 */
	public ReleaseDataSource(Supplier<ServedReleases> releases) {
		this.releases = releases;
	}

	@Override
	public Connection getConnection() throws SQLException {
		return this.releases.get().connect();
	}

	@Override
	public Connection getConnection(String username, String password) throws SQLException {
		throw new SQLException("The store has one user");
	}

}
