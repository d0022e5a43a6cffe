package org.incumbent.graphql;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets so many queries be executed at once, a few more wait for a moment, and no others.
 */
final class Turns {

	private final LimitProperties limits;

	private final Semaphore free;

	private final AtomicInteger waiting = new AtomicInteger();

	Turns(LimitProperties limits) {
		this.limits = limits;
		this.free = new Semaphore(limits.atOnce(), true);
	}

	/**
	 * Takes a turn, to be given back, after waiting for it if need be.
	 * @return false if there is none
	 */
	boolean take() {
		if (this.free.tryAcquire()) {
			return true;
		}
		try {
			return this.waiting.incrementAndGet() <= this.limits.waiting()
					&& this.free.tryAcquire(this.limits.patience().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		finally {
			this.waiting.decrementAndGet();
		}
	}

	void giveBack() {
		this.free.release();
	}

}
