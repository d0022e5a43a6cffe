package org.incumbent.store;

import java.sql.SQLException;

import com.zaxxer.hikari.SQLExceptionOverride;

/**
 * Has a pool let go of connections to an H2 database that closed itself, since it could
 * not write to its file: those do not know it, and the next one opens the file again.
 */
final class ClosedDatabase implements SQLExceptionOverride {

	/** What H2 says when it has closed a database. */
	private static final int CLOSED = 90098;

	@java.lang.Override
	public Override adjudicate(SQLException failure) {
		return (failure.getErrorCode() == CLOSED) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
	}

}
