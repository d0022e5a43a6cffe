package org.incumbent.graphql;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStepInfo;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import graphql.execution.FieldValueInfo.CompleteValueType;
import graphql.schema.GraphQLObjectType;
import org.jspecify.annotations.Nullable;

/**
 * Executes queries as graphql-java does, except for the parts that are made of records
 * and of nothing else, which are most: for each field of each record it keeps a path, a
 * type, an environment and more, which takes longer than to read the field.
 */
final class DirectStrategy extends AsyncExecutionStrategy {

	DirectStrategy(DataFetcherExceptionHandler exceptions) {
		super(exceptions);
	}

	@Override
	protected Object resolveFieldWithInfo(ExecutionContext context, ExecutionStrategyParameters parameters) {
		GraphQLObjectType type = (GraphQLObjectType) parameters.getExecutionStepInfo().getUnwrappedNonNullType();
		DirectSelection.Part part = selections(context).field(type, parameters.getField());
		if (part == null) {
			return super.resolveFieldWithInfo(context, parameters);
		}
		Object value = DirectAnswer.ofField(context, part, parameters.getSource(), parameters.getPath().getLevel(),
				() -> value(super.resolveFieldWithInfo(context, parameters)));
		return new FieldValueInfo(part.selections().isEmpty() ? CompleteValueType.SCALAR : CompleteValueType.OBJECT,
				value);
	}

	@SuppressWarnings("FutureReturnValueIgnored") // the same
	private static @Nullable Object value(Object resolved) {
		if (resolved instanceof CompletableFuture<?> future) {
			return future.thenCompose((info) -> ((FieldValueInfo) info).getFieldValueFuture());
		}
		return ((FieldValueInfo) resolved).getFieldValueObject();
	}

	@Override
	protected @Nullable Object completeValueForObject(ExecutionContext context, ExecutionStrategyParameters parameters,
			GraphQLObjectType type, Object record) {
		DirectSelection selection = selections(context).of(parameters.getField(), type);
		Supplier<@Nullable Object> otherwise = () -> executeObject(context, parameters, selection, type, record);
		if (selection.parts() == null) {
			return otherwise.get();
		}
		return DirectAnswer.ofRecord(context, selection.parts(), record, parameters.getPath().getLevel(), otherwise);
	}

	/**
	 * As graphql-java does it, but for the selection, which it collects for each record.
	 */
	private Object executeObject(ExecutionContext context, ExecutionStrategyParameters parameters,
			DirectSelection selection, GraphQLObjectType type, Object record) {
		ExecutionStepInfo step = parameters.getExecutionStepInfo().changeTypeWithPreservedNonNull(type);
		return executeObject(context, parameters
			.transform((builder) -> builder.executionStepInfo(step).fields(selection.fields()).source(record)));
	}

	private static DirectSelections selections(ExecutionContext context) {
		return context.getGraphQLContext()
			.computeIfAbsent(DirectSelections.class, (absent) -> new DirectSelections(context));
	}

}
