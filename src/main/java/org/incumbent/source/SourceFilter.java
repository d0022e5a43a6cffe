package org.incumbent.source;

import java.util.ArrayList;
import java.util.List;

import org.incumbent.paging.Bindings;
import org.incumbent.paging.DateRange;
import org.incumbent.paging.Filter;
import org.incumbent.paging.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Which sources to list.
 */
record SourceFilter(@Nullable List<SourceKind> kinds, @Nullable String publisher, @Nullable DateRange publishedIn,
		@Nullable String name, @Nullable List<SourceFilter> and, @Nullable List<SourceFilter> or,
		@Nullable SourceFilter not) implements Filter<SourceFilter> {

	@Override
	public List<String> conditions(Bindings bindings) {
		List<String> conditions = new ArrayList<>();
		if (this.kinds != null) {
			conditions.add(bindings.in("t.kind", this.kinds));
		}
		if (this.publisher != null) {
			conditions.add("t.publisher_id = " + bindings.key(this.publisher, "Organisation", "publisher"));
		}
		if (this.publishedIn != null) {
			conditions.add(this.publishedIn.mayHold("published_on", "published", bindings));
		}
		if (this.name != null) {
			conditions.add("position(%s in t.names_folded) > 0".formatted(bindings.bind(Folding.fold(this.name))));
		}
		return conditions;
	}

}
