package org.incumbent.event;

import java.util.ArrayList;
import java.util.List;

import org.incumbent.graphql.BadRequestException;
import org.incumbent.graphql.GlobalId;
import org.incumbent.paging.Bindings;
import org.incumbent.paging.DateRange;
import org.incumbent.paging.Filter;
import org.incumbent.paging.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Which events to list.
 */
record EventFilter(@Nullable List<EventKind> kinds, @Nullable DateRange in, @Nullable String participant,
		@Nullable String topic, @Nullable String text, @Nullable String partOf, @Nullable List<EventFilter> and,
		@Nullable List<EventFilter> or, @Nullable EventFilter not) implements Filter<EventFilter> {

	@Override
	public List<String> conditions(Bindings bindings) {
		List<String> conditions = new ArrayList<>();
		if (this.kinds != null) {
			conditions.add(bindings.in("t.kind", this.kinds));
		}
		if (this.in != null) {
			conditions.add(this.in.mayHold("event_date", "event", bindings));
		}
		if (this.participant != null) {
			conditions.add(participated(this.participant, bindings));
		}
		if (this.topic != null) {
			conditions.add("""
					exists (
					  select 1 from topic_subjects s
					  where s.subject_type = 'Event' and s.subject_id = t.id and s.topic_id = %s
					)""".formatted(bindings.key(this.topic, "Topic", "topic")));
		}
		if (this.text != null) {
			conditions.add("position(%s in t.text_folded) > 0".formatted(bindings.bind(Folding.fold(this.text))));
		}
		if (this.partOf != null) {
			conditions.add("t.part_of_id = " + bindings.key(this.partOf, "Event", "partOf"));
		}
		return conditions;
	}

	private static String participated(String id, Bindings bindings) {
		String type = GlobalId.parse(id).type();
		if (!type.equals("Person") && !type.equals("Organisation")) {
			throw new BadRequestException(
					"'participant' takes the id of a Person or an Organisation; this is the id of a record of type %s"
						.formatted(type));
		}
		return """
				exists (
				  select 1 from event_participants p
				  where p.event_id = t.id and p.participant_type = '%s' and p.participant_id = %s
				)""".formatted(type, bindings.key(id, type, "participant"));
	}

}
