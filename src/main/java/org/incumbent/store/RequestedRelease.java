package org.incumbent.store;

import java.util.function.Supplier;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * The release that the request at work is answered from; it goes with the request from
 * thread to thread.
 */
public final class RequestedRelease implements ThreadLocalAccessor<KeptRelease> {

	private static final ThreadLocal<@Nullable KeptRelease> REQUESTED = new ThreadLocal<>();

	/**
	 * The release of this thread's request, null where none was chosen: then it is the
	 * one in service.
	 */
	public static @Nullable KeptRelease get() {
		return REQUESTED.get();
	}

	/**
	 * Does a piece of work that is to be answered from a release; after it, the thread
	 * has the release that it had before.
	 */
	public static <T extends @Nullable Object> T during(KeptRelease release, Supplier<T> work) {
		KeptRelease before = REQUESTED.get();
		REQUESTED.set(release);
		try {
			return work.get();
		}
		finally {
			if (before != null) {
				REQUESTED.set(before);
			}
			else {
				REQUESTED.remove();
			}
		}
	}

	@Override
	public Object key() {
		return RequestedRelease.class.getName();
	}

	@Override
	public @Nullable KeptRelease getValue() {
		return REQUESTED.get();
	}

	@Override
	public void setValue(KeptRelease release) {
		REQUESTED.set(release);
	}

	@Override
	public void setValue() {
		REQUESTED.remove();
	}

}
