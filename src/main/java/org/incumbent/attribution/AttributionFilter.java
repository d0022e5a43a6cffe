package org.incumbent.attribution;

import java.util.ArrayList;
import java.util.List;

import org.incumbent.paging.Bindings;
import org.incumbent.paging.Filter;
import org.jspecify.annotations.Nullable;

/**
 * Which mismatches to list.
 *
 * @param explained true for those that are explained only, false for the others only
 */
record AttributionFilter(@Nullable List<AttributionReason> reasons, @Nullable String speaker, @Nullable String source,
		@Nullable Boolean explained, @Nullable List<AttributionFilter> and, @Nullable List<AttributionFilter> or,
		@Nullable AttributionFilter not) implements Filter<AttributionFilter> {

	@Override
	public List<String> conditions(Bindings bindings) {
		List<String> conditions = new ArrayList<>();
		if (this.reasons != null) {
			conditions.add(bindings.in("t.reason", this.reasons));
		}
		if (this.speaker != null) {
			conditions.add(ofQuote("speaker_person_id", bindings.key(this.speaker, "Person", "speaker")));
		}
		if (this.source != null) {
			conditions.add(ofQuote("source_id", bindings.key(this.source, "Source", "source")));
		}
		if (this.explained != null) {
			conditions.add(this.explained ? "t.explanation is not null" : "t.explanation is null");
		}
		return conditions;
	}

	private static String ofQuote(String column, String key) {
		return """
				exists (
				  select 1 from quotes q
				  where q.id = t.subject_id and q.%s = %s
				)""".formatted(column, key);
	}

}
