package org.incumbent.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.incumbent.graphql.BadRequestException;
import org.incumbent.graphql.GlobalId;
import org.incumbent.paging.Bindings;
import org.incumbent.paging.Filter;
import org.jspecify.annotations.Nullable;

/**
 * Which claims to list.
 */
record ClaimFilter(@Nullable String subject, @Nullable String source, @Nullable List<String> fields,
		@Nullable List<ClaimBasis> bases, @Nullable List<ClaimStanding> standings, @Nullable List<ClaimFilter> and,
		@Nullable List<ClaimFilter> or, @Nullable ClaimFilter not) implements Filter<ClaimFilter> {

	private static final Set<String> SUBJECTS = Set.of("Person", "Organisation", "Role", "Appointment", "Event",
			"Quote", "OrganisationChange");

	@Override
	public List<String> conditions(Bindings bindings) {
		List<String> conditions = new ArrayList<>();
		if (this.subject != null) {
			String type = GlobalId.parse(this.subject).type();
			if (!SUBJECTS.contains(type)) {
				throw new BadRequestException(
						"'subject' takes the id of a record that cites sources (%s); this is the id of a %s"
							.formatted(String.join(", ", new TreeSet<>(SUBJECTS)), type));
			}
			conditions.add("t.subject_type = " + bindings.bind(type));
			conditions.add("t.subject_id = " + bindings.key(this.subject, type, "subject"));
		}
		if (this.source != null) {
			conditions.add("t.source_id = " + bindings.key(this.source, "Source", "source"));
		}
		if (this.fields != null) {
			conditions.add(bindings.inTexts("t.field", this.fields));
		}
		if (this.bases != null) {
			conditions.add(bindings.in("t.basis", this.bases));
		}
		if (this.standings != null) {
			conditions.add(bindings.in("t.standing", this.standings));
		}
		return conditions;
	}

}
