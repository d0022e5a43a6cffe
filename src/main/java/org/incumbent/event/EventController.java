package org.incumbent.event;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import org.incumbent.event.EventRepository.EventArguments;
import org.incumbent.event.EventRepository.EventsOf;
import org.incumbent.graphql.Batches;
import org.incumbent.graphql.GlobalId;
import org.incumbent.graphql.Loader;
import org.incumbent.graphql.NodeLoader;
import org.incumbent.organisation.Organisation;
import org.incumbent.organisation.OrganisationChange;
import org.incumbent.organisation.OrganisationChangeRepository;
import org.incumbent.paging.BatchKey;
import org.incumbent.paging.Connection;
import org.incumbent.paging.PageRequest;
import org.incumbent.person.Person;
import org.incumbent.source.Source;
import org.incumbent.source.Subject;
import org.incumbent.topic.Topic;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves events and who took part in them.
 */
@Controller
class EventController {

	private final EventRepository events;

	EventController(EventRepository events, OrganisationChangeRepository changes, Batches batches) {
		this.events = events;
		batches.<BatchKey<EventArguments>, Connection<Event>>add("eventPages",
				(keys) -> BatchKey.load(keys, events::findByParents));
		batches.<String, List<Event>>add("inResponseTo", (keys) -> events.findInResponseTo(keys));
		batches.<String, List<Participation>>add("participants", (keys) -> events.findParticipants(keys));
		batches.<String, List<OrganisationChange>>add("changesWithEvent", (keys) -> changes.findByEvents(keys));
	}

	@QueryMapping
	CompletableFuture<@Nullable Event> event(@Argument EventBy by, Loader<String, Event> loader) {
		if (by.id() != null) {
			return loader.load(GlobalId.keyOf(by.id(), "Event", "by.id"));
		}
		return CompletableFuture
			.completedFuture((by.slug() != null) ? this.events.findBySlug(by.slug()).orElse(null) : null);
	}

	@QueryMapping
	Connection<Event> events(@Argument @Nullable EventFilter filter, @Argument @Nullable EventOrder orderBy,
			PageRequest page) {
		return this.events.list(filter, orderBy, page);
	}

	@SchemaMapping
	CompletableFuture<Connection<Event>> events(Person person, @Argument @Nullable EventFilter filter,
			@Argument @Nullable EventOrder orderBy, PageRequest page,
			Loader<BatchKey<EventArguments>, Connection<Event>> eventPages) {
		return eventPages
			.load(new BatchKey<>(person.key(), new EventArguments(EventsOf.PERSON, filter, orderBy, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<Event>> events(Organisation organisation, @Argument @Nullable EventFilter filter,
			@Argument @Nullable EventOrder orderBy, PageRequest page,
			Loader<BatchKey<EventArguments>, Connection<Event>> eventPages) {
		return eventPages
			.load(new BatchKey<>(organisation.key(), new EventArguments(EventsOf.ORGANISATION, filter, orderBy, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<Event>> events(Topic topic, @Argument @Nullable EventFilter filter,
			@Argument @Nullable EventOrder orderBy, PageRequest page,
			Loader<BatchKey<EventArguments>, Connection<Event>> eventPages) {
		return eventPages.load(new BatchKey<>(topic.key(), new EventArguments(EventsOf.TOPIC, filter, orderBy, page)));
	}

	@SchemaMapping
	CompletableFuture<@Nullable Event> partOf(Event event, Loader<String, Event> loader) {
		return (event.partOfKey() != null) ? loader.load(event.partOfKey()) : CompletableFuture.completedFuture(null);
	}

	@SchemaMapping
	CompletableFuture<List<Event>> inResponseTo(Event event, Loader<String, List<Event>> inResponseTo) {
		return inResponseTo.load(event.key());
	}

	@SchemaMapping
	CompletableFuture<List<Participation>> participants(Event event, Loader<String, List<Participation>> participants) {
		return participants.load(event.key());
	}

	@SchemaMapping
	CompletableFuture<List<OrganisationChange>> organisationChanges(Event event,
			Loader<String, List<OrganisationChange>> changesWithEvent) {
		return changesWithEvent.load(event.key());
	}

	@SchemaMapping
	CompletableFuture<@Nullable Event> event(OrganisationChange change, Loader<String, Event> loader) {
		return (change.eventKey() != null) ? loader.load(change.eventKey()) : CompletableFuture.completedFuture(null);
	}

	@SchemaMapping
	CompletableFuture<@Nullable Object> participant(Participation participation, NodeLoader nodes) {
		if (participation.personKey() != null) {
			return nodes.load("Person", participation.personKey());
		}
		return nodes.load("Organisation", Objects.requireNonNull(participation.organisationKey()));
	}

	@SchemaMapping
	CompletableFuture<List<Source>> sources(Participation participation, Loader<Subject, List<Source>> subjectSources) {
		return subjectSources.load(new Subject("Participation", participation.key()));
	}

	/**
	 * What to find an event by: exactly one of these.
	 */
	record EventBy(@Nullable String id, @Nullable String slug) {

	}

}
