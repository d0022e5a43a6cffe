package org.incumbent.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.QueryTimeoutException;

/**
 * When the request at work has to have its answer. When that is over, the database is
 * told to stop what it does for the request, and begins nothing more.
 */
public final class Deadline implements AutoCloseable {

	/**
	 * How often somebody looks whose time is over, so that no request has to set a clock
	 * of its own.
	 */
	private static final Duration TICK = Duration.ofMillis(20);

	private static final Logger logger = LoggerFactory.getLogger(Deadline.class);

	private static final Set<Deadline> RUNNING = ConcurrentHashMap.newKeySet();

	static {
		Thread clock = new Thread(Deadline::keepLooking, "deadlines");
		clock.setDaemon(true);
		clock.start();
	}

	private static final ThreadLocal<@Nullable Deadline> CURRENT = new ThreadLocal<>();

	private final List<Runnable> actions = new CopyOnWriteArrayList<>();

	private final Map<Thread, Statement> statements = new ConcurrentHashMap<>();

	private final long end;

	private volatile boolean over;

	private Deadline(long end) {
		this.end = end;
	}

	/**
	 * A deadline that begins to run now, until it is closed.
	 */
	public static Deadline in(Duration time) {
		return running(System.nanoTime() + time.toNanos());
	}

	/**
	 * The same for a part of this thread's request: it ends with that at the latest.
	 */
	public static Deadline forPart(Duration time) {
		long end = System.nanoTime() + time.toNanos();
		Deadline whole = CURRENT.get();
		return running((whole != null && whole.end - end < 0) ? whole.end : end);
	}

	private static Deadline running(long end) {
		Deadline deadline = new Deadline(end);
		RUNNING.add(deadline);
		return deadline;
	}

	/**
	 * The deadline of this thread's request, null where it has none.
	 */
	public static @Nullable Deadline get() {
		return CURRENT.get();
	}

	/**
	 * Does a piece of work that has to be done by then.
	 */
	public <T> T during(Supplier<T> work) {
		Deadline before = CURRENT.get();
		CURRENT.set(this);
		try {
			return work.get();
		}
		finally {
			if (before != null) {
				CURRENT.set(before);
			}
			else {
				CURRENT.remove();
			}
		}
	}

	/**
	 * Whether the time is over.
	 */
	public boolean isOver() {
		return this.over;
	}

	/**
	 * Does something as soon as the time is over.
	 */
	public void whenOver(Runnable action) {
		this.actions.add(action);
	}

	/**
	 * Notes what this thread is going to ask the database, in the place of what it asked
	 * before.
	 * @throws QueryTimeoutException if the time is over
	 */
	static void watch(Statement statement) {
		check();
		Deadline deadline = CURRENT.get();
		if (deadline != null) {
			deadline.statements.put(Thread.currentThread(), statement);
		}
	}

	/**
	 * Goes on only if there is time left, or no deadline.
	 * @throws QueryTimeoutException if the time is over
	 */
	static void check() {
		Deadline deadline = CURRENT.get();
		if (deadline != null && deadline.over) {
			throw new QueryTimeoutException("The time for this answer is over");
		}
	}

	private static void keepLooking() {
		while (true) {
			LockSupport.parkNanos(TICK.toNanos());
			try {
				RUNNING.stream().filter((deadline) -> System.nanoTime() - deadline.end >= 0).forEach(Deadline::stop);
			}
			catch (Throwable ex) {
				// there may be no memory to tell of it; this thread must go on
			}
		}
	}

	/**
	 * Again at each look, since a statement that was about to begin has not heard it.
	 */
	private void stop() {
		this.over = true;
		this.actions.forEach(Deadline::run);
		this.statements.values().forEach((statement) -> run(() -> cancel(statement)));
	}

	/**
	 * Whatever goes wrong, everybody else's time is still to be looked at.
	 */
	private static void run(Runnable action) {
		try {
			action.run();
		}
		catch (Throwable ex) {
			logger.error("Could not stop what takes too long", ex);
		}
	}

	private static void cancel(Statement statement) {
		try {
			statement.cancel();
		}
		catch (SQLException ex) {
			// It is closed, and so has come to its end.
		}
	}

	@Override
	public void close() {
		RUNNING.remove(this);
		this.statements.clear();
	}

}
