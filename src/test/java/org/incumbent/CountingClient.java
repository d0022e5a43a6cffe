package org.incumbent;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.AstTransformer;
import graphql.language.IntValue;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks the running application over HTTP and counts the SQL statements that an answer
 * takes.
 */
class CountingClient {

	private static final JsonMapper JSON = new JsonMapper();

	private final RestClient api;

	private final StatementCounter counter;

	private final Set<Map.Entry<String, Map<String, Object>>> asked = new HashSet<>();

	CountingClient(int port, StatementCounter counter) {
		this.api = RestClient.create("http://127.0.0.1:" + port + "/graphql");
		this.counter = counter;
	}

	/**
	 * The whole answer. A document that the API cannot execute is an error.
	 */
	JsonNode ask(String document) {
		return ask(document, Map.of());
	}

	int statements(String document) {
		return statements(document, Map.of());
	}

	/**
	 * The number of statements with every page of the document set to a size.
	 */
	int statements(String document, int pageSize) {
		PageSizes sizes = new PageSizes(pageSize);
		Node<?> changed = new AstTransformer().transform(Parser.parse(document), sizes);
		return statements(AstPrinter.printAst(changed), sizes.variables);
	}

	private int statements(String document, Map<String, Object> variables) {
		// what the application keeps after the first time is not to be counted
		if (this.asked.add(Map.entry(document, variables))) {
			ask(document, variables);
		}
		return statementsOfOne(document, variables);
	}

	/**
	 * The number of statements when it is asked once, whether or not it was asked before.
	 */
	int statementsOfOne(String document) {
		return statementsOfOne(document, Map.of());
	}

	private int statementsOfOne(String document, Map<String, Object> variables) {
		this.counter.reset();
		assertThat(ask(document, variables).get("errors")).as(document).isNull();
		return this.counter.statements().size();
	}

	private JsonNode ask(String document, Map<String, Object> variables) {
		String body = this.api.post()
			.contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.APPLICATION_GRAPHQL_RESPONSE)
			.body(Map.of("query", document, "variables", variables))
			.retrieve()
			.body(String.class);
		ObjectNode answer = (ObjectNode) JSON.readTree(body);
		// the version changes with every release, and none of the answers kept is about
		// it
		JsonNode extensions = answer.remove("extensions");
		assertThat(extensions.path("release").asString()).isNotEmpty();
		assertThat(extensions.path("cost").isNumber()).isTrue();
		return answer;
	}

	/**
	 * Sets the page sizes where they stand, and keeps the variables that stand for
	 * others.
	 */
	private static final class PageSizes extends NodeVisitorStub {

		private final int size;

		private final Map<String, Object> variables = new HashMap<>();

		PageSizes(int size) {
			this.size = size;
		}

		@Override
		public TraversalControl visitArgument(Argument argument,
				@SuppressWarnings("rawtypes") TraverserContext<Node> context) {
			if (!List.of("first", "last").contains(argument.getName())) {
				return TraversalControl.CONTINUE;
			}
			if (argument.getValue() instanceof VariableReference variable) {
				this.variables.put(variable.getName(), this.size);
				return TraversalControl.CONTINUE;
			}
			IntValue value = IntValue.of(this.size);
			return TreeTransformerUtil.changeNode(context, argument.transform((builder) -> builder.value(value)));
		}

	}

}
