package org.incumbent.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * The releases that are served, as soon as the store is open and has one in service.
 */
public final class StoreOpening implements AutoCloseable {

	private final CompletableFuture<ServedReleases> opened;

	public StoreOpening(CompletableFuture<ServedReleases> opened) {
		this.opened = opened;
	}

	/**
	 * Waits for the releases.
	 * @throws RuntimeException what kept the store from being opened
	 */
	public ServedReleases releases() {
		try {
			return this.opened.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw ex;
		}
	}

	/**
	 * Does something each time after another release is kept, put into service or gone,
	 * as soon as the store is open; nobody waits for it.
	 */
	public void whenChanged(Consumer<ServedReleases> action) {
		CompletableFuture<?> unused = this.opened
			.thenAccept((releases) -> releases.whenChanged(() -> action.accept(releases)));
	}

	/**
	 * Waits for the store and closes it; what kept it from being opened is told to those
	 * who asked for the releases.
	 */
	@Override
	public void close() {
		this.opened.thenAccept(ServedReleases::close).exceptionally((failure) -> null).join();
	}

}
