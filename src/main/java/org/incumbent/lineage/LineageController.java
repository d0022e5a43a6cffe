package org.incumbent.lineage;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import org.incumbent.graphql.BadRequestException;
import org.incumbent.graphql.Batches;
import org.incumbent.graphql.Loader;
import org.incumbent.lineage.LineageRepository.Reach;
import org.incumbent.lineage.LineageRepository.Side;
import org.incumbent.organisation.Organisation;
import org.incumbent.organisation.OrganisationChange;
import org.incumbent.paging.BatchKey;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves what organisations came from and went into.
 */
@Controller
class LineageController {

	LineageController(LineageRepository lineage, Batches batches) {
		batches.<BatchKey<Reach>, List<OrganisationLink>>add("organisationLinks",
				(keys) -> BatchKey.load(keys, lineage::findLinks));
	}

	@SchemaMapping
	CompletableFuture<List<OrganisationLink>> predecessors(Organisation organisation, @Argument @Nullable Integer depth,
			@Argument @Nullable Calendar calendar, Loader<BatchKey<Reach>, List<OrganisationLink>> organisationLinks) {
		return organisationLinks.load(new BatchKey<>(organisation.key(), reach(Side.PREDECESSORS, depth, calendar)));
	}

	@SchemaMapping
	CompletableFuture<List<OrganisationLink>> successors(Organisation organisation, @Argument @Nullable Integer depth,
			@Argument @Nullable Calendar calendar, Loader<BatchKey<Reach>, List<OrganisationLink>> organisationLinks) {
		return organisationLinks.load(new BatchKey<>(organisation.key(), reach(Side.SUCCESSORS, depth, calendar)));
	}

	@SchemaMapping
	CompletableFuture<Organisation> organisation(OrganisationLink link, Loader<String, Organisation> loader) {
		return loader.load(link.organisationKey());
	}

	@SchemaMapping
	CompletableFuture<OrganisationChange> change(OrganisationLink link, Loader<String, OrganisationChange> loader) {
		return loader.load(link.changeKey());
	}

	private static Reach reach(Side side, @Nullable Integer depth, @Nullable Calendar calendar) {
		int most = Objects.requireNonNullElse(depth, 1);
		if (most < 1) {
			throw new BadRequestException(
					"'depth' takes a number from 1; this is %d: send 1 for the nearest bodies, ".formatted(most)
							+ "more for those further on");
		}
		return new Reach(side, most, Objects.requireNonNullElse(calendar, Calendar.LEGAL));
	}

}
