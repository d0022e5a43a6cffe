package org.incumbent.graphql;

import graphql.ExecutionInput;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.dataloader.DataLoaderDispatchingContextKeys;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;

import org.springframework.stereotype.Component;

/**
 * Gives each query its batches, and lets a field ask a second one with the first one's
 * answer; without, it would wait for ever. They are asked level by level: asked whenever
 * no field can go on, which takes less time, a query would take a statement more or less
 * from one run to another.
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
		DataLoaderDispatchingContextKeys.setEnableDataLoaderChaining(input.getGraphQLContext(), true);
		return input.transform((builder) -> builder.dataLoaderRegistry(new QueryLoaders(this.batches)));
	}

}
