package org.incumbent.web;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads that requests are answered in: a few, one more for each that is away, and
 * more as long as requests wait for one. A thread that goes on with the next request need
 * not be woken for it, which takes as long as a small answer.
 */
public final class RequestThreads extends ThreadPoolExecutor {

	/** How long a request waits before there are more threads. */
	static final Duration PATIENCE = Duration.ofMillis(25);

	/** How long a thread beyond the few is there without anything to do. */
	private static final Duration IDLE = Duration.ofSeconds(1);

	private final int few;

	private final LongSupplier nanoseconds;

	private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, named("request-threads"));

	private final AtomicBoolean looking = new AtomicBoolean();

	private final AtomicInteger away = new AtomicInteger();

	/**
	 * Threads for requests.
	 * @param few how many there are where none waits for long, at least 1
	 * @param most how many there are at most
	 */
	public RequestThreads(int few, int most) {
		this(few, most, System::nanoTime);
	}

	RequestThreads(int few, int most, LongSupplier nanoseconds) {
		super(few, Math.max(few, most), IDLE.toNanos(), TimeUnit.NANOSECONDS, new LinkedBlockingQueue<>(),
				named("request-"));
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
		replaceThoseAway();
		lookSoon();
	}

	/**
	 * Waits for something in one of these threads, in whose place there may be another
	 * one meanwhile.
	 */
	public <T> T away(Supplier<T> waiting) {
		this.away.incrementAndGet();
		try {
			replaceThoseAway();
			return waiting.get();
		}
		finally {
			this.away.decrementAndGet();
		}
	}

	private void replaceThoseAway() {
		if (areTooFewHere()) {
			synchronized (this) {
				if (areTooFewHere()) {
					add(1);
				}
			}
		}
	}

	private boolean areTooFewHere() {
		int all = getPoolSize();
		return !getQueue().isEmpty() && all - this.away.get() < this.few && all < getMaximumPoolSize();
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
	void look() {
		if (getQueue().peek() instanceof Waiting first
				&& this.nanoseconds.getAsLong() - first.since() >= PATIENCE.toNanos()) {
			add(Math.max(1, getQueue().size() / 2));
		}
	}

	/**
	 * Makes threads at once, without keeping them for long.
	 */
	private synchronized void add(int more) {
		setCorePoolSize(Math.min(getPoolSize() + more, getMaximumPoolSize()));
		setCorePoolSize(this.few);
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
