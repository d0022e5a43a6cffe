package org.incumbent.store;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The release that the request at work is answered from, in the thread that works on it.
 */
public final class RequestedRelease {

	private static final ThreadLocal<@Nullable KeptRelease> REQUESTED = new ThreadLocal<>();

	private RequestedRelease() {
	}

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

}
