package org.incumbent.organisation;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.dataloader.DataLoader;
import org.incumbent.organisation.OrganisationChangeRepository.Side;
import org.incumbent.paging.BatchKey;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/**
 * Serves what became of organisations.
 */
@Controller
class OrganisationChangeController {

	OrganisationChangeController(OrganisationChangeRepository changes, BatchLoaderRegistry registry) {
		registry.<String, List<OrganisationChange>>forName("changesOfOrganisation")
			.registerMappedBatchLoader((organisations, environment) -> Mono
				.fromSupplier(() -> changes.findByOrganisations(organisations)));
		registry.<BatchKey<Side>, List<Organisation>>forName("bodiesOfChange")
			.registerMappedBatchLoader(
					(keys, environment) -> Mono.fromSupplier(() -> BatchKey.load(keys, changes::findBodies)));
	}

	@SchemaMapping
	CompletableFuture<List<OrganisationChange>> changes(Organisation organisation,
			DataLoader<String, List<OrganisationChange>> changesOfOrganisation) {
		return changesOfOrganisation.load(organisation.key());
	}

	@SchemaMapping
	CompletableFuture<List<Organisation>> from(OrganisationChange change,
			DataLoader<BatchKey<Side>, List<Organisation>> bodiesOfChange) {
		return bodiesOfChange.load(new BatchKey<>(change.key(), Side.FROM));
	}

	@SchemaMapping
	CompletableFuture<List<Organisation>> to(OrganisationChange change,
			DataLoader<BatchKey<Side>, List<Organisation>> bodiesOfChange) {
		return bodiesOfChange.load(new BatchKey<>(change.key(), Side.TO));
	}

}
