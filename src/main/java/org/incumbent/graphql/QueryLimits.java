package org.incumbent.graphql;

import java.util.List;
import java.util.Map;

import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.parser.ParserOptions;
import org.incumbent.store.Deadline;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * How large a query may be; one of a larger text is refused before it is validated,
 * because validation takes time that grows with the square of the fragments, and
 * execution takes a piece of the stack for each level.
 */
@Component
class QueryLimits extends SimplePerformantInstrumentation {

	/** Where the context of an execution has the number of records that it may hold. */
	static final String COST = QueryLimits.class.getName() + ".cost";

	private final LimitProperties limits;

	private final ParserOptions options;

	QueryLimits(LimitProperties limits) {
		this.limits = limits;
		this.options = ParserOptions.getDefaultOperationParserOptions()
			// the end is one more token to the parser; what is longer is refused before
			.transform((options) -> options.maxTokens(limits.tokens() + 1)
				.maxCharacters(limits.characters())
				.captureIgnoredChars(false)
				.captureLineComments(false));
	}

	/**
	 * What is wrong with a query that is too large to be parsed, null if it is not.
	 */
	@Nullable GraphQLError tooLargeToParse(String query) {
		if (query.length() > this.limits.characters()) {
			return error(query.length(), this.limits.characters(), "characters long", "send it in parts");
		}
		QueryScan scan = QueryScan.of(query);
		if (scan.tokens() > this.limits.tokens()) {
			return error(scan.tokens(), this.limits.tokens(), "names, signs and values long", "send it in parts");
		}
		return (scan.deepest() > this.limits.depth()) ? tooDeep(scan.deepest()) : null;
	}

	@Override
	public ExecutionInput instrumentExecutionInput(ExecutionInput input, InstrumentationExecutionParameters parameters,
			InstrumentationState state) {
		input.getGraphQLContext().put(ParserOptions.class, this.options);
		Deadline deadline = Deadline.get();
		if (deadline != null) {
			deadline.whenOver(input::cancel);
		}
		checkValue(input.getOperationName());
		checkValue(input.getRawVariables().toMap());
		return input;
	}

	@Override
	public DocumentAndVariables instrumentDocumentAndVariables(DocumentAndVariables query,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		// not for a document that was parsed lately: what depends on variables is counted
		// elsewhere
		Document document = query.getDocument();
		count(document);
		QueryMeasure measure = new QueryMeasure(parameters.getSchema(), document, query.getVariables());
		for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
			QueryMeasure.Size size = measure.of(operation);
			if (size.depth() > this.limits.depth()) {
				throw refusal(tooDeep(size.depth()));
			}
			check(size.fields(), this.limits.fields(), "fields, with every fragment in its place", "send it in parts");
		}
		return query;
	}

	@Override
	public ExecutionContext instrumentExecutionContext(ExecutionContext context,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		QueryMeasure measure = new QueryMeasure(context.getGraphQLSchema(), context.getDocument(),
				context.getCoercedVariables().toMap());
		QueryMeasure.Size size = measure.of(context.getOperationDefinition());
		check(size.page(), this.limits.page(), "records on one page", "ask for a page and follow its pageInfo");
		long cost = size.nodes();
		check(cost, this.limits.nodes(), "records in its lists, page sizes multiplied",
				"ask for smaller pages or for fewer lists within lists");
		context.getGraphQLContext().put(COST, cost);
		context.getGraphQLContext().put(AnswerSize.class, newAnswerSize());
		return context;
	}

	AnswerSize newAnswerSize() {
		return new AnswerSize(this.limits.objects(), this.limits.answer().toBytes());
	}

	private void count(Document document) {
		Counts counts = new Counts();
		counts.add(document);
		check(document.getDefinitionsOfType(FragmentDefinition.class).size(), this.limits.fragments(), "fragments",
				"send it in parts");
		check(counts.spreads, this.limits.spreads(), "places where a fragment is used", "send it in parts");
		check(counts.aliases, this.limits.aliases(), "aliases", "send it in parts");
		check(counts.directives, this.limits.directives(), "directives", "send it in parts");
		check(counts.longestList, this.limits.list(), "values in one list", "send several queries");
		check(counts.longestText, this.limits.text(), "characters in one string", "send a shorter one");
		for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
			check(operation.getSelectionSet().getSelections().size(), this.limits.rootFields(), "fields at its top",
					"send several queries");
		}
	}

	private void checkValue(@Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			map.keySet().forEach(this::checkValue);
			map.values().forEach(this::checkValue);
		}
		if (value instanceof List<?> list) {
			check(list.size(), this.limits.list(), "values in one list", "send several queries");
			list.forEach(this::checkValue);
		}
		if (value instanceof String text) {
			check(text.length(), this.limits.text(), "characters in one string", "send a shorter one");
		}
	}

	private static void check(long figure, int limit, String what, String send) {
		if (figure > limit) {
			throw refusal(
					Errors.of(ErrorCode.LIMIT_EXCEEDED, LimitExceededException.message(figure, limit, what, send)));
		}
	}

	private static GraphQLError error(long figure, int limit, String what, String send) {
		return Errors.of(ErrorCode.LIMIT_EXCEEDED,
				"The query is %,d %s; this server takes at most %,d: %s".formatted(figure, what, limit, send));
	}

	private GraphQLError tooDeep(int figure) {
		return Errors.of(ErrorCode.LIMIT_EXCEEDED,
				"The query is nested %,d levels deep, fragments followed; this server takes at most %,d: send one with fewer braces within braces"
					.formatted(figure, this.limits.depth()));
	}

	static AbortExecutionException refusal(GraphQLError error) {
		return new AbortExecutionException(List.of(error));
	}

	/**
	 * What can be counted in a document node by node.
	 */
	static final class Counts {

		int aliases;

		int directives;

		int spreads;

		int longestList;

		int longestText;

		void add(Node<?> node) {
			if (node instanceof Field field && field.getAlias() != null) {
				this.aliases++;
			}
			if (node instanceof Directive) {
				this.directives++;
			}
			if (node instanceof FragmentSpread) {
				this.spreads++;
			}
			if (node instanceof ArrayValue list) {
				this.longestList = Math.max(this.longestList, list.getValues().size());
			}
			if (node instanceof StringValue text) {
				String value = text.getValue();
				this.longestText = Math.max(this.longestText, (value != null) ? value.length() : 0);
			}
			node.getChildren().forEach(this::add);
		}

	}

}
