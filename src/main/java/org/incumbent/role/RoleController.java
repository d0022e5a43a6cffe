package org.incumbent.role;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.incumbent.graphql.Batches;
import org.incumbent.graphql.GlobalId;
import org.incumbent.graphql.Loader;
import org.incumbent.organisation.Organisation;
import org.incumbent.paging.BatchKey;
import org.incumbent.paging.Connection;
import org.incumbent.paging.PageRequest;
import org.incumbent.role.RoleRepository.RoleArguments;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves roles.
 */
@Controller
class RoleController {

	private final RoleRepository roles;

	RoleController(RoleRepository roles, Batches batches) {
		this.roles = roles;
		batches.<BatchKey<RoleArguments>, Connection<Role>>add("rolesOfOrganisation",
				(keys) -> BatchKey.load(keys, roles::findByOrganisations));
		batches.<BatchKey<OnDay>, List<Role>>add("reportsTo",
				(keys) -> BatchKey.load(keys, (reporting, on) -> roles.findReportsTo(reporting, on.asOf())));
		batches.<String, List<String>>add("otherOrganisationKeys", (keys) -> roles.findOtherOrganisations(keys));
	}

	@QueryMapping
	CompletableFuture<@Nullable Role> role(@Argument RoleBy by, Loader<String, Role> loader) {
		if (by.id() != null) {
			return loader.load(GlobalId.keyOf(by.id(), "Role", "by.id"));
		}
		return CompletableFuture
			.completedFuture((by.slug() != null) ? this.roles.findBySlug(by.slug()).orElse(null) : null);
	}

	@QueryMapping
	Connection<Role> roles(@Argument @Nullable RoleFilter filter, PageRequest page) {
		return this.roles.list(filter, page);
	}

	@SchemaMapping
	CompletableFuture<Connection<Role>> roles(Organisation organisation, @Argument @Nullable RoleFilter filter,
			PageRequest page, Loader<BatchKey<RoleArguments>, Connection<Role>> rolesOfOrganisation) {
		return rolesOfOrganisation.load(new BatchKey<>(organisation.key(), new RoleArguments(filter, page)));
	}

	@SchemaMapping
	CompletableFuture<Organisation> organisation(Role role, Loader<String, Organisation> loader) {
		return loader.load(role.organisationKey());
	}

	@SchemaMapping
	CompletableFuture<List<Organisation>> otherOrganisations(Role role,
			Loader<String, List<String>> otherOrganisationKeys, Loader<String, Organisation> loader) {
		return otherOrganisationKeys.load(role.key()).thenCompose(loader::loadMany);
	}

	@SchemaMapping
	CompletableFuture<@Nullable Role> reportsTo(Role role, @Argument @Nullable LocalDate asOf,
			Loader<BatchKey<OnDay>, List<Role>> reportsTo) {
		return reportsTo.load(new BatchKey<>(role.key(), new OnDay(asOf)))
			.thenApply((lines) -> lines.isEmpty() ? null : lines.get(0));
	}

	/**
	 * What to find a role by: exactly one of these.
	 */
	record RoleBy(@Nullable String id, @Nullable String slug) {

	}

	private record OnDay(@Nullable LocalDate asOf) {

	}

}
