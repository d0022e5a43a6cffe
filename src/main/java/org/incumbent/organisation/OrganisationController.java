package org.incumbent.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.incumbent.graphql.Batches;
import org.incumbent.graphql.GlobalId;
import org.incumbent.graphql.Loader;
import org.incumbent.organisation.OrganisationRepository.ChildrenArguments;
import org.incumbent.organisation.OrganisationRepository.RelationKind;
import org.incumbent.paging.BatchKey;
import org.incumbent.paging.Connection;
import org.incumbent.paging.PageRequest;
import org.incumbent.source.Claim;
import org.incumbent.source.Source;
import org.incumbent.source.Subject;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves organisations.
 */
@Controller
class OrganisationController {

	private final OrganisationRepository organisations;

	OrganisationController(OrganisationRepository organisations, Batches batches) {
		this.organisations = organisations;
		batches.<BatchKey<ChildrenArguments>, Connection<Organisation>>add("organisationChildren",
				(keys) -> BatchKey.load(keys, organisations::findChildren));
		batches.<BatchKey<Relation>, List<Organisation>>add("relatedOrganisations", (keys) -> BatchKey.load(keys,
				(parts, relation) -> organisations.findRelated(parts, relation.kind(), relation.asOf())));
	}

	@QueryMapping
	CompletableFuture<@Nullable Organisation> organisation(@Argument OrganisationBy by,
			Loader<String, Organisation> loader) {
		if (by.id() != null) {
			return loader.load(GlobalId.keyOf(by.id(), "Organisation", "by.id"));
		}
		return CompletableFuture.completedFuture(this.organisations.find(by, "by").orElse(null));
	}

	@QueryMapping
	Connection<Organisation> organisations(@Argument @Nullable OrganisationFilter filter,
			@Argument @Nullable OrganisationOrder orderBy, PageRequest page) {
		return this.organisations.list(filter, orderBy, page);
	}

	@SchemaMapping
	CompletableFuture<Connection<Organisation>> children(Organisation organisation, @Argument @Nullable LocalDate asOf,
			PageRequest page, Loader<BatchKey<ChildrenArguments>, Connection<Organisation>> organisationChildren) {
		return organisationChildren.load(new BatchKey<>(organisation.key(), new ChildrenArguments(asOf, page)));
	}

	@SchemaMapping
	CompletableFuture<@Nullable Organisation> parent(Organisation organisation, @Argument @Nullable LocalDate asOf,
			Loader<BatchKey<Relation>, List<Organisation>> relatedOrganisations) {
		return relatedOrganisations.load(new BatchKey<>(organisation.key(), new Relation(RelationKind.PART_OF, asOf)))
			.thenApply((wholes) -> wholes.isEmpty() ? null : wholes.get(0));
	}

	@SchemaMapping
	CompletableFuture<List<Organisation>> memberOf(Organisation organisation, @Argument @Nullable LocalDate asOf,
			Loader<BatchKey<Relation>, List<Organisation>> relatedOrganisations) {
		return relatedOrganisations
			.load(new BatchKey<>(organisation.key(), new Relation(RelationKind.MEMBER_OF, asOf)));
	}

	@SchemaMapping
	CompletableFuture<List<Claim>> reportedTurnover(Organisation organisation,
			Loader<Subject, List<Claim>> subjectClaims) {
		return subjectClaims.load(new Subject(organisation.type(), organisation.key()))
			.thenApply((claims) -> claims.stream()
				.filter((claim) -> claim.field().equals(Organisation.REPORTED_TURNOVER))
				.toList());
	}

	@SchemaMapping
	CompletableFuture<@Nullable Organisation> publisher(Source source, Loader<String, Organisation> loader) {
		return (source.publisherKey() != null) ? loader.load(source.publisherKey())
				: CompletableFuture.completedFuture(null);
	}

	private record Relation(RelationKind kind, @Nullable LocalDate asOf) {

	}

}
