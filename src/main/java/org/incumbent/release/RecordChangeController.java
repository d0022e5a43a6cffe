package org.incumbent.release;

import java.util.concurrent.CompletableFuture;

import org.incumbent.graphql.BadRequestException;
import org.incumbent.graphql.GlobalId;
import org.incumbent.graphql.NodeLoader;
import org.incumbent.paging.Connection;
import org.incumbent.paging.PageRequest;
import org.incumbent.paging.Walk;
import org.incumbent.store.KeptRelease;
import org.incumbent.store.ServedReleases;
import org.incumbent.store.StoreException;
import org.incumbent.store.StoreOpening;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves what changed between two releases that are kept.
 */
@Controller
class RecordChangeController {

	private final StoreOpening store;

	RecordChangeController(StoreOpening store) {
		this.store = store;
	}

	@SchemaMapping(typeName = "Dataset")
	Connection<RecordChange> changes(@Argument String since, PageRequest page) {
		ServedReleases served = this.store.releases();
		KeptRelease earlier = find(served, since);
		Walk<RecordChange> walk = new Walk<>("changes since " + earlier.checksum(), RecordChange::place);
		try (ReleaseComparison comparison = new ReleaseComparison(served.store(), earlier, served.requested())) {
			return walk.page(page, comparison::changes);
		}
	}

	private static KeptRelease find(ServedReleases served, String version) {
		try {
			return served.find(version);
		}
		catch (StoreException ex) {
			throw new BadRequestException("'since' names no release that is kept. " + ex.getMessage());
		}
	}

	@SchemaMapping
	String id(RecordChange change) {
		return GlobalId.of(change.type(), change.key());
	}

	@SchemaMapping
	CompletableFuture<@Nullable Object> node(RecordChange change, NodeLoader nodes) {
		return nodes.load(change.type(), change.key());
	}

}
