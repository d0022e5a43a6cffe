package org.incumbent.graphql;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.incumbent.store.StoreOpening;

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

}
