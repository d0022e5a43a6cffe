package org.incumbent.store;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Takes a request's deadline from thread to thread.
 */
public final class DeadlineAccessor implements ThreadLocalAccessor<Deadline> {

	@Override
	public Object key() {
		return Deadline.class.getName();
	}

	@Override
	public @Nullable Deadline getValue() {
		return Deadline.get();
	}

	@Override
	public void setValue(Deadline deadline) {
		Deadline.set(deadline);
	}

	@Override
	public void setValue() {
		Deadline.set(null);
	}

}
