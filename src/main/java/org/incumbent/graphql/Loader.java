package org.incumbent.graphql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import graphql.schema.DataFetchingEnvironment;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/**
 * Finds something for one record of a query: at once where it is known, and else together
 * with what the query's other records want. A controller method takes one as a parameter
 * that has the name of a batch, or the type of a node as its second type argument.
 *
 * @param <K> what it is asked by
 * @param <V> what it finds
 */
public final class Loader<K, V> {

	private final String name;

	private final RowCache rows;

	private final Supplier<DataFetchingEnvironment> environment;

	private @Nullable DataLoader<K, V> batch;

	Loader(String name, RowCache rows, Supplier<DataFetchingEnvironment> environment) {
		this.name = name;
		this.rows = rows;
		this.environment = environment;
	}

	/**
	 * What there is for a key, null if there is nothing.
	 */
	public CompletableFuture<V> load(K key) {
		V known = known(key);
		return (known != null) ? CompletableFuture.completedFuture(known) : batch().load(key);
	}

	/**
	 * What there is for each of several keys, in their order.
	 */
	public CompletableFuture<List<V>> loadMany(Collection<K> keys) {
		List<V> known = new ArrayList<>();
		for (K key : keys) {
			V each = known(key);
			if (each == null) {
				return batch().loadMany(List.copyOf(keys));
			}
			known.add(each);
		}
		return CompletableFuture.completedFuture(known);
	}

	@SuppressWarnings("unchecked")
	private @Nullable V known(K key) {
		return (V) this.rows.getIfKnown(this.name, key);
	}

	private DataLoader<K, V> batch() {
		DataLoader<K, V> found = this.batch;
		if (found == null) {
			found = Objects.requireNonNull(this.environment.get().getDataLoader(this.name));
			this.batch = found;
		}
		return found;
	}

}
