package org.incumbent.store;

/**
 * What was asked of the store cannot be done; the message says why and what to do, and
 * nothing was changed.
 */
public final class StoreException extends RuntimeException {

	public StoreException(String message) {
		super(message);
	}

}
