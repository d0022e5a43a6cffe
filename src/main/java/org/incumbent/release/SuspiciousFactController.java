package org.incumbent.release;

import java.util.concurrent.CompletableFuture;

import graphql.schema.DataFetchingEnvironment;
import org.incumbent.graphql.NodeLoaders;
import org.incumbent.paging.Connection;
import org.incumbent.paging.PageRequest;
import org.incumbent.source.Subject;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves what is suspicious in the release.
 */
@Controller
class SuspiciousFactController {

	private final SuspiciousFactRepository suspiciousFacts;

	private final NodeLoaders nodes;

	SuspiciousFactController(SuspiciousFactRepository suspiciousFacts, NodeLoaders nodes) {
		this.suspiciousFacts = suspiciousFacts;
		this.nodes = nodes;
	}

	@SchemaMapping
	Connection<SuspiciousFact> suspiciousFacts(Dataset dataset, @Argument @Nullable SuspiciousFactFilter filter,
			PageRequest page) {
		return this.suspiciousFacts.list(filter, page);
	}

	@SchemaMapping
	CompletableFuture<@Nullable Object> subject(SuspiciousFact fact, DataFetchingEnvironment environment) {
		return this.nodes.load(environment, fact.about().type(), fact.about().key());
	}

	@SchemaMapping
	CompletableFuture<@Nullable Object> other(SuspiciousFact fact, DataFetchingEnvironment environment) {
		Subject other = fact.other();
		return (other != null) ? this.nodes.load(environment, other.type(), other.key())
				: CompletableFuture.completedFuture(null);
	}

}
