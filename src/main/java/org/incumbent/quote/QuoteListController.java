package org.incumbent.quote;

import java.util.concurrent.CompletableFuture;

import org.dataloader.DataLoader;
import org.incumbent.appointment.Appointment;
import org.incumbent.event.Event;
import org.incumbent.organisation.Organisation;
import org.incumbent.paging.BatchKey;
import org.incumbent.paging.Connection;
import org.incumbent.paging.PageRequest;
import org.incumbent.person.Person;
import org.incumbent.quote.QuoteRepository.QuoteArguments;
import org.incumbent.quote.QuoteRepository.QuotesOf;
import org.incumbent.source.Source;
import org.incumbent.topic.Topic;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/**
 * Serves lists of quotes, of everything that has some.
 */
@Controller
class QuoteListController {

	private final QuoteRepository quotes;

	QuoteListController(QuoteRepository quotes, BatchLoaderRegistry registry) {
		this.quotes = quotes;
		registry.<BatchKey<QuoteArguments>, Connection<Quote>>forName("quotePages")
			.registerMappedBatchLoader(
					(keys, environment) -> Mono.fromSupplier(() -> BatchKey.load(keys, quotes::findByParents)));
	}

	@QueryMapping
	Connection<Quote> quotes(@Argument @Nullable QuoteFilter filter, @Argument @Nullable QuoteOrder orderBy,
			PageRequest page) {
		return this.quotes.list(filter, orderBy, page);
	}

	@SchemaMapping
	CompletableFuture<Connection<Quote>> quotes(Person person, @Argument @Nullable QuoteFilter filter,
			@Argument @Nullable QuoteOrder orderBy, PageRequest page,
			DataLoader<BatchKey<QuoteArguments>, Connection<Quote>> quotePages) {
		return quotePages
			.load(new BatchKey<>(person.key(), new QuoteArguments(QuotesOf.PERSON, filter, orderBy, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<Quote>> quotesAbout(Person person, @Argument @Nullable QuoteFilter filter,
			@Argument @Nullable QuoteOrder orderBy, PageRequest page,
			DataLoader<BatchKey<QuoteArguments>, Connection<Quote>> quotePages) {
		return quotePages
			.load(new BatchKey<>(person.key(), new QuoteArguments(QuotesOf.ABOUT_PERSON, filter, orderBy, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<Quote>> quotes(Organisation organisation, @Argument @Nullable QuoteFilter filter,
			@Argument @Nullable QuoteOrder orderBy, PageRequest page,
			DataLoader<BatchKey<QuoteArguments>, Connection<Quote>> quotePages) {
		return quotePages
			.load(new BatchKey<>(organisation.key(), new QuoteArguments(QuotesOf.ORGANISATION, filter, orderBy, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<Quote>> quotesAbout(Organisation organisation, @Argument @Nullable QuoteFilter filter,
			@Argument @Nullable QuoteOrder orderBy, PageRequest page,
			DataLoader<BatchKey<QuoteArguments>, Connection<Quote>> quotePages) {
		return quotePages.load(new BatchKey<>(organisation.key(),
				new QuoteArguments(QuotesOf.ABOUT_ORGANISATION, filter, orderBy, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<Quote>> quotes(Appointment appointment, @Argument @Nullable QuoteFilter filter,
			@Argument @Nullable QuoteOrder orderBy, PageRequest page,
			DataLoader<BatchKey<QuoteArguments>, Connection<Quote>> quotePages) {
		return quotePages
			.load(new BatchKey<>(appointment.key(), new QuoteArguments(QuotesOf.APPOINTMENT, filter, orderBy, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<Quote>> quotes(Event event, @Argument @Nullable QuoteFilter filter,
			@Argument @Nullable QuoteOrder orderBy, PageRequest page,
			DataLoader<BatchKey<QuoteArguments>, Connection<Quote>> quotePages) {
		return quotePages.load(new BatchKey<>(event.key(), new QuoteArguments(QuotesOf.EVENT, filter, orderBy, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<Quote>> quotes(Source source, @Argument @Nullable QuoteFilter filter,
			@Argument @Nullable QuoteOrder orderBy, PageRequest page,
			DataLoader<BatchKey<QuoteArguments>, Connection<Quote>> quotePages) {
		return quotePages
			.load(new BatchKey<>(source.key(), new QuoteArguments(QuotesOf.SOURCE, filter, orderBy, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<Quote>> quotes(Topic topic, @Argument @Nullable QuoteFilter filter,
			@Argument @Nullable QuoteOrder orderBy, PageRequest page,
			DataLoader<BatchKey<QuoteArguments>, Connection<Quote>> quotePages) {
		return quotePages.load(new BatchKey<>(topic.key(), new QuoteArguments(QuotesOf.TOPIC, filter, orderBy, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<Quote>> reactions(Event event, @Argument @Nullable QuoteFilter filter,
			PageRequest page, DataLoader<BatchKey<QuoteArguments>, Connection<Quote>> quotePages) {
		return quotePages
			.load(new BatchKey<>(event.key(), new QuoteArguments(QuotesOf.REACTING_TO_EVENT, filter, null, page)));
	}

}
