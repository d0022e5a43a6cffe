package org.incumbent.graphql;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.LightDataFetcher;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/**
 * Hands a value that was ready at once to the execution as it is, and not as a future:
 * each of those is followed by several more, up to that of the whole answer.
 */
@Component
class ReadyFields extends GraphQLTypeVisitorStub implements GraphQlSourceBuilderCustomizer {

	@Override
	public void customize(GraphQlSource.SchemaResourceBuilder builder) {
		builder.typeVisitors(List.of(this));
	}

	@Override
	public TraversalControl visitGraphQLFieldDefinition(GraphQLFieldDefinition field,
			TraverserContext<GraphQLSchemaElement> context) {
		GraphQLCodeRegistry.Builder code = context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
		if (context.getParentNode() instanceof GraphQLFieldsContainer parent && !parent.getName().startsWith("__")) {
			FieldCoordinates place = FieldCoordinates.coordinates(parent, field);
			DataFetcher<?> fetcher = code.getDataFetcher(place, field);
			if (!(fetcher instanceof LightDataFetcher<?>)) {
				code.dataFetcher(place, (DataFetcher<?>) (environment) -> ready(fetcher.get(environment)));
			}
		}
		return TraversalControl.CONTINUE;
	}

	private static @Nullable Object ready(@Nullable Object value) {
		if (value instanceof CompletableFuture<?> future && future.isDone() && !future.isCompletedExceptionally()) {
			return future.join();
		}
		return value;
	}

}
