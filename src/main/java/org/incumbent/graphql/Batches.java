package org.incumbent.graphql;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

import graphql.schema.DataFetchingEnvironment;

import org.springframework.stereotype.Component;

/**
 * What the fields of a query find for many records at once, by name: each in one call for
 * the whole query, and only what was not found lately.
 */
@Component
public class Batches {

	private final RowCache rows;

	private final Map<String, Function<Collection<Object>, Map<Object, Object>>> finders = new ConcurrentHashMap<>();

	Batches(RowCache rows) {
		this.rows = rows;
	}

	/**
	 * Adds a way to find something.
	 * @param name that of the {@link Loader} parameters which it is for
	 * @param find finds it for several keys; a key without an entry has none
	 */
	@SuppressWarnings("unchecked")
	public <K, V> void add(String name, Function<Collection<K>, Map<K, V>> find) {
		Function<Collection<K>, Map<K, V>> known = (keys) -> this.rows.get(name, keys, find);
		this.finders.put(name, (Function<Collection<Object>, Map<Object, Object>>) (Function<?, ?>) known);
	}

	boolean has(String name) {
		return this.finders.containsKey(name);
	}

	<K, V> Loader<K, V> loader(String name, Supplier<DataFetchingEnvironment> environment) {
		return new Loader<>(name, this.rows, environment);
	}

	/**
	 * Finds something for several keys.
	 * @param name as it was added
	 */
	Map<Object, Object> find(String name, Collection<Object> keys) {
		return Objects.requireNonNull(this.finders.get(name)).apply(keys);
	}

}
