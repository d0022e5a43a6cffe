package org.incumbent.graphql;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * One batch loader for each type of record that has an id, so that records which many
 * fields of a query lead to are fetched together.
 */
@Component
class NodeLoaders {

	private final Map<String, NodeRepository<?>> repositories;

	private final Batches batches;

	NodeLoaders(List<NodeRepository<?>> repositories, Batches batches) {
		this.batches = batches;
		this.repositories = repositories.stream()
			.collect(Collectors.toUnmodifiableMap((repository) -> repository.type().getSimpleName(),
					Function.identity()));
		repositories.forEach((repository) -> register(repository, batches));
	}

	private static <T> void register(NodeRepository<T> repository, Batches batches) {
		batches.add(batch(repository.type()), repository::findByIds);
	}

	/**
	 * The name of the batch that finds records of a type by their keys.
	 */
	static String batch(Class<?> type) {
		return type.getName();
	}

	/**
	 * Finds a record for a field, null where no record of the release has the key or no
	 * such type has ids.
	 * @param type the name of the GraphQL type
	 */
	CompletableFuture<@Nullable Object> load(FieldPlace place, String type, String key) {
		NodeRepository<?> repository = this.repositories.get(type);
		if (repository == null) {
			return CompletableFuture.completedFuture(null);
		}
		return this.batches.<String, @Nullable Object>loader(batch(repository.type()), place).load(key);
	}

}
