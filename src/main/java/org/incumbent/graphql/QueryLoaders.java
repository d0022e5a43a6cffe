package org.incumbent.graphql;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;
import org.incumbent.store.Deadline;
import org.incumbent.store.KeptRelease;
import org.incumbent.store.RequestedRelease;
import org.jspecify.annotations.Nullable;

/**
 * The batches of one query, each made when the first field asks for it; they find what
 * they find in the release and the time of the query, whichever thread they are in.
 */
final class QueryLoaders extends DataLoaderRegistry {

	private final Batches batches;

	private final @Nullable KeptRelease release = RequestedRelease.get();

	private final @Nullable Deadline deadline = Deadline.get();

	QueryLoaders(Batches batches) {
		this.batches = batches;
	}

	@Override
	public <K, V> DataLoader<K, V> getDataLoader(String name) {
		return computeIfAbsent(name, (absent) -> DataLoaderFactory
			.<Object, Object>newMappedDataLoader((keys) -> CompletableFuture.completedFuture(find(name, keys))));
	}

	private Map<Object, Object> find(String name, Collection<Object> keys) {
		KeptRelease asked = this.release;
		if (asked == null || asked.equals(RequestedRelease.get())) {
			return this.batches.find(name, keys);
		}
		return RequestedRelease.during(asked, () -> (this.deadline == null) ? this.batches.find(name, keys)
				: this.deadline.during(() -> this.batches.find(name, keys)));
	}

}
