package org.incumbent.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.incumbent.paging.AsOf;
import org.incumbent.paging.Bindings;
import org.incumbent.paging.Filter;
import org.incumbent.paging.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Which organisations to list.
 */
record OrganisationFilter(@Nullable String name, @Nullable List<OrganisationKind> kinds, @Nullable Boolean named,
		@Nullable String parent, @Nullable LocalDate existsOn, @Nullable List<OrganisationFilter> and,
		@Nullable List<OrganisationFilter> or, @Nullable OrganisationFilter not) implements Filter<OrganisationFilter> {

	@Override
	public List<String> conditions(Bindings bindings) {
		List<String> conditions = new ArrayList<>();
		if (this.name != null) {
			conditions.add("position(%s in t.names_folded) > 0".formatted(bindings.bind(Folding.fold(this.name))));
		}
		if (this.kinds != null) {
			conditions.add(bindings.in("t.kind", this.kinds));
		}
		if (this.named != null) {
			conditions.add("t.named = " + bindings.bind(this.named));
		}
		if (this.parent != null) {
			conditions.add("""
					exists (
					  select 1 from organisation_relations r
					  where r.organisation_id = t.id and r.kind = 'PART_OF' and r.related_id = %s
					)""".formatted(bindings.key(this.parent, "Organisation", "parent")));
		}
		if (this.existsOn != null) {
			conditions.add(AsOf.notExcluded("t.exists", this.existsOn, bindings));
		}
		return conditions;
	}

}
