package org.incumbent.timeline;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.incumbent.graphql.Batches;
import org.incumbent.graphql.Loader;
import org.incumbent.graphql.NodeLoader;
import org.incumbent.organisation.Organisation;
import org.incumbent.paging.BatchKey;
import org.incumbent.paging.Connection;
import org.incumbent.paging.PageRequest;
import org.incumbent.person.Person;
import org.incumbent.source.Claim;
import org.incumbent.source.Subject;
import org.incumbent.timeline.TimelineRepository.TimelineOf;
import org.incumbent.timeline.TimelineRepository.TimelineRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves timelines: of everybody, of a person and of a body.
 */
@Controller
class TimelineController {

	private final TimelineRepository timelines;

	TimelineController(TimelineRepository timelines, Batches batches) {
		this.timelines = timelines;
		batches.<BatchKey<TimelineRequest>, Connection<TimelineEntry>>add("timelinePages",
				(keys) -> BatchKey.load(keys, timelines::findByParents));
	}

	@QueryMapping
	Connection<TimelineEntry> timeline(@Arguments TimelineArguments arguments, PageRequest page) {
		return this.timelines.list(arguments, page);
	}

	@SchemaMapping
	CompletableFuture<Connection<TimelineEntry>> timeline(Person person, @Arguments TimelineArguments arguments,
			PageRequest page, Loader<BatchKey<TimelineRequest>, Connection<TimelineEntry>> timelinePages) {
		return timelinePages
			.load(new BatchKey<>(person.key(), new TimelineRequest(TimelineOf.PERSON, arguments, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<TimelineEntry>> timeline(Organisation organisation,
			@Arguments TimelineArguments arguments, PageRequest page,
			Loader<BatchKey<TimelineRequest>, Connection<TimelineEntry>> timelinePages) {
		return timelinePages
			.load(new BatchKey<>(organisation.key(), new TimelineRequest(TimelineOf.ORGANISATION, arguments, page)));
	}

	@SchemaMapping
	CompletableFuture<@Nullable Object> item(TimelineEntry entry, NodeLoader nodes) {
		return nodes.load(entry.record().type(), entry.record().key());
	}

	@SchemaMapping
	CompletableFuture<List<Claim>> claims(TimelineEntry entry, Loader<Subject, List<Claim>> subjectClaims) {
		return subjectClaims.load(entry.record())
			.thenApply((claims) -> claims.stream().filter((claim) -> claim.field().equals(entry.field())).toList());
	}

}
