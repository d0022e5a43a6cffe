package org.incumbent.graphql;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;

import org.springframework.stereotype.Component;

/**
 * Gives each query its batches, and has them asked when no field can go on without.
 */
@Component
class QueryBatches extends SimplePerformantInstrumentation {

	private final Batches batches;

	QueryBatches(Batches batches) {
		this.batches = batches;
	}

	@Override
	public ExecutionInput instrumentExecutionInput(ExecutionInput input, InstrumentationExecutionParameters parameters,
			InstrumentationState state) {
		input.getGraphQLContext().put(QueryLoaders.class, new QueryLoaders(this.batches));
		return input;
	}

	@Override
	public InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
		QueryLoaders loaders = parameters.getExecutionContext().getGraphQLContext().get(QueryLoaders.class);
		return SimpleInstrumentationContext.whenDispatched(loaders::findAll);
	}

}
