package org.incumbent.release;

import java.util.concurrent.CompletableFuture;

import graphql.schema.DataFetchingEnvironment;
import org.incumbent.graphql.NodeLoaders;
import org.incumbent.paging.Connection;
import org.incumbent.paging.PageRequest;
import org.incumbent.source.Subject;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves what the release is known to lack.
 */
@Controller
class WantedFactController {

	private final WantedFactRepository wantedFacts;

	private final NodeLoaders nodes;

	WantedFactController(WantedFactRepository wantedFacts, NodeLoaders nodes) {
		this.wantedFacts = wantedFacts;
		this.nodes = nodes;
	}

	@SchemaMapping
	Connection<WantedFact> wantedFacts(Dataset dataset, PageRequest page) {
		return this.wantedFacts.list(page);
	}

	@SchemaMapping
	CompletableFuture<@Nullable Object> subject(WantedFact wanted, DataFetchingEnvironment environment) {
		Subject about = wanted.about();
		return (about != null) ? this.nodes.load(environment, about.type(), about.key())
				: CompletableFuture.completedFuture(null);
	}

}
