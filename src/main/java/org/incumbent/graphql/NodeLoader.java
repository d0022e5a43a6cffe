package org.incumbent.graphql;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Finds records of any type that has ids for one record of a query, together with those
 * that the query's other records lead to. A controller method takes one as a parameter.
 */
public final class NodeLoader {

	private final NodeLoaders nodes;

	private final FieldPlace place;

	NodeLoader(NodeLoaders nodes, FieldPlace place) {
		this.nodes = nodes;
		this.place = place;
	}

	/**
	 * The record of a type, null where no record of the release has the key or no such
	 * type has ids.
	 * @param type the name of the GraphQL type
	 */
	public CompletableFuture<@Nullable Object> load(String type, String key) {
		return this.nodes.load(this.place, type, key);
	}

	/**
	 * Several records of any types, in the order asked for.
	 * @param references what points to the records
	 */
	public <R> CompletableFuture<List<@Nullable Object>> loadAll(List<R> references, Function<R, String> type,
			Function<R, String> key) {
		return Loader
			.all(references.stream().map((reference) -> load(type.apply(reference), key.apply(reference))).toList());
	}

}
