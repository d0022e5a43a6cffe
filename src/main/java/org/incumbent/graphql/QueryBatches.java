package org.incumbent.graphql;

import graphql.ExecutionInput;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.dataloader.DataLoaderDispatchingContextKeys;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;

import org.springframework.stereotype.Component;

/**
 * Gives each query its batches. They are asked when no field can go on without, so that
 * one field can also ask a second batch with the first one's answer.
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
		DataLoaderDispatchingContextKeys.setEnableDataLoaderExhaustedDispatching(input.getGraphQLContext(), true);
		return input.transform((builder) -> builder.dataLoaderRegistry(new QueryLoaders(this.batches)));
	}

}
