package org.incumbent.web;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads that requests are answered in: a few, and more as long as requests wait for
 * one. A thread that goes on with the next request need not be woken for it, which takes
 * as long as a small answer.
 */
final class RequestThreads extends ThreadPoolExecutor {

	/** How long a request waits before there are more threads. */
	static final Duration PATIENCE = Duration.ofMillis(25);

	private final int few;

	private final LongSupplier nanoseconds;

	private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, named("request-threads"));

	private final AtomicBoolean looking = new AtomicBoolean();

	/**
	 * Threads for requests.
	 * @param few how many there are where none waits for long, at least 1
	 * @param most how many there are at most
	 */
	RequestThreads(int few, int most) {
		this(few, most, System::nanoTime);
	}

	RequestThreads(int few, int most, LongSupplier nanoseconds) {
		// one of the others ends when nothing waits
		super(few, Math.max(few, most), 0, TimeUnit.NANOSECONDS, new LinkedBlockingQueue<>(), named("request-"));
		this.few = few;
		this.nanoseconds = nanoseconds;
	}

	private static CustomizableThreadFactory named(String prefix) {
		CustomizableThreadFactory threads = new CustomizableThreadFactory(prefix);
		threads.setDaemon(true);
		return threads;
	}

	@Override
	public void execute(Runnable work) {
		super.execute(new Waiting(work, this.nanoseconds.getAsLong()));
		lookSoon();
	}

	private void lookSoon() {
		if (!getQueue().isEmpty() && this.looking.compareAndSet(false, true)) {
			Future<?> unused = this.clock.schedule(this::lookAgain, PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
		}
	}

	private void lookAgain() {
		try {
			look();
		}
		finally {
			this.looking.set(false);
			lookSoon();
		}
	}

	/**
	 * Makes threads for half of those that wait, if the first one has waited too long.
	 */
	synchronized void look() {
		if (getQueue().peek() instanceof Waiting first
				&& this.nanoseconds.getAsLong() - first.since() >= PATIENCE.toNanos()) {
			int wanted = getPoolSize() + Math.max(1, getQueue().size() / 2);
			// makes them at once, but does not keep them
			setCorePoolSize(Math.min(wanted, getMaximumPoolSize()));
			setCorePoolSize(this.few);
		}
	}

	@Override
	protected void terminated() {
		this.clock.shutdownNow();
		super.terminated();
	}

	/**
	 * What is to be done, and since when.
	 */
	private record Waiting(Runnable work, long since) implements Runnable {

		@Override
		public void run() {
			work.run();
		}

	}

}
