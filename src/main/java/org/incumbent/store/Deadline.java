package org.incumbent.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.QueryTimeoutException;

/**
 * When the request at work has to have its answer. When that is over, the database is
 * told to stop what it does for the request, and begins nothing more.
 */
public final class Deadline implements AutoCloseable {

	/**
	 * How often the database is told again: one that was about to begin has not heard it.
	 */
	private static final Duration AGAIN = Duration.ofMillis(50);

	private static final ScheduledThreadPoolExecutor CLOCK = clock();

	private static final ThreadLocal<@Nullable Deadline> CURRENT = new ThreadLocal<>();

	private final List<Runnable> actions = new CopyOnWriteArrayList<>();

	private final Map<Thread, Statement> statements = new ConcurrentHashMap<>();

	private final Future<?> tick;

	private volatile boolean over;

	private Deadline(Duration time) {
		this.tick = CLOCK.scheduleWithFixedDelay(this::stop, time.toMillis(), AGAIN.toMillis(), TimeUnit.MILLISECONDS);
	}

	/**
	 * A deadline that begins to run now, until it is closed.
	 */
	public static Deadline in(Duration time) {
		return new Deadline(time);
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
			set(before);
		}
	}

	/**
	 * Sets the deadline of this thread's request, or takes it away.
	 */
	static void set(@Nullable Deadline deadline) {
		if (deadline != null) {
			CURRENT.set(deadline);
		}
		else {
			CURRENT.remove();
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

	private void stop() {
		this.over = true;
		this.actions.forEach(Runnable::run);
		this.statements.values().forEach(Deadline::cancel);
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
		this.tick.cancel(false);
		this.statements.clear();
	}

	private static ScheduledThreadPoolExecutor clock() {
		ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(task, "deadlines");
			thread.setDaemon(true);
			return thread;
		});
		clock.setRemoveOnCancelPolicy(true);
		return clock;
	}

}
