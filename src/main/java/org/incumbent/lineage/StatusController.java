package org.incumbent.lineage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.incumbent.graphql.Loader;
import org.incumbent.organisation.Organisation;
import org.incumbent.organisation.OrganisationChange;
import org.incumbent.organisation.OrganisationChangeRepository.Side;
import org.incumbent.paging.BatchKey;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves what had become of organisations, in words.
 */
@Controller
class StatusController {

	@SchemaMapping
	CompletableFuture<String> status(Organisation organisation, @Argument @Nullable LocalDate asOf,
			Loader<String, List<OrganisationChange>> changesOfOrganisation,
			Loader<BatchKey<Side>, List<Organisation>> bodiesOfChange) {
		return changesOfOrganisation.load(organisation.key())
			.thenCompose((changes) -> withBodies(changes, bodiesOfChange))
			.thenApply((changes) -> StatusWording.of(organisation, changes, asOf));
	}

	private static CompletableFuture<List<ChangeOfBody>> withBodies(List<OrganisationChange> changes,
			Loader<BatchKey<Side>, List<Organisation>> bodiesOfChange) {
		List<BatchKey<Side>> from = changes.stream().map((change) -> new BatchKey<>(change.key(), Side.FROM)).toList();
		List<BatchKey<Side>> to = changes.stream().map((change) -> new BatchKey<>(change.key(), Side.TO)).toList();
		return bodiesOfChange.loadMany(from).thenCombine(bodiesOfChange.loadMany(to), (origins, results) -> {
			List<ChangeOfBody> all = new ArrayList<>();
			for (int i = 0; i < changes.size(); i++) {
				all.add(new ChangeOfBody(changes.get(i), origins.get(i), results.get(i)));
			}
			return all;
		});
	}

}
