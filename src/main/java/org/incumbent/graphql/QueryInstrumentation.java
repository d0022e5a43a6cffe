package org.incumbent.graphql;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;

/**
 * Several instrumentations as one, which is asked about queries and not about their
 * fields: of these it would take longer to ask than some take to find.
 */
final class QueryInstrumentation extends SimplePerformantInstrumentation {

	private final List<SimplePerformantInstrumentation> all;

	QueryInstrumentation(List<SimplePerformantInstrumentation> all) {
		this.all = all;
	}

	@Override
	public ExecutionInput instrumentExecutionInput(ExecutionInput input, InstrumentationExecutionParameters parameters,
			InstrumentationState state) {
		ExecutionInput changed = input;
		for (SimplePerformantInstrumentation each : this.all) {
			changed = each.instrumentExecutionInput(changed, parameters, state);
		}
		return changed;
	}

	@Override
	public DocumentAndVariables instrumentDocumentAndVariables(DocumentAndVariables query,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		DocumentAndVariables changed = query;
		for (SimplePerformantInstrumentation each : this.all) {
			changed = each.instrumentDocumentAndVariables(changed, parameters, state);
		}
		return changed;
	}

	@Override
	public ExecutionContext instrumentExecutionContext(ExecutionContext context,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		ExecutionContext changed = context;
		for (SimplePerformantInstrumentation each : this.all) {
			changed = each.instrumentExecutionContext(changed, parameters, state);
		}
		return changed;
	}

	@Override
	public CompletableFuture<ExecutionResult> instrumentExecutionResult(ExecutionResult result,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		CompletableFuture<ExecutionResult> changed = CompletableFuture.completedFuture(result);
		for (SimplePerformantInstrumentation each : this.all) {
			changed = changed.thenCompose((before) -> each.instrumentExecutionResult(before, parameters, state));
		}
		return changed;
	}

}
