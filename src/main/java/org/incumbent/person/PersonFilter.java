package org.incumbent.person;

import java.util.ArrayList;
import java.util.List;

import org.incumbent.paging.Bindings;
import org.incumbent.paging.Filter;
import org.incumbent.paging.Folding;
import org.incumbent.role.RoleKind;
import org.jspecify.annotations.Nullable;

/**
 * Which people to list.
 */
record PersonFilter(@Nullable String name, @Nullable String organisation, @Nullable List<RoleKind> roleKinds,
		@Nullable List<PersonFilter> and, @Nullable List<PersonFilter> or,
		@Nullable PersonFilter not) implements Filter<PersonFilter> {

	@Override
	public List<String> conditions(Bindings bindings) {
		List<String> conditions = new ArrayList<>();
		if (this.name != null) {
			conditions.add("position(%s in t.names_folded) > 0".formatted(bindings.bind(Folding.fold(this.name))));
		}
		if (this.organisation != null || this.roleKinds != null) {
			conditions.add(appointed(bindings));
		}
		return conditions;
	}

	/**
	 * The organisation and the kinds hold for one and the same appointment.
	 */
	private String appointed(Bindings bindings) {
		String organisation = (this.organisation == null) ? "true" : """
				exists (
				  select 1 from organisation_roles o
				  where o.role_id = a.role_id and o.organisation_id = %s
				)""".formatted(bindings.key(this.organisation, "Organisation", "organisation"));
		String kinds = (this.roleKinds == null) ? "true" : """
				exists (
				  select 1 from role_kinds k
				  where k.role_id = a.role_id and %s
				)""".formatted(bindings.in("k.kind", this.roleKinds));
		return """
				exists (
				  select 1 from appointments a
				  where a.person_id = t.id and %s and %s
				)""".formatted(organisation, kinds);
	}

}
