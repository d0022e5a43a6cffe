package org.incumbent.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * The right to change the store, which one holds at a time: a lock on a row, which the
 * database gives back by itself when the holder's process ends, however it ends.
 */
final class StoreLock implements AutoCloseable {

	private static final Duration PAUSE = Duration.ofMillis(100);

	private final Connection connection;

	private StoreLock(Connection connection) {
		this.connection = connection;
	}

	/**
	 * Takes the lock, or gives null if another has it all the while, or this thread is
	 * interrupted meanwhile.
	 * @param patience how long it is tried again; nothing for once
	 */
	static @Nullable StoreLock take(DataSource control, Duration patience) throws SQLException {
		long start = System.nanoTime();
		StoreLock lock = tryTake(control);
		while (lock == null && System.nanoTime() - start < patience.toNanos()
				&& !Thread.currentThread().isInterrupted()) {
			LockSupport.parkNanos(PAUSE.toNanos());
			lock = tryTake(control);
		}
		return lock;
	}

	private static @Nullable StoreLock tryTake(DataSource control) throws SQLException {
		Connection connection = control.getConnection();
		try (Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.executeQuery("select last_number from store_locks where name = 'change' for update nowait");
			return new StoreLock(connection);
		}
		catch (SQLException ex) {
			connection.close();
			if (isTaken(ex)) {
				return null;
			}
			throw ex;
		}
	}

	/**
	 * Whether another holds the row: PostgreSQL's lock_not_available, or H2's lock
	 * time-out and its locked row.
	 */
	private static boolean isTaken(SQLException ex) {
		return "55P03".equals(ex.getSQLState()) || "HYT00".equals(ex.getSQLState()) || ex.getErrorCode() == 90131;
	}

	@Override
	public void close() {
		try (this.connection) {
			this.connection.rollback();
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The lock of the store cannot be given back", ex);
		}
	}

}
