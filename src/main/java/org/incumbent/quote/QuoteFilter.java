package org.incumbent.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.incumbent.graphql.BadRequestException;
import org.incumbent.graphql.GlobalId;
import org.incumbent.paging.Bindings;
import org.incumbent.paging.DateRange;
import org.incumbent.paging.Filter;
import org.incumbent.paging.Folding;
import org.incumbent.role.RoleKind;
import org.jspecify.annotations.Nullable;

/**
 * Which quotes to list.
 */
record QuoteFilter(@Nullable String speaker, @Nullable String about, @Nullable String source, @Nullable String topic,
		@Nullable String reactsTo, @Nullable List<QuoteForm> forms, @Nullable List<QuoteChannel> channels,
		@Nullable DateRange saidIn, @Nullable String text, @Nullable List<RoleKind> speakerRoleKinds,
		@Nullable List<QuoteFilter> and, @Nullable List<QuoteFilter> or,
		@Nullable QuoteFilter not) implements Filter<QuoteFilter> {

	private static final Set<String> SPEAKERS = Set.of("Person", "Organisation");

	private static final Set<String> SUBJECTS = Set.of("Person", "Organisation", "Role", "Event", "OrganisationChange");

	private static final Set<String> TARGETS = Set.of("Event", "Quote");

	@Override
	public List<String> conditions(Bindings bindings) {
		List<String> conditions = new ArrayList<>();
		if (this.speaker != null) {
			conditions.add(spokenBy(this.speaker, bindings));
		}
		if (this.about != null) {
			conditions.add(about(this.about, bindings));
		}
		if (this.source != null) {
			conditions.add("t.source_id = " + bindings.key(this.source, "Source", "source"));
		}
		if (this.topic != null) {
			conditions.add("""
					exists (
					  select 1 from topic_subjects s
					  where s.subject_type = 'Quote' and s.subject_id = t.id and s.topic_id = %s
					)""".formatted(bindings.key(this.topic, "Topic", "topic")));
		}
		if (this.reactsTo != null) {
			conditions.add(reactsTo(this.reactsTo, bindings));
		}
		if (this.forms != null) {
			conditions.add(bindings.in("t.form", this.forms));
		}
		if (this.channels != null) {
			conditions.add(bindings.in("t.channel", this.channels));
		}
		if (this.saidIn != null) {
			conditions.add(this.saidIn.mayHold("said_on", "said", bindings));
		}
		if (this.text != null) {
			conditions.add("position(%s in t.text_folded) > 0".formatted(bindings.bind(Folding.fold(this.text))));
		}
		if (this.speakerRoleKinds != null) {
			conditions.add("""
					exists (
					  select 1 from quote_roles q
					  join appointments a on a.id = q.appointment_id
					  join role_kinds k on k.role_id = a.role_id
					  where q.quote_id = t.id and %s
					)""".formatted(bindings.in("k.kind", this.speakerRoleKinds)));
		}
		return conditions;
	}

	private static String spokenBy(String id, Bindings bindings) {
		String type = typeOf(id, SPEAKERS, "speaker");
		String column = type.equals("Person") ? "t.speaker_person_id" : "t.speaker_organisation_id";
		return column + " = " + bindings.key(id, type, "speaker");
	}

	private static String about(String id, Bindings bindings) {
		String type = typeOf(id, SUBJECTS, "about");
		return """
				exists (
				  select 1 from quote_subjects s
				  where s.quote_id = t.id and s.subject_type = '%s' and s.subject_id = %s
				)""".formatted(type, bindings.key(id, type, "about"));
	}

	private static String reactsTo(String id, Bindings bindings) {
		String type = typeOf(id, TARGETS, "reactsTo");
		return """
				exists (
				  select 1 from quote_targets r
				  where r.quote_id = t.id and r.target_type = '%s' and r.target_id = %s
				)""".formatted(type, bindings.key(id, type, "reactsTo"));
	}

	private static String typeOf(String id, Set<String> types, String argument) {
		String type = GlobalId.parse(id).type();
		if (!types.contains(type)) {
			throw new BadRequestException(
					"'%s' takes the id of a record of type %s; this is the id of a record of type %s"
						.formatted(argument, String.join(" or ", new TreeSet<>(types)), type));
		}
		return type;
	}

}
