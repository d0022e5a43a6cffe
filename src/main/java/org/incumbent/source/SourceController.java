package org.incumbent.source;

import java.util.concurrent.CompletableFuture;

import org.incumbent.graphql.Batches;
import org.incumbent.graphql.GlobalId;
import org.incumbent.graphql.Loader;
import org.incumbent.graphql.NodeLoader;
import org.incumbent.paging.BatchKey;
import org.incumbent.paging.Connection;
import org.incumbent.paging.PageRequest;
import org.incumbent.source.ClaimRepository.ClaimArguments;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves sources and what they claim.
 */
@Controller
class SourceController {

	private final SourceRepository sources;

	private final ClaimRepository claims;

	SourceController(SourceRepository sources, ClaimRepository claims, Batches batches) {
		this.sources = sources;
		this.claims = claims;
		batches.<BatchKey<ClaimArguments>, Connection<Claim>>add("claimPages",
				(keys) -> BatchKey.load(keys, claims::findBySources));
	}

	@QueryMapping
	CompletableFuture<@Nullable Source> source(@Argument SourceBy by, Loader<String, Source> loader) {
		if (by.id() != null) {
			return loader.load(GlobalId.keyOf(by.id(), "Source", "by.id"));
		}
		if (by.slug() != null) {
			return CompletableFuture.completedFuture(this.sources.findBySlug(by.slug()).orElse(null));
		}
		return CompletableFuture
			.completedFuture((by.url() != null) ? this.sources.findByUrl(by.url()).orElse(null) : null);
	}

	@QueryMapping
	Connection<Source> sources(@Argument @Nullable SourceFilter filter, PageRequest page) {
		return this.sources.list(filter, page);
	}

	@QueryMapping
	Connection<Claim> claims(@Argument @Nullable ClaimFilter filter, PageRequest page) {
		return this.claims.list(filter, page);
	}

	@SchemaMapping
	CompletableFuture<Connection<Claim>> claims(Source source, @Argument @Nullable ClaimFilter filter, PageRequest page,
			Loader<BatchKey<ClaimArguments>, Connection<Claim>> claimPages) {
		return claimPages.load(new BatchKey<>(source.key(), new ClaimArguments(filter, page)));
	}

	@SchemaMapping
	CompletableFuture<@Nullable Object> subject(Claim claim, NodeLoader nodes) {
		return nodes.load(claim.about().type(), claim.about().key());
	}

	@SchemaMapping
	CompletableFuture<Source> source(Claim claim, Loader<String, Source> loader) {
		return loader.load(claim.sourceKey());
	}

	/**
	 * What to find a source by: exactly one of these.
	 */
	record SourceBy(@Nullable String id, @Nullable String slug, @Nullable String url) {

	}

}
