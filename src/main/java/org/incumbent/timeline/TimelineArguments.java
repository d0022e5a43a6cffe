package org.incumbent.timeline;

import java.util.ArrayList;
import java.util.List;

import org.incumbent.graphql.BadRequestException;
import org.incumbent.paging.Bindings;
import org.incumbent.paging.DateRange;
import org.incumbent.paging.OrderDirection;
import org.incumbent.time.Certainty;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a timeline to list, and which way.
 */
record TimelineArguments(@Nullable DateRange between, @Nullable List<TimelineKind> kinds,
		@Nullable List<DateBasis> bases, @Nullable Certainty certainty, OrderDirection direction) {

	TimelineArguments {
		if (certainty != null && between == null) {
			throw new BadRequestException(
					"'certainty' says how sure it is that something happened within 'between': send 'between' beside it");
		}
	}

	/**
	 * The SQL condition on the listed table.
	 */
	String sql(Bindings bindings) {
		List<String> conditions = new ArrayList<>(List.of("true"));
		if (this.between != null) {
			conditions.add(PossibleDays.within("entry", this.between, this.certainty, bindings));
		}
		if (this.kinds != null) {
			conditions.add(bindings.in("t.kind", this.kinds));
		}
		if (this.bases != null) {
			conditions.add(bindings.in("t.basis", this.bases));
		}
		return String.join(" and ", conditions);
	}

}
