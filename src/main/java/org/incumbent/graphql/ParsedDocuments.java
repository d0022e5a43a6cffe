package org.incumbent.graphql;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.AbortExecutionException;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import org.incumbent.store.Deadline;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/**
 * The queries that were parsed and found valid lately, by their text. However many send
 * one at once, it is parsed once, and nobody waits for another query than their own. One
 * that is not valid is not kept.
 */
@Component
class ParsedDocuments implements PreparsedDocumentProvider, GraphQlSourceBuilderCustomizer {

	/** Bytes that all together may take, about. */
	private static final int MOST = 32_000_000;

	private static final int OVERHEAD = 500;

	/** A field of a letter or two has a node, a place and a name in the syntax tree. */
	private static final int BYTES_OF_CHARACTER = 40;

	/** Those that are being parsed are among them, and weigh nothing yet. */
	private final AsyncCache<String, PreparsedDocumentEntry> valid = Caffeine.newBuilder()
		.maximumWeight(MOST)
		.weigher((String text, PreparsedDocumentEntry entry) -> OVERHEAD + BYTES_OF_CHARACTER * text.length())
		.buildAsync();

	@Override
	public void customize(GraphQlSource.SchemaResourceBuilder builder) {
		builder.configureGraphQl((graphQl) -> graphQl.preparsedDocumentProvider(this));
	}

	@Override
	public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(ExecutionInput input,
			Function<ExecutionInput, PreparsedDocumentEntry> parse) {
		CompletableFuture<PreparsedDocumentEntry> known = this.valid.getIfPresent(input.getQuery());
		if (known != null && known.isDone() && !known.isCompletedExceptionally()) {
			return known;
		}
		CompletableFuture<PreparsedDocumentEntry> mine = new CompletableFuture<>();
		CompletableFuture<PreparsedDocumentEntry> another = this.valid.asMap().putIfAbsent(input.getQuery(), mine);
		if (another == null) {
			return CompletableFuture.completedFuture(parse(input, parse, mine));
		}
		PreparsedDocumentEntry parsed = await(another);
		return CompletableFuture.completedFuture((parsed != null) ? parsed : parse.apply(input));
	}

	/**
	 * Parses a query for all who wait for it. The cache lets go of it where that fails.
	 */
	private PreparsedDocumentEntry parse(ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse,
			CompletableFuture<PreparsedDocumentEntry> mine) {
		try {
			PreparsedDocumentEntry entry = parse.apply(input);
			if (entry.hasErrors()) {
				this.valid.asMap().remove(input.getQuery(), mine);
			}
			mine.complete(entry);
			return entry;
		}
		finally {
			mine.completeExceptionally(new IllegalStateException("The query was not parsed"));
		}
	}

	/**
	 * What another thread parses, null if it fails to. This thread waits for it rather
	 * than have its work done by the other, which may be at work for another release.
	 * @throws AbortExecutionException if the time of this request is over first
	 */
	private static @Nullable PreparsedDocumentEntry await(CompletableFuture<PreparsedDocumentEntry> parsing) {
		CompletableFuture<@Nullable PreparsedDocumentEntry> heard = parsing.handle((entry, failure) -> entry);
		Deadline deadline = Deadline.get();
		if (deadline != null) {
			deadline.whenOver(() -> heard.complete(null));
		}
		PreparsedDocumentEntry entry = heard.join();
		if (entry == null && deadline != null && deadline.isOver()) {
			throw new AbortExecutionException("The time for this answer is over");
		}
		return entry;
	}

	/**
	 * How many are kept, for tests.
	 */
	long size() {
		this.valid.synchronous().cleanUp();
		return this.valid.synchronous().estimatedSize();
	}

}
