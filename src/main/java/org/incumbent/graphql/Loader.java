package org.incumbent.graphql;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

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

	private final FieldPlace place;

	Loader(String name, RowCache rows, FieldPlace place) {
		this.name = name;
		this.rows = rows;
		this.place = place;
	}

	/**
	 * What there is for a key, null if there is nothing.
	 */
	public CompletableFuture<V> load(K key) {
		V known = known(key);
		return (known != null) ? CompletableFuture.completedFuture(known)
				: this.place.loaders().load(this.name, key, this.place.level());
	}

	/**
	 * What there is for each of several keys, in their order.
	 */
	public CompletableFuture<List<V>> loadMany(Collection<K> keys) {
		return all(keys.stream().map(this::load).toList());
	}

	/**
	 * What each of several futures comes to, in their order.
	 */
	static <T extends @Nullable Object> CompletableFuture<List<T>> all(List<CompletableFuture<T>> each) {
		return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new))
			.thenApply((done) -> each.stream().map(CompletableFuture::join).toList());
	}

	@SuppressWarnings("unchecked")
	private @Nullable V known(K key) {
		return (V) this.rows.getIfKnown(this.name, key);
	}

}
