package org.incumbent.dispute;

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
 * Which disputes to list.
 */
record DisputeFilter(@Nullable String subject, @Nullable List<String> types, @Nullable List<String> fields,
		@Nullable List<DisputeState> states, @Nullable String source, @Nullable String person,
		@Nullable String organisation, @Nullable List<DisputeFilter> and, @Nullable List<DisputeFilter> or,
		@Nullable DisputeFilter not) implements Filter<DisputeFilter> {

	private static final Set<String> TYPES = Set.of("Person", "Organisation", "Role", "Appointment", "Event", "Quote",
			"OrganisationChange");

	@Override
	public List<String> conditions(Bindings bindings) {
		List<String> conditions = new ArrayList<>();
		if (this.subject != null) {
			String type = GlobalId.parse(this.subject).type();
			check(type, "'subject' takes the id of a record that cites sources (%s); this is the id of a %s");
			conditions.add("t.subject_type = " + bindings.bind(type));
			conditions.add("t.subject_id = " + bindings.key(this.subject, type, "subject"));
		}
		if (this.types != null) {
			this.types.forEach((type) -> check(type, "'types' takes names of types (%s); this is '%s'"));
			conditions.add(bindings.inTexts("t.subject_type", this.types));
		}
		if (this.fields != null) {
			conditions.add(bindings.inTexts("t.field", this.fields));
		}
		if (this.states != null) {
			conditions.add(bindings.in("t.state", this.states));
		}
		if (this.source != null) {
			conditions.add("""
					exists (
					  select 1 from claims c
					  where c.subject_type = t.subject_type and c.subject_id = t.subject_id and c.field = t.field
					  and c.source_id = %s
					)""".formatted(bindings.key(this.source, "Source", "source")));
		}
		if (this.person != null) {
			conditions.add(concerns(this.person, "Person", "person", bindings));
		}
		if (this.organisation != null) {
			conditions.add(concerns(this.organisation, "Organisation", "organisation", bindings));
		}
		return conditions;
	}

	private static String concerns(String id, String type, String argument, Bindings bindings) {
		return """
				exists (
				  select 1 from dispute_parties p
				  where p.dispute_id = t.id and p.party_type = '%s' and p.party_id = %s
				)""".formatted(type, bindings.key(id, type, argument));
	}

	private static void check(String type, String message) {
		if (!TYPES.contains(type)) {
			throw new BadRequestException(message.formatted(String.join(", ", new TreeSet<>(TYPES)), type));
		}
	}

}
