package org.incumbent.graphql;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.parser.ParserOptions;

import org.springframework.stereotype.Component;

/**
 * How long and how deeply nested a query may be; another one is refused before it is
 * validated, because validation takes time that grows with the square of the fragments,
 * and execution takes a piece of the stack for each level.
 */
@Component
class QueryLimits extends SimplePerformantInstrumentation {

	/** Names, braces and the like; GraphiQL's introspection query has some 300. */
	static final int MAX_TOKENS = 5_000;

	static final int MAX_FRAGMENTS = 200;

	/** Braces within braces, fragments followed; the introspection query has some 20. */
	static final int MAX_DEPTH = 100;

	private static final ParserOptions OPTIONS = ParserOptions.getDefaultOperationParserOptions()
		.transform((options) -> options.maxTokens(MAX_TOKENS));

	@Override
	public ExecutionInput instrumentExecutionInput(ExecutionInput input, InstrumentationExecutionParameters parameters,
			InstrumentationState state) {
		input.getGraphQLContext().put(ParserOptions.class, OPTIONS);
		return input;
	}

	@Override
	public DocumentAndVariables instrumentDocumentAndVariables(DocumentAndVariables query,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		Document document = query.getDocument();
		List<FragmentDefinition> fragments = document.getDefinitionsOfType(FragmentDefinition.class);
		if (fragments.size() > MAX_FRAGMENTS) {
			throw refusal("The query has more than " + MAX_FRAGMENTS + " fragments: send it in parts");
		}
		Nesting nesting = new Nesting(fragments);
		for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
			nesting.enter(operation.getSelectionSet(), 1);
		}
		return query;
	}

	private static AbortExecutionException refusal(String message) {
		return new AbortExecutionException(
				List.of(GraphqlErrorBuilder.newError().message(message).errorType(ErrorType.InvalidSyntax).build()));
	}

	/**
	 * Follows the nesting of selections, into a fragment again only where it is used
	 * deeper than before, so that the time is bounded whatever uses what. A fragment
	 * within itself is left to validation, which has a message for it.
	 */
	private static final class Nesting {

		private final Map<String, FragmentDefinition> fragments = new HashMap<>();

		private final Map<String, Integer> deepest = new HashMap<>();

		private final Set<String> entered = new HashSet<>();

		Nesting(List<FragmentDefinition> fragments) {
			fragments.forEach((fragment) -> this.fragments.put(fragment.getName(), fragment));
		}

		void enter(Node<?> node, int depth) {
			if (depth > MAX_DEPTH) {
				throw refusal("The query is nested more than " + MAX_DEPTH
						+ " levels deep, fragments followed: send one with fewer braces within braces");
			}
			if (node instanceof FragmentSpread spread) {
				enterFragment(spread.getName(), depth);
				return;
			}
			for (Node<?> child : node.getChildren()) {
				enter(child, depth + (child instanceof SelectionSet ? 1 : 0));
			}
		}

		private void enterFragment(String name, int depth) {
			FragmentDefinition fragment = this.fragments.get(name);
			if (fragment == null || depth <= this.deepest.getOrDefault(name, 0) || !this.entered.add(name)) {
				return;
			}
			this.deepest.put(name, depth);
			enter(fragment, depth);
			this.entered.remove(name);
		}

	}

}
