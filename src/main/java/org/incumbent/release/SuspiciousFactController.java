package org.incumbent.release;

import java.util.concurrent.CompletableFuture;

import org.incumbent.graphql.NodeLoader;
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

	SuspiciousFactController(SuspiciousFactRepository suspiciousFacts) {
		this.suspiciousFacts = suspiciousFacts;
	}

	@SchemaMapping
	Connection<SuspiciousFact> suspiciousFacts(Dataset dataset, @Argument @Nullable SuspiciousFactFilter filter,
			PageRequest page) {
		return this.suspiciousFacts.list(filter, page);
	}

	@SchemaMapping
	CompletableFuture<@Nullable Object> subject(SuspiciousFact fact, NodeLoader nodes) {
		return nodes.load(fact.about().type(), fact.about().key());
	}

	@SchemaMapping
	CompletableFuture<@Nullable Object> other(SuspiciousFact fact, NodeLoader nodes) {
		Subject other = fact.other();
		return (other != null) ? nodes.load(other.type(), other.key()) : CompletableFuture.completedFuture(null);
	}

}
