package org.incumbent.graphql;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/**
 * Looks any record up by its global id.
 */
@Controller
class NodeController {

	@QueryMapping
	CompletableFuture<@Nullable Object> node(@Argument String id, NodeLoader nodes) {
		GlobalId parsed = GlobalId.parse(id);
		return nodes.load(parsed.type(), parsed.key());
	}

	@QueryMapping
	CompletableFuture<List<@Nullable Object>> nodes(@Argument List<String> ids, NodeLoader nodes) {
		List<GlobalId> parsed = ids.stream().map(GlobalId::parse).toList();
		return nodes.loadAll(parsed, GlobalId::type, GlobalId::key);
	}

}
