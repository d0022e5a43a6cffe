package org.incumbent.topic;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.dataloader.DataLoader;
import org.incumbent.paging.Connection;
import org.incumbent.paging.PageRequest;
import org.incumbent.source.Cited;
import org.incumbent.source.Subject;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/**
 * Serves topics, and those that events and quotes are filed under.
 */
@Controller
class TopicController {

	private final TopicRepository topics;

	TopicController(TopicRepository topics, BatchLoaderRegistry registry) {
		this.topics = topics;
		registry.<Subject, List<Topic>>forName("subjectTopics")
			.registerMappedBatchLoader(
					(subjects, environment) -> Mono.fromSupplier(() -> topics.findBySubjects(subjects)));
	}

	@QueryMapping
	Connection<Topic> topics(PageRequest page) {
		return this.topics.list(page);
	}

	@SchemaMapping(typeName = "Event", field = "topics")
	CompletableFuture<List<Topic>> topicsOfEvent(Cited event, DataLoader<Subject, List<Topic>> subjectTopics) {
		return subjectTopics.load(new Subject(event.type(), event.key()));
	}

	@SchemaMapping(typeName = "Quote", field = "topics")
	CompletableFuture<List<Topic>> topicsOfQuote(Cited quote, DataLoader<Subject, List<Topic>> subjectTopics) {
		return subjectTopics.load(new Subject(quote.type(), quote.key()));
	}

}
