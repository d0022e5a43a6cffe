package org.incumbent.release;

import java.util.concurrent.CompletableFuture;

import org.incumbent.graphql.NodeLoader;
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

	WantedFactController(WantedFactRepository wantedFacts) {
		this.wantedFacts = wantedFacts;
	}

	@SchemaMapping
	Connection<WantedFact> wantedFacts(Dataset dataset, PageRequest page) {
		return this.wantedFacts.list(page);
	}

	@SchemaMapping
	CompletableFuture<@Nullable Object> subject(WantedFact wanted, NodeLoader nodes) {
		Subject about = wanted.about();
		return (about != null) ? nodes.load(about.type(), about.key()) : CompletableFuture.completedFuture(null);
	}

}
