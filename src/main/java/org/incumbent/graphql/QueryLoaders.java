package org.incumbent.graphql;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * What the fields of one query want to be found, in rounds: when no field can go on, what
 * the outermost of them want is found, by one call for each batch, and only then do they
 * go on. Those further in wait for what is wanted so far out, since their like may be
 * wanted by then, unless the batch is asked anyway. The fields of a query are found in
 * one thread, so that the rounds are the same each time.
 */
final class QueryLoaders {

	private final Batches batches;

	private final Map<String, Map<Object, CompletableFuture<Object>>> all = new HashMap<>();

	private final Map<String, Wanted> wanted = new LinkedHashMap<>();

	QueryLoaders(Batches batches) {
		this.batches = batches;
	}

	/**
	 * What a batch will find for a key, or has found already; null if that is nothing.
	 * @param level how far in the field is that wants it
	 */
	@SuppressWarnings("unchecked")
	<V> CompletableFuture<V> load(String name, Object key, int level) {
		Map<Object, CompletableFuture<Object>> futures = this.all.computeIfAbsent(name, (absent) -> new HashMap<>());
		CompletableFuture<Object> future = futures.get(key);
		if (future == null) {
			future = new CompletableFuture<>();
			futures.put(key, future);
			this.wanted.computeIfAbsent(name, Wanted::new).add(key, future, level);
		}
		return (CompletableFuture<V>) future;
	}

	/**
	 * Finds all that is wanted, and what the fields then want, to the end of the query.
	 */
	void findAll() {
		while (!this.wanted.isEmpty()) {
			int outermost = this.wanted.values().stream().mapToInt((each) -> each.level).min().orElseThrow();
			List<Wanted> round = this.wanted.values().stream().filter((each) -> each.level == outermost).toList();
			round.forEach((each) -> this.wanted.remove(each.name));
			List<Found> found = this.batches.find(round);
			for (int i = 0; i < round.size(); i++) {
				round.get(i).goOn(found.get(i));
			}
		}
	}

	/**
	 * What is wanted of one batch.
	 */
	static final class Wanted {

		private final String name;

		private final Map<Object, CompletableFuture<Object>> futures = new LinkedHashMap<>();

		private int level = Integer.MAX_VALUE;

		Wanted(String name) {
			this.name = name;
		}

		String name() {
			return this.name;
		}

		List<Object> keys() {
			return List.copyOf(this.futures.keySet());
		}

		private void add(Object key, CompletableFuture<Object> future, int level) {
			this.futures.put(key, future);
			this.level = Math.min(this.level, level);
		}

		private void goOn(Found found) {
			Map<Object, Object> answers = found.answers();
			if (answers != null) {
				this.futures.forEach((key, future) -> future.complete(answers.get(key)));
				return;
			}
			RuntimeException failure = Objects.requireNonNull(found.failure());
			this.futures.values().forEach((future) -> future.completeExceptionally(failure));
		}

	}

}
