package org.incumbent.graphql;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.incumbent.store.StoreOpening;
import org.incumbent.web.RequestThreads;

import org.springframework.util.unit.DataSize;

/**
 * For a repository that is to look everything up.
 */
public final class NothingKept {

	private NothingKept() {
	}

	/**
	 * A cache that keeps nothing and needs no store.
	 */
	public static RowCache rows() {
		return new RowCache(new StoreOpening(new CompletableFuture<>()),
				new RowProperties(DataSize.ofBytes(0), false, Duration.ZERO));
	}

	/**
	 * A way to ask that waits for nobody, and needs no store.
	 */
	public static SharedRounds rounds() {
		return new SharedRounds(() -> false, new RequestThreads(1, 1), Duration.ZERO);
	}

	/**
	 * A memory that reads everything anew and needs no store.
	 */
	public static ReleaseMemory memory() {
		return new ReleaseMemory(new StoreOpening(new CompletableFuture<>())) {

			@Override
			public <V> V get(String name, Supplier<V> read) {
				return read.get();
			}

		};
	}

}
