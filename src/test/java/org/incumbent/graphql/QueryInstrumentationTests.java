package org.incumbent.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * An instrumentation is asked what it waits to be asked, or is refused at the start.
 */
class QueryInstrumentationTests {

	@Test
	void anyInstrumentationIsAskedAboutQueries() {
		Instrumentation all = QueryInstrumentation
			.of(new ChainedInstrumentation(List.of(SimplePerformantInstrumentation.INSTANCE, new Other())));
		GraphQL api = GraphQL
			.newGraphQL(new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse("type Query { a: String }"),
					RuntimeWiring.MOCKED_WIRING))
			.instrumentation(all)
			.build();
		Object data = api.execute("{ nothing }").getData();
		assertThat(data).hasToString("{__typename=Query}");
	}

	@Test
	void allAreToldWhenNoFieldCanGoOnAndWhenAllIsDone() {
		List<String> told = new ArrayList<>();
		CompletableFuture<String> field = new CompletableFuture<>();
		Instrumentation all = QueryInstrumentation.of(new ChainedInstrumentation(List.of(new Told("a", told, () -> {
		}), SimplePerformantInstrumentation.INSTANCE, new Told("b", told, () -> field.complete("found")))));
		RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
			.type("Query", (type) -> type.dataFetcher("a", (environment) -> {
				told.add("field");
				return field;
			}))
			.build();
		GraphQL api = GraphQL
			.newGraphQL(new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse("type Query { a: String }"),
					wiring))
			.instrumentation(all)
			.build();
		Object data = api.execute("{ a }").getData();
		assertThat(data).hasToString("{a=found}");
		assertThat(told).containsExactly("field", "a goes on", "b goes on", "a is done", "b is done");
	}

	@Test
	void oneThatWaitsForFieldsIsRefused() {
		assertThatThrownBy(() -> QueryInstrumentation
			.of(new ChainedInstrumentation(List.of(new ChainedInstrumentation(List.of(new Fields()))))))
			.isInstanceOf(IllegalStateException.class)
			.hasMessageContainingAll(Fields.class.getName(), "instrumentDataFetcher", "instrumentExecutionInput");
		assertThatThrownBy(() -> QueryInstrumentation.of(new Beginning())).hasMessageContaining("beginExecution");
	}

	/**
	 * Has another query executed.
	 */
	private static final class Other implements Instrumentation {

		@Override
		public ExecutionInput instrumentExecutionInput(ExecutionInput input,
				InstrumentationExecutionParameters parameters, InstrumentationState state) {
			return input.transform((builder) -> builder.query("{ __typename }"));
		}

	}

	private record Told(String name, List<String> told, Runnable first) implements Instrumentation {

		@Override
		public InstrumentationContext<ExecutionResult> beginExecuteOperation(
				InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
			return new InstrumentationContext<>() {

				@Override
				public void onDispatched() {
					Told.this.told.add(Told.this.name + " goes on");
					Told.this.first.run();
				}

				@Override
				public void onCompleted(@Nullable ExecutionResult result, @Nullable Throwable failure) {
					Told.this.told.add(Told.this.name + " is done");
				}

			};
		}

	}

	private static final class Fields extends SimplePerformantInstrumentation {

		@Override
		public DataFetcher<?> instrumentDataFetcher(DataFetcher<?> fetcher,
				InstrumentationFieldFetchParameters parameters, InstrumentationState state) {
			return fetcher;
		}

	}

	private static final class Beginning implements Instrumentation {

		@Override
		public InstrumentationContext<ExecutionResult> beginExecution(InstrumentationExecutionParameters parameters,
				InstrumentationState state) {
			throw new UnsupportedOperationException();
		}

	}

}
