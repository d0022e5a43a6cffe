package org.incumbent.graphql;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.incumbent.graphql.QueryLoaders.Wanted;

import org.springframework.stereotype.Component;

/**
 * What the fields of a query find for many records at once, by name: each in one call for
 * the whole query, and only what was not found lately.
 */
@Component
public class Batches {

	private final RowCache rows;

	private final SharedRounds rounds;

	private final Map<String, Function<Collection<Object>, Map<Object, Object>>> finders = new ConcurrentHashMap<>();

	Batches(RowCache rows, SharedRounds rounds) {
		this.rows = rows;
		this.rounds = rounds;
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

	<K, V> Loader<K, V> loader(String name, FieldPlace place) {
		return new Loader<>(name, this.rows, place);
	}

	/**
	 * Finds what is wanted, each by the name as it was added.
	 */
	List<Found> find(List<Wanted> wanted) {
		return this.rounds.find(wanted.stream()
			.map((each) -> new Want(each.name(), each.keys(), Objects.requireNonNull(this.finders.get(each.name()))))
			.toList());
	}

}
