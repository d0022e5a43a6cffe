package org.incumbent.role;

import java.util.ArrayList;
import java.util.List;

import org.incumbent.organisation.OrganisationKind;
import org.incumbent.paging.Bindings;
import org.incumbent.paging.Filter;
import org.incumbent.paging.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Which roles to list.
 */
record RoleFilter(@Nullable String name, @Nullable List<RoleKind> kinds, @Nullable String organisation,
		@Nullable List<OrganisationKind> organisationKinds, @Nullable List<RoleFilter> and,
		@Nullable List<RoleFilter> or, @Nullable RoleFilter not) implements Filter<RoleFilter> {

	@Override
	public List<String> conditions(Bindings bindings) {
		List<String> conditions = new ArrayList<>();
		if (this.name != null) {
			conditions.add("position(%s in t.names_folded) > 0".formatted(bindings.bind(Folding.fold(this.name))));
		}
		if (this.kinds != null) {
			conditions.add("""
					exists (
					  select 1 from role_kinds k
					  where k.role_id = t.id and %s
					)""".formatted(bindings.in("k.kind", this.kinds)));
		}
		if (this.organisation != null) {
			conditions.add("""
					exists (
					  select 1 from organisation_roles o
					  where o.role_id = t.id and o.organisation_id = %s
					)""".formatted(bindings.key(this.organisation, "Organisation", "organisation")));
		}
		if (this.organisationKinds != null) {
			conditions.add("""
					exists (
					  select 1 from organisation_roles o
					  join organisations b on b.id = o.organisation_id
					  where o.role_id = t.id and %s
					)""".formatted(bindings.in("b.kind", this.organisationKinds)));
		}
		return conditions;
	}

}
