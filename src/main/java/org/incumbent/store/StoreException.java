package org.incumbent.store;

/**
 * What was asked of the store cannot be done; the message says why and what to do, and
 * nothing was changed.
 */
public sealed class StoreException extends RuntimeException permits StoreBusyException {

	public StoreException(String message) {
		super(message);
	}

}
