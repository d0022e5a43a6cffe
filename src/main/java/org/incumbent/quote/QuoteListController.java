package org.incumbent.quote;

import java.util.concurrent.CompletableFuture;

import org.incumbent.appointment.Appointment;
import org.incumbent.event.Event;
import org.incumbent.graphql.Batches;
import org.incumbent.graphql.Loader;
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

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves lists of quotes, of everything that has some.
 */
@Controller
class QuoteListController {

	private final QuoteRepository quotes;

	QuoteListController(QuoteRepository quotes, Batches batches) {
		this.quotes = quotes;
		batches.<BatchKey<QuoteArguments>, Connection<Quote>>add("quotePages",
				(keys) -> BatchKey.load(keys, quotes::findByParents));
	}

	@QueryMapping
	Connection<Quote> quotes(@Argument @Nullable QuoteFilter filter, @Argument @Nullable QuoteOrder orderBy,
			PageRequest page) {
		return this.quotes.list(filter, orderBy, page);
	}

	@SchemaMapping
	CompletableFuture<Connection<Quote>> quotes(Person person, @Argument @Nullable QuoteFilter filter,
			@Argument @Nullable QuoteOrder orderBy, PageRequest page,
			Loader<BatchKey<QuoteArguments>, Connection<Quote>> quotePages) {
		return quotePages
			.load(new BatchKey<>(person.key(), new QuoteArguments(QuotesOf.PERSON, filter, orderBy, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<Quote>> quotesAbout(Person person, @Argument @Nullable QuoteFilter filter,
			@Argument @Nullable QuoteOrder orderBy, PageRequest page,
			Loader<BatchKey<QuoteArguments>, Connection<Quote>> quotePages) {
		return quotePages
			.load(new BatchKey<>(person.key(), new QuoteArguments(QuotesOf.ABOUT_PERSON, filter, orderBy, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<Quote>> quotes(Organisation organisation, @Argument @Nullable QuoteFilter filter,
			@Argument @Nullable QuoteOrder orderBy, PageRequest page,
			Loader<BatchKey<QuoteArguments>, Connection<Quote>> quotePages) {
		return quotePages
			.load(new BatchKey<>(organisation.key(), new QuoteArguments(QuotesOf.ORGANISATION, filter, orderBy, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<Quote>> quotesAbout(Organisation organisation, @Argument @Nullable QuoteFilter filter,
			@Argument @Nullable QuoteOrder orderBy, PageRequest page,
			Loader<BatchKey<QuoteArguments>, Connection<Quote>> quotePages) {
		return quotePages.load(new BatchKey<>(organisation.key(),
				new QuoteArguments(QuotesOf.ABOUT_ORGANISATION, filter, orderBy, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<Quote>> quotes(Appointment appointment, @Argument @Nullable QuoteFilter filter,
			@Argument @Nullable QuoteOrder orderBy, PageRequest page,
			Loader<BatchKey<QuoteArguments>, Connection<Quote>> quotePages) {
		return quotePages
			.load(new BatchKey<>(appointment.key(), new QuoteArguments(QuotesOf.APPOINTMENT, filter, orderBy, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<Quote>> quotes(Event event, @Argument @Nullable QuoteFilter filter,
			@Argument @Nullable QuoteOrder orderBy, PageRequest page,
			Loader<BatchKey<QuoteArguments>, Connection<Quote>> quotePages) {
		return quotePages.load(new BatchKey<>(event.key(), new QuoteArguments(QuotesOf.EVENT, filter, orderBy, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<Quote>> quotes(Source source, @Argument @Nullable QuoteFilter filter,
			@Argument @Nullable QuoteOrder orderBy, PageRequest page,
			Loader<BatchKey<QuoteArguments>, Connection<Quote>> quotePages) {
		return quotePages
			.load(new BatchKey<>(source.key(), new QuoteArguments(QuotesOf.SOURCE, filter, orderBy, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<Quote>> quotes(Topic topic, @Argument @Nullable QuoteFilter filter,
			@Argument @Nullable QuoteOrder orderBy, PageRequest page,
			Loader<BatchKey<QuoteArguments>, Connection<Quote>> quotePages) {
		return quotePages.load(new BatchKey<>(topic.key(), new QuoteArguments(QuotesOf.TOPIC, filter, orderBy, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<Quote>> reactions(Event event, @Argument @Nullable QuoteFilter filter,
			PageRequest page, Loader<BatchKey<QuoteArguments>, Connection<Quote>> quotePages) {
		return quotePages
			.load(new BatchKey<>(event.key(), new QuoteArguments(QuotesOf.REACTING_TO_EVENT, filter, null, page)));
	}

}
