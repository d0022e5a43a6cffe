package org.incumbent.store;

/**
 * Another is changing the store at the moment.
 */
public final class StoreBusyException extends StoreException {

	StoreBusyException() {
		super("Somebody else is changing the store at the moment, by an import or the like: wait until that is done, and do this again");
	}

}
