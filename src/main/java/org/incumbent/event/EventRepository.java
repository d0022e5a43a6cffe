package org.incumbent.event;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.incumbent.graphql.LookupRepository;
import org.incumbent.graphql.NodeRepository;
import org.incumbent.paging.Bindings;
import org.incumbent.paging.Connection;
import org.incumbent.paging.Filter;
import org.incumbent.paging.Grouping;
import org.incumbent.paging.Join;
import org.incumbent.paging.KeysetRepository;
import org.incumbent.paging.Link;
import org.incumbent.paging.Listing;
import org.incumbent.paging.PageRequest;
import org.incumbent.paging.Selection;
import org.incumbent.paging.TextSearch;
import org.incumbent.store.ResultRow;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds events and who took part in them.
 */
@Repository
class EventRepository implements NodeRepository<Event> {

	private static final String TABLE = "events";

	private final JdbcClient jdbc;

	private final LookupRepository lookup;

	private final KeysetRepository pages;

	EventRepository(JdbcClient jdbc, LookupRepository lookup, KeysetRepository pages) {
		this.jdbc = jdbc;
		this.lookup = lookup;
		this.pages = pages;
	}

	@Override
	public Class<Event> type() {
		return Event.class;
	}

	@Override
	public String table() {
		return TABLE;
	}

	@Override
	public String slug(Event event) {
		return event.slug();
	}

	@Override
	public Map<String, Event> findByIds(Collection<String> keys) {
		return this.lookup.findByIds(TABLE, "Event", Event::of, keys);
	}

	Optional<Event> findBySlug(String slug) {
		return this.lookup.findBySlug(TABLE, "Event", Event::of, slug);
	}

	Connection<Event> list(@Nullable EventFilter filter, @Nullable EventOrder order, PageRequest page) {
		return this.pages.page(new Listing("events", null, filter, order, page), () -> selection(filter, order, page)
			.searching(TextSearch.of("Event", EventOrder.PLACES, filter, (filter != null) ? filter.text() : null)));
	}

	/**
	 * The events of each participant or topic, as a page.
	 */
	Map<String, Connection<Event>> findByParents(Collection<String> parents, EventArguments arguments) {
		return this.pages.pages(selection(arguments.filter(), arguments.order(), arguments.page()), arguments.of(),
				parents);
	}

	/**
	 * The events that each event responds to, oldest first; an empty list for an event
	 * that responds to none.
	 */
	Map<String, List<Event>> findInResponseTo(Collection<String> events) {
		Grouping<String, Event> causes = new Grouping<>(events);
		this.jdbc.sql("""
				select r.event_id, t.*
				from unnest(cast(:ids as varchar array)) u(id)
				join event_responses r on r.event_id = u.id
				join events t on t.id = r.responds_to_id
				order by r.event_id, t.event_sort, t.id
				""")
			.param("ids", new SqlArrayValue("varchar", events.toArray()))
			.query(ResultRow.each((row) -> causes.add(row.getString("event_id"), Event.of(row))))
			.list();
		return causes.lists();
	}

	/**
	 * Who took part in each event, by their key in the package; an empty list for an
	 * event without any.
	 */
	Map<String, List<Participation>> findParticipants(Collection<String> events) {
		Grouping<String, Participation> participants = new Grouping<>(events);
		this.jdbc.sql("""
				select t.*
				from unnest(cast(:ids as varchar array)) u(id)
				join participations t on t.event_id = u.id
				order by t.event_id, t.id
				""")
			.param("ids", new SqlArrayValue("varchar", events.toArray()))
			.query(ResultRow.each((row) -> participants.add(row.getString("event_id"), Participation.of(row))))
			.list();
		return participants.lists();
	}

	private static Selection<Event> selection(@Nullable EventFilter filter, @Nullable EventOrder order,
			PageRequest page) {
		Bindings bindings = new Bindings();
		return new Selection<>("events", Event::of, Filter.sqlOf(filter, bindings), bindings, EventOrder.sort(order),
				page);
	}

	/**
	 * Whose events.
	 */
	enum EventsOf implements Link {

		PERSON, ORGANISATION, TOPIC;

		@Override
		public Join join() {
			return switch (this) {
				case PERSON ->
					new Join("event_participants l", "l.participant_type = 'Person' and l.participant_id = u.parent_id",
							"join events t on t.id = l.event_id");
				case ORGANISATION -> new Join("event_participants l",
						"l.participant_type = 'Organisation' and l.participant_id = u.parent_id",
						"join events t on t.id = l.event_id");
				case TOPIC -> new Join("topic_subjects l", "l.topic_id = u.parent_id and l.subject_type = 'Event'",
						"join events t on t.id = l.subject_id");
			};
		}

	}

	/**
	 * What a client sends with a list of events.
	 */
	record EventArguments(EventsOf of, @Nullable EventFilter filter, @Nullable EventOrder order, PageRequest page) {

	}

}
