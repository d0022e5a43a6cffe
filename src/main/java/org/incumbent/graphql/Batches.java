package org.incumbent.graphql;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import graphql.schema.DataFetchingEnvironment;
import reactor.core.publisher.Mono;

import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;

/**
 * What the fields of a query find for many records at once, by name: each in one call for
 * the whole query, and only what was not found lately.
 */
@Component
public class Batches {

	private final BatchLoaderRegistry registry;

	private final RowCache rows;

	private final Set<String> names = ConcurrentHashMap.newKeySet();

	Batches(BatchLoaderRegistry registry, RowCache rows) {
		this.registry = registry;
		this.rows = rows;
	}

	/**
	 * Adds a way to find something.
	 * @param name that of the {@link Loader} parameters which it is for
	 * @param find finds it for several keys; a key without an entry has none
	 */
	public <K, V> void add(String name, Function<Collection<K>, Map<K, V>> find) {
		this.names.add(name);
		this.registry.<K, V>forName(name)
			.registerMappedBatchLoader((keys, environment) -> Mono.fromSupplier(() -> this.rows.get(name, keys, find)));
	}

	boolean has(String name) {
		return this.names.contains(name);
	}

	<K, V> Loader<K, V> loader(String name, DataFetchingEnvironment environment) {
		return new Loader<>(name, this.rows, environment);
	}

}
