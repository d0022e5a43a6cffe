package org.incumbent.graphql;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import org.jspecify.annotations.Nullable;

/**
 * Several instrumentations as one, which is asked about queries and not about their
 * fields: of these it would take longer to ask than some take to find.
 */
final class QueryInstrumentation extends SimplePerformantInstrumentation {

	/** What they are asked. */
	private static final Set<String> ASKED = Set.of("instrumentExecutionInput", "instrumentDocumentAndVariables",
			"instrumentExecutionContext", "beginExecuteOperation", "instrumentExecutionResult");

	private final List<Instrumentation> all;

	private QueryInstrumentation(List<Instrumentation> all) {
		this.all = all;
	}

	/**
	 * The same as an instrumentation and those that it is a chain of.
	 * @throws IllegalStateException if one of them waits for more than it would be asked
	 */
	static QueryInstrumentation of(Instrumentation instrumentation) {
		List<Instrumentation> all = parts(instrumentation).toList();
		all.forEach(QueryInstrumentation::check);
		return new QueryInstrumentation(all);
	}

	private static Stream<Instrumentation> parts(Instrumentation instrumentation) {
		return (instrumentation instanceof ChainedInstrumentation chain)
				? chain.getInstrumentations().stream().flatMap(QueryInstrumentation::parts)
				: Stream.of(instrumentation);
	}

	private static void check(Instrumentation instrumentation) {
		for (Method method : Instrumentation.class.getMethods()) {
			Class<?> meant = implementation(instrumentation, method).getDeclaringClass();
			boolean own = meant != Instrumentation.class && meant != SimplePerformantInstrumentation.class;
			if (own && !ASKED.contains(method.getName())) {
				throw new IllegalStateException(
						"%s overrides %s, which is never called, since an answer has hundreds of fields: of an instrumentation, only %s are called"
							.formatted(instrumentation.getClass().getName(), method.getName(),
									ASKED.stream().sorted().collect(Collectors.joining(", "))));
			}
		}
	}

	private static Method implementation(Instrumentation instrumentation, Method method) {
		try {
			return instrumentation.getClass().getMethod(method.getName(), method.getParameterTypes());
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException("An object has the methods of its interfaces", ex);
		}
	}

	@Override
	public ExecutionInput instrumentExecutionInput(ExecutionInput input, InstrumentationExecutionParameters parameters,
			InstrumentationState state) {
		ExecutionInput changed = input;
		for (Instrumentation each : this.all) {
			changed = each.instrumentExecutionInput(changed, parameters, state);
		}
		return changed;
	}

	@Override
	public DocumentAndVariables instrumentDocumentAndVariables(DocumentAndVariables query,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		DocumentAndVariables changed = query;
		for (Instrumentation each : this.all) {
			changed = each.instrumentDocumentAndVariables(changed, parameters, state);
		}
		return changed;
	}

	@Override
	public ExecutionContext instrumentExecutionContext(ExecutionContext context,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		ExecutionContext changed = context;
		for (Instrumentation each : this.all) {
			changed = each.instrumentExecutionContext(changed, parameters, state);
		}
		return changed;
	}

	@Override
	public InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
		List<InstrumentationContext<ExecutionResult>> contexts = new ArrayList<>();
		for (Instrumentation each : this.all) {
			InstrumentationContext<ExecutionResult> context = each.beginExecuteOperation(parameters, state);
			if (context != null) {
				contexts.add(context);
			}
		}
		return new InstrumentationContext<>() {

			@Override
			public void onDispatched() {
				contexts.forEach(InstrumentationContext::onDispatched);
			}

			@Override
			public void onCompleted(@Nullable ExecutionResult result, @Nullable Throwable failure) {
				contexts.forEach((context) -> context.onCompleted(result, failure));
			}

		};
	}

	@Override
	public CompletableFuture<ExecutionResult> instrumentExecutionResult(ExecutionResult result,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		CompletableFuture<ExecutionResult> changed = CompletableFuture.completedFuture(result);
		for (Instrumentation each : this.all) {
			changed = changed.thenCompose((before) -> each.instrumentExecutionResult(before, parameters, state));
		}
		return changed;
	}

}
