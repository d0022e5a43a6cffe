package org.incumbent.graphql;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;

import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/**
 * The queries that were parsed and found valid lately, by their text. However many send
 * one at once, it is parsed once. One that is not valid is not kept.
 */
@Component
class ParsedDocuments implements PreparsedDocumentProvider, GraphQlSourceBuilderCustomizer {

	/** Bytes that all together may take, about. */
	private static final int MOST = 32_000_000;

	private static final int OVERHEAD = 500;

	/** A field of a letter or two has a node, a place and a name in the syntax tree. */
	private static final int BYTES_OF_CHARACTER = 40;

	private final Cache<String, PreparsedDocumentEntry> valid = Caffeine.newBuilder()
		.maximumWeight(MOST)
		.weigher((String text, PreparsedDocumentEntry entry) -> OVERHEAD + BYTES_OF_CHARACTER * text.length())
		.build();

	@Override
	public void customize(GraphQlSource.SchemaResourceBuilder builder) {
		builder.configureGraphQl((graphQl) -> graphQl.preparsedDocumentProvider(this));
	}

	@Override
	public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(ExecutionInput input,
			Function<ExecutionInput, PreparsedDocumentEntry> parse) {
		PreparsedDocumentEntry entry = this.valid.get(input.getQuery(), (text) -> parse.apply(input));
		if (entry.hasErrors()) {
			this.valid.invalidate(input.getQuery());
		}
		return CompletableFuture.completedFuture(entry);
	}

	/**
	 * How many are kept, for tests.
	 */
	long size() {
		this.valid.cleanUp();
		return this.valid.estimatedSize();
	}

}
