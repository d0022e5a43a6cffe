package org.incumbent.graphql;

import java.util.Objects;

import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import org.jspecify.annotations.Nullable;

/**
 * Executes queries as graphql-java does, except for what is within records: for each
 * field of each record graphql-java keeps a path, a type, an environment and more, which
 * takes longer than to read the field.
 */
final class DirectStrategy extends AsyncExecutionStrategy {

	DirectStrategy(DataFetcherExceptionHandler exceptions) {
		super(exceptions);
	}

	@Override
	protected Object completeValueForObject(ExecutionContext context, ExecutionStrategyParameters parameters,
			GraphQLObjectType type, Object record) {
		DirectSelections selections = context.getGraphQLContext()
			.computeIfAbsent(DirectSelections.class, (absent) -> new DirectSelections(context));
		DirectSelection selection = selections.isGivenUp() ? null
				: selections.of(parameters.getField(), type, parameters.getPath());
		if (selection == null || selection.parts() == null) {
			return completeAsUsual(context, parameters, type, record);
		}
		return DirectAnswer.of(context, selection.parts(), record, parameters.getPath().getLevel(), () -> {
			selections.giveUp();
			return completeAsUsual(context, parameters, type, record);
		});
	}

	private Object completeAsUsual(ExecutionContext context, ExecutionStrategyParameters parameters,
			GraphQLObjectType type, Object record) {
		size(context).add();
		return super.completeValueForObject(context, parameters, type, record);
	}

	@Override
	protected @Nullable Object completeValueForScalar(ExecutionContext context, ExecutionStrategyParameters parameters,
			GraphQLScalarType type, Object found) {
		return counted(context, parameters, super.completeValueForScalar(context, parameters, type, found));
	}

	@Override
	protected @Nullable Object completeValueForEnum(ExecutionContext context, ExecutionStrategyParameters parameters,
			GraphQLEnumType type, Object found) {
		return counted(context, parameters, super.completeValueForEnum(context, parameters, type, found));
	}

	private static @Nullable Object counted(ExecutionContext context, ExecutionStrategyParameters parameters,
			@Nullable Object value) {
		size(context).add(AnswerSize.of(parameters.getField().getResultKey()) + AnswerSize.of(value));
		return value;
	}

	private static AnswerSize size(ExecutionContext context) {
		return Objects.requireNonNull(context.getGraphQLContext().get(AnswerSize.class));
	}

}
