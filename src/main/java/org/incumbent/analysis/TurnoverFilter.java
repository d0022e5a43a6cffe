package org.incumbent.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.incumbent.graphql.BadRequestException;
import org.incumbent.organisation.OrganisationKind;
import org.incumbent.paging.Bindings;
import org.incumbent.role.RoleKind;
import org.jspecify.annotations.Nullable;

/**
 * Of which bodies, and of which of their posts, to list the turnover.
 */
record TurnoverFilter(RoleKind roleKind, @Nullable List<String> organisations,
		@Nullable List<OrganisationKind> organisationKinds) {

	/**
	 * The SQL condition on the listed organisations {@code t}: those that have such a
	 * post and match the rest.
	 */
	String sql(Bindings bindings) {
		List<String> conditions = new ArrayList<>();
		conditions.add("""
				exists (
				  select 1 from organisation_roles o
				  join role_kinds k on k.role_id = o.role_id
				  where o.organisation_id = t.id and k.kind = %s
				)""".formatted(bindings.bind(this.roleKind.name())));
		if (this.organisations != null) {
			conditions.add("t.id in (%s)".formatted(keys(this.organisations, bindings)));
		}
		if (this.organisationKinds != null) {
			conditions.add(bindings.in("t.kind", this.organisationKinds));
		}
		return String.join("\nand ", conditions);
	}

	private static String keys(List<String> ids, Bindings bindings) {
		if (ids.isEmpty()) {
			throw new BadRequestException("'organisations' is empty: leave it out for all organisations");
		}
		return ids.stream()
			.map((id) -> bindings.key(id, "Organisation", "organisations"))
			.collect(Collectors.joining(", "));
	}

}
