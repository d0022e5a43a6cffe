package org.incumbent.topic;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.incumbent.graphql.Batches;
import org.incumbent.graphql.Loader;
import org.incumbent.paging.Connection;
import org.incumbent.paging.PageRequest;
import org.incumbent.source.Cited;
import org.incumbent.source.Subject;

import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves topics, and those that events and quotes are filed under.
 */
@Controller
class TopicController {

	private final TopicRepository topics;

	TopicController(TopicRepository topics, Batches batches) {
		this.topics = topics;
		batches.<Subject, List<Topic>>add("subjectTopics", (subjects) -> topics.findBySubjects(subjects));
	}

	@QueryMapping
	Connection<Topic> topics(PageRequest page) {
		return this.topics.list(page);
	}

	@SchemaMapping(typeName = "Event", field = "topics")
	CompletableFuture<List<Topic>> topicsOfEvent(Cited event, Loader<Subject, List<Topic>> subjectTopics) {
		return subjectTopics.load(new Subject(event.type(), event.key()));
	}

	@SchemaMapping(typeName = "Quote", field = "topics")
	CompletableFuture<List<Topic>> topicsOfQuote(Cited quote, Loader<Subject, List<Topic>> subjectTopics) {
		return subjectTopics.load(new Subject(quote.type(), quote.key()));
	}

}
