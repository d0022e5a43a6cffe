package org.incumbent.release;

import java.util.ArrayList;
import java.util.List;

import org.incumbent.paging.Bindings;
import org.incumbent.paging.Filter;
import org.jspecify.annotations.Nullable;

/**
 * Which suspicious facts to list.
 *
 * @param explained true for those that are explained only, false for the others only
 */
record SuspiciousFactFilter(@Nullable List<SuspicionRule> rules, @Nullable Boolean explained,
		@Nullable List<SuspiciousFactFilter> and, @Nullable List<SuspiciousFactFilter> or,
		@Nullable SuspiciousFactFilter not) implements Filter<SuspiciousFactFilter> {

	@Override
	public List<String> conditions(Bindings bindings) {
		List<String> conditions = new ArrayList<>();
		if (this.rules != null) {
			conditions.add(bindings.in("t.rule", this.rules));
		}
		if (this.explained != null) {
			conditions.add(this.explained ? "t.explanation is not null" : "t.explanation is null");
		}
		return conditions;
	}

}
