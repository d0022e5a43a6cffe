package org.incumbent.quote;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import graphql.schema.DataFetchingEnvironment;
import org.dataloader.DataLoader;
import org.incumbent.appointment.Appointment;
import org.incumbent.event.Event;
import org.incumbent.graphql.NodeLoaders;
import org.incumbent.source.Claim;
import org.incumbent.source.Source;
import org.incumbent.source.Subject;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/**
 * Serves what a quote refers to: its speaker in the role of the time, its source, its
 * subjects and what it reacts to.
 */
@Controller
class QuoteController {

	private final NodeLoaders nodes;

	QuoteController(QuoteRepository quotes, NodeLoaders nodes, BatchLoaderRegistry registry) {
		this.nodes = nodes;
		registry.<String, List<String>>forName("speakingAsKeys")
			.registerMappedBatchLoader((keys, environment) -> Mono.fromSupplier(() -> quotes.findSpeakingAs(keys)));
		registry.<String, List<Subject>>forName("quoteSubjects")
			.registerMappedBatchLoader((keys, environment) -> Mono.fromSupplier(() -> quotes.findSubjects(keys)));
		registry.<String, List<Subject>>forName("quoteTargets")
			.registerMappedBatchLoader((keys, environment) -> Mono.fromSupplier(() -> quotes.findTargets(keys)));
	}

	@SchemaMapping
	CompletableFuture<@Nullable Object> speaker(Quote quote, DataFetchingEnvironment environment) {
		if (quote.speakerPersonKey() != null) {
			return this.nodes.load(environment, "Person", quote.speakerPersonKey());
		}
		if (quote.speakerOrganisationKey() != null) {
			return this.nodes.load(environment, "Organisation", quote.speakerOrganisationKey());
		}
		return CompletableFuture
			.completedFuture(new UnnamedSpeaker(Objects.requireNonNull(quote.speakerDescription())));
	}

	@SchemaMapping
	CompletableFuture<List<Appointment>> speakingAs(Quote quote, DataLoader<String, List<String>> speakingAsKeys,
			DataLoader<String, Appointment> loader) {
		return speakingAsKeys.load(quote.key()).thenCompose(loader::loadMany);
	}

	@SchemaMapping
	CompletableFuture<Source> source(Quote quote, DataLoader<String, Source> loader) {
		return loader.load(quote.sourceKey());
	}

	@SchemaMapping
	CompletableFuture<@Nullable Event> setting(Quote quote, DataLoader<String, Event> loader) {
		return (quote.settingKey() != null) ? loader.load(quote.settingKey()) : CompletableFuture.completedFuture(null);
	}

	@SchemaMapping
	CompletableFuture<List<@Nullable Object>> reactsTo(Quote quote, DataLoader<String, List<Subject>> quoteTargets,
			DataFetchingEnvironment environment) {
		return quoteTargets.load(quote.key())
			.thenCompose((targets) -> this.nodes.loadAll(environment, targets, Subject::type, Subject::key));
	}

	@SchemaMapping
	CompletableFuture<List<@Nullable Object>> about(Quote quote, DataLoader<String, List<Subject>> quoteSubjects,
			DataFetchingEnvironment environment) {
		return quoteSubjects.load(quote.key())
			.thenCompose((subjects) -> this.nodes.loadAll(environment, subjects, Subject::type, Subject::key));
	}

	@SchemaMapping
	CompletableFuture<@Nullable Quote> quote(Claim claim, DataLoader<String, Quote> loader) {
		return (claim.quoteKey() != null) ? loader.load(claim.quoteKey()) : CompletableFuture.completedFuture(null);
	}

}
