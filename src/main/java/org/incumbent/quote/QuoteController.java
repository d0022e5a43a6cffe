package org.incumbent.quote;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import org.incumbent.appointment.Appointment;
import org.incumbent.event.Event;
import org.incumbent.graphql.Batches;
import org.incumbent.graphql.Loader;
import org.incumbent.graphql.NodeLoader;
import org.incumbent.source.Claim;
import org.incumbent.source.Source;
import org.incumbent.source.Subject;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves what a quote refers to: its speaker in the role of the time, its source, its
 * subjects and what it reacts to.
 */
@Controller
class QuoteController {

	QuoteController(QuoteRepository quotes, Batches batches) {
		batches.<String, List<String>>add("speakingAsKeys", (keys) -> quotes.findSpeakingAs(keys));
		batches.<String, List<Subject>>add("quoteSubjects", (keys) -> quotes.findSubjects(keys));
		batches.<String, List<Subject>>add("quoteTargets", (keys) -> quotes.findTargets(keys));
	}

	@SchemaMapping
	CompletableFuture<@Nullable Object> speaker(Quote quote, NodeLoader nodes) {
		if (quote.speakerPersonKey() != null) {
			return nodes.load("Person", quote.speakerPersonKey());
		}
		if (quote.speakerOrganisationKey() != null) {
			return nodes.load("Organisation", quote.speakerOrganisationKey());
		}
		return CompletableFuture
			.completedFuture(new UnnamedSpeaker(Objects.requireNonNull(quote.speakerDescription())));
	}

	@SchemaMapping
	CompletableFuture<List<Appointment>> speakingAs(Quote quote, Loader<String, List<String>> speakingAsKeys,
			Loader<String, Appointment> loader) {
		return speakingAsKeys.load(quote.key()).thenCompose(loader::loadMany);
	}

	@SchemaMapping
	CompletableFuture<Source> source(Quote quote, Loader<String, Source> loader) {
		return loader.load(quote.sourceKey());
	}

	@SchemaMapping
	CompletableFuture<@Nullable Event> setting(Quote quote, Loader<String, Event> loader) {
		return (quote.settingKey() != null) ? loader.load(quote.settingKey()) : CompletableFuture.completedFuture(null);
	}

	@SchemaMapping
	CompletableFuture<List<@Nullable Object>> reactsTo(Quote quote, Loader<String, List<Subject>> quoteTargets,
			NodeLoader nodes) {
		return quoteTargets.load(quote.key())
			.thenCompose((targets) -> nodes.loadAll(targets, Subject::type, Subject::key));
	}

	@SchemaMapping
	CompletableFuture<List<@Nullable Object>> about(Quote quote, Loader<String, List<Subject>> quoteSubjects,
			NodeLoader nodes) {
		return quoteSubjects.load(quote.key())
			.thenCompose((subjects) -> nodes.loadAll(subjects, Subject::type, Subject::key));
	}

	@SchemaMapping
	CompletableFuture<@Nullable Quote> quote(Claim claim, Loader<String, Quote> loader) {
		return (claim.quoteKey() != null) ? loader.load(claim.quoteKey()) : CompletableFuture.completedFuture(null);
	}

}
