package org.incumbent.graphql;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/**
 * Looks any record up by its global id.
 */
@Controller
class NodeController {

	private static final int MOST = 100;

	private final NodeLoaders nodes;

	NodeController(NodeLoaders nodes) {
		this.nodes = nodes;
	}

	@QueryMapping
	CompletableFuture<@Nullable Object> node(@Argument String id, DataFetchingEnvironment environment) {
		GlobalId parsed = GlobalId.parse(id);
		return this.nodes.load(environment, parsed.type(), parsed.key());
	}

	@QueryMapping
	CompletableFuture<List<@Nullable Object>> nodes(@Argument List<String> ids, DataFetchingEnvironment environment) {
		if (ids.size() > MOST) {
			throw new BadRequestException(
					"'ids' takes at most %d ids; this has %d: send several queries".formatted(MOST, ids.size()));
		}
		List<GlobalId> parsed = ids.stream().map(GlobalId::parse).toList();
		return this.nodes.loadAll(environment, parsed, GlobalId::type, GlobalId::key);
	}

}
