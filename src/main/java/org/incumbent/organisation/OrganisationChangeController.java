package org.incumbent.organisation;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.incumbent.graphql.Batches;
import org.incumbent.graphql.Loader;
import org.incumbent.organisation.OrganisationChangeRepository.Side;
import org.incumbent.paging.BatchKey;

import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves what became of organisations.
 */
@Controller
class OrganisationChangeController {

	OrganisationChangeController(OrganisationChangeRepository changes, Batches batches) {
		batches.<String, List<OrganisationChange>>add("changesOfOrganisation",
				(organisations) -> changes.findByOrganisations(organisations));
		batches.<BatchKey<Side>, List<Organisation>>add("bodiesOfChange",
				(keys) -> BatchKey.load(keys, changes::findBodies));
	}

	@SchemaMapping
	CompletableFuture<List<OrganisationChange>> changes(Organisation organisation,
			Loader<String, List<OrganisationChange>> changesOfOrganisation) {
		return changesOfOrganisation.load(organisation.key());
	}

	@SchemaMapping
	CompletableFuture<List<Organisation>> from(OrganisationChange change,
			Loader<BatchKey<Side>, List<Organisation>> bodiesOfChange) {
		return bodiesOfChange.load(new BatchKey<>(change.key(), Side.FROM));
	}

	@SchemaMapping
	CompletableFuture<List<Organisation>> to(OrganisationChange change,
			Loader<BatchKey<Side>, List<Organisation>> bodiesOfChange) {
		return bodiesOfChange.load(new BatchKey<>(change.key(), Side.TO));
	}

}
