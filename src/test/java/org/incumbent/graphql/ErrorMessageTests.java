package org.incumbent.graphql;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What somebody reads who has sent something wrong.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = GraphQlHttpTests.StandIn.class, properties = {
		"spring.graphql.schema.locations=classpath:stand-in/", "spring.datasource.url=jdbc:h2:mem:stand-in" })
class ErrorMessageTests {

	private static final String PARSE = "GRAPHQL_PARSE_FAILED";

	private static final String VALIDATION = "GRAPHQL_VALIDATION_FAILED";

	private static final String BAD_REQUEST = "BAD_REQUEST";

	private static final String[] INTERNALS = { "org.", "java.", "graphql.", "EnumValue", "IntValue", "StringValue",
			"ObjectValue", "Exception", "Map", "Integer", "Long", "null for", "select ", "@[", "<" };

	private final HttpClient client = HttpClient.newHttpClient();

	private final JsonMapper json = JsonMapper.shared();

	@LocalServerPort
	private int port;

	@ParameterizedTest(name = "{0}")
	@MethodSource({ "badLiterals", "badVariables", "badDocuments" })
	void errorBeforeAnyFieldSaysWhatToSend(String rule, String query, String variables, String code, String message)
			throws Exception {
		HttpResponse<String> response = post(query, variables);
		assertThat(response.statusCode()).isEqualTo(400);
		assertError(response, code, message);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("badArgumentsOfAField")
	void errorOfAFieldSaysWhatToSend(String rule, String query, String variables, String code, String message)
			throws Exception {
		HttpResponse<String> response = post(query, variables);
		assertThat(response.statusCode()).isEqualTo(200);
		JsonNode error = assertError(response, code, message);
		assertThat(error.at("/path").size()).isOne();
	}

	@Test
	void unknownOperationNameIsABadRequest() throws Exception {
		HttpResponse<String> response = send(
				Map.of("query", "query A { __typename } query B { __typename }", "operationName", "C"));
		assertThat(response.statusCode()).isEqualTo(400);
		assertError(response, BAD_REQUEST,
				"The query contains no operation named 'C': send the name of one of its operations as operationName");
	}

	@Test
	void messagesAreEnglishWhateverTheClientPrefers() throws Exception {
		HttpResponse<String> response = this.client.send(
				request(Map.of("query", "{ nothing }")).header("Accept-Language", "de-DE, nl").build(),
				BodyHandlers.ofString());
		assertError(response, VALIDATION, "Type Query has no field 'nothing'");
	}

	static Stream<Arguments> badLiterals() {
		String oneOf = "Argument 'by' of 'person' takes exactly one field of the input PersonBy (id, slug, identifier)";
		String capacity = "Argument 'filter.capacities[0]' of 'appointments' is not one of the enum Capacity "
				+ "(SUBSTANTIVE, INTERIM), which are sent without quotation marks";
		String date = "Argument 'asOf' of 'appointments' is not of type Date: send a day of the calendar as "
				+ "\"YYYY-MM-DD\", for example \"2013-05-01\"";
		return Stream.of(arguments("wrong enum", list("filter: {capacities: [ACTING]}"), "{}", VALIDATION, capacity),
				arguments("string for enum", list("filter: {capacities: [\"INTERIM\"]}"), "{}", VALIDATION, capacity),
				arguments("too long int", list("first: 99999999999999999999"), "{}", VALIDATION,
						"Argument 'first' of 'appointments' is not of type Int: send a whole number from -2147483648 to 2147483647"),
				arguments("string for int", list("first: \"2\""), "{}", VALIDATION,
						"Argument 'first' of 'appointments' is not of type Int: send a whole number"),
				arguments("decimal for int", list("first: 2.5"), "{}", VALIDATION,
						"Argument 'first' of 'appointments' is not of type Int: send a whole number"),
				arguments("list for int", list("first: [1, 2]"), "{}", VALIDATION,
						"Argument 'first' of 'appointments' is not of type Int: send a whole number"),
				arguments("no such day", list("asOf: \"2013-02-30\""), "{}", VALIDATION, date),
				arguments("number for date", list("asOf: 2013"), "{}", VALIDATION, date),
				arguments("relative address", list("url: \"/page\""), "{}", VALIDATION,
						"Argument 'url' of 'appointments' is not of type Url: send an absolute address with http or https, "
								+ "for example \"https://example.org/page\""),
				arguments("object for id", "{ node(id: {a: 1}) { name } }", "{}", VALIDATION,
						"Argument 'id' of 'node' is not of type ID: send an id as a string in double quotation marks"),
				arguments("text for object", "{ person(by: \"ada\") { name } }", "{}", VALIDATION,
						"Argument 'by' of 'person' takes an object in braces"),
				arguments("missing argument", "{ person { name } }", "{}", VALIDATION,
						"Send the argument 'by' of 'person'"),
				arguments("null argument", "{ person(by: null) { name } }", "{}", VALIDATION,
						"Argument 'by' of 'person' must not be null: send a value"),
				arguments("unknown argument", "{ person(by: {id: 1}, at: 2) { name } }", "{}", VALIDATION,
						"There is no argument 'at' of 'person'"),
				arguments("unknown input field", "{ person(by: {name: \"x\"}) { name } }", "{}", VALIDATION,
						"Argument 'by' of 'person': the input PersonBy (id, slug, identifier) has no field 'name'"),
				arguments("missing input field", "{ person(by: {identifier: {scheme: \"x\"}}) { name } }", "{}",
						VALIDATION, "Argument 'by.identifier' of 'person' lacks the required fields [value]"),
				arguments("two of one", "{ person(by: {id: 1, slug: \"ada\"}) { name } }", "{}", VALIDATION, oneOf),
				arguments("none of one", "{ person(by: {}) { name } }", "{}", VALIDATION, oneOf),
				arguments("directive", "{ __typename @include(if: 1) }", "{}", VALIDATION,
						"Argument 'if' of '__typename' is not of type Boolean: send true or false, without quotation marks"));
	}

	static Stream<Arguments> badVariables() {
		String by = "query ($by: PersonBy!) { person(by: $by) { name } }";
		String first = "query ($first: Int) { appointments(first: $first) { totalCount } }";
		String capacities = "query ($in: [Capacity!]) { appointments(filter: {capacities: $in}) { totalCount } }";
		String asOf = "query ($on: Date) { appointments(asOf: $on) { totalCount } }";
		String wholeNumber = "Variable 'first' has an invalid value: send a whole number, without quotation marks";
		return Stream.of(arguments("wrong enum", capacities, "{\"in\": [\"ACTING\"]}", BAD_REQUEST,
				"Variable 'in' has an invalid value: 'ACTING' is not one of the enum Capacity (SUBSTANTIVE, INTERIM)"),
				arguments("number for enum", capacities, "{\"in\": 1}", BAD_REQUEST,
						"Variable 'in' has an invalid value: '1' is not one of the enum Capacity (SUBSTANTIVE, INTERIM)"),
				arguments("null in list", capacities, "{\"in\": [null]}", BAD_REQUEST,
						"Variable 'in' has an invalid value: null is not allowed: send a value of type Capacity!"),
				arguments("too long int", first, "{\"first\": 99999999999}", BAD_REQUEST,
						"Variable 'first' has an invalid value: send a whole number from -2147483648 to 2147483647"),
				arguments("string for int", first, "{\"first\": \"2\"}", BAD_REQUEST, wholeNumber),
				arguments("decimal for int", first, "{\"first\": 2.5}", BAD_REQUEST, wholeNumber),
				arguments("boolean for int", first, "{\"first\": true}", BAD_REQUEST, wholeNumber),
				arguments("object for int", first, "{\"first\": {\"a\": 1}}", BAD_REQUEST, wholeNumber),
				arguments("no such day", asOf, "{\"on\": \"2013-02-30\"}", BAD_REQUEST,
						"Variable 'on' has an invalid value: send a day of the calendar as \"YYYY-MM-DD\", "
								+ "for example \"2013-05-01\""),
				arguments("null", by, "{\"by\": null}", BAD_REQUEST,
						"Variable 'by' must not be null or left out: send a value of type PersonBy!"),
				arguments("left out", by, "{}", BAD_REQUEST,
						"Variable 'by' must not be null or left out: send a value of type PersonBy!"),
				arguments("text for object", by, "{\"by\": \"ada\"}", BAD_REQUEST,
						"Variable 'by' has an invalid value: send a JSON object in braces"),
				arguments("unknown input field", by, "{\"by\": {\"name\": \"x\"}}", BAD_REQUEST,
						"The input PersonBy (id, slug, identifier) has no field 'name'"),
				arguments("missing input field", by, "{\"by\": {\"identifier\": {\"scheme\": \"x\"}}}", BAD_REQUEST,
						"Variable 'by' has an invalid value: 'value' must not be null or left out: send a value of type String!"),
				arguments("two of one", by, "{\"by\": {\"id\": 1, \"slug\": \"ada\"}}", BAD_REQUEST,
						"Send exactly one field of the input PersonBy (id, slug, identifier)"),
				arguments("none of one", by, "{\"by\": {}}", BAD_REQUEST,
						"Send exactly one field of the input PersonBy (id, slug, identifier)"),
				arguments("null for one", by, "{\"by\": {\"id\": null}}", BAD_REQUEST,
						"The field PersonBy.id must not be null: send a value or another field"));
	}

	static Stream<Arguments> badDocuments() {
		return Stream.of(
				arguments("unknown field", "{ person(by: {id: 1}) { age } }", "{}", VALIDATION,
						"Type Person has no field 'age'"),
				arguments("no fields", "{ person(by: {id: 1}) }", "{}", VALIDATION,
						"Field 'person' is a Person: say in braces which of its fields to answer"),
				arguments("fields of a scalar", "{ person(by: {id: 1}) { born { year } } }", "{}", VALIDATION,
						"Field 'born' is a Date, which has no fields: leave out the braces after it"),
				arguments("variable of another type",
						"query ($first: String) { appointments(first: $first) { totalCount } }", "{}", VALIDATION,
						"Variable 'first' is declared as String, and is used where Int is needed"),
				arguments("bad default", "query ($first: Int = \"x\") { appointments(first: $first) { totalCount } }",
						"{}", VALIDATION, "The default value does not fit the type Int of its variable"),
				arguments("undeclared variable", "{ appointments(first: $first) { totalCount } }", "{}", VALIDATION,
						"Variable 'first' is not declared by the operation"),
				arguments("fragment in itself", "{ ...F } fragment F on Query { ...F }", "{}", VALIDATION,
						"A fragment must not contain itself, directly or by way of other fragments"),
				arguments("mutation", "mutation { x }", "{}", VALIDATION,
						"There are no operations of the kind Mutation here: send a query"),
				arguments("much introspection", "{ a: __schema { description } b: __schema { description } }", "{}",
						BAD_REQUEST, "Ask for Query.__schema only once in a query"),
				arguments("several operations", "query A { __typename } query B { __typename }", "{}", BAD_REQUEST,
						"The query contains several operations: send the name of one of them as operationName"),
				arguments("end too soon", "{ person(by:", "{}", PARSE,
						"The query is not GraphQL at its end in line 1, column 13"),
				arguments("wrong sign", "{ person(by: {id: 1}) { name ] }", "{}", PARSE,
						"The query is not GraphQL at ']' in line 1, column 30"),
				arguments("no sign of the language", "{ person ^ }", "{}", PARSE,
						"The query is not GraphQL at line 1, column 10"),
				arguments("too much", "{ __typename } }", "{}", PARSE,
						"The query goes on after its end at '}' in line 1, column 16"),
				arguments("half a character", "{ node(id: \"\\uD83D\") { name } }", "{}", PARSE,
						"Half a Unicode character at line 1, column 12: send both its surrogates, the leading one first"),
				arguments("only a comment", "# nothing", "{}", PARSE,
						"The query is not GraphQL at its end in line 1, column 10"));
	}

	static Stream<Arguments> badArgumentsOfAField() {
		return Stream.of(
				arguments("refused by the resolver", list("first: -1"), "{}", BAD_REQUEST,
						"Send 'first' as a number from 1 to 100"),
				arguments("refused by the argument itself", list("between: {from: \"2020-01-01\", to: \"2010-01-01\"}"),
						"{}", BAD_REQUEST, "Send 'from' no later than 'to'"),
				arguments("bad id", "{ node(id: \"nonsense\") { name } }", "{}", BAD_REQUEST,
						"Send an id that a field 'id' gave; 'nonsense' is none"),
				arguments("null for one of", "{ person(by: {id: null}) { name } }", "{}", BAD_REQUEST,
						"The field PersonBy.id must not be null: send a value or another field"),
				arguments("variable left out for one of", "query ($id: ID) { person(by: {id: $id}) { name } }", "{}",
						BAD_REQUEST, "The field PersonBy.id must not be null: send a value or another field"));
	}

	private static String list(String arguments) {
		return "{ appointments(" + arguments + ") { totalCount } }";
	}

	private JsonNode assertError(HttpResponse<String> response, String code, String message) {
		JsonNode error = this.json.readTree(response.body()).at("/errors/0");
		assertThat(error.at("/message").stringValue()).isEqualTo(message).doesNotContain(INTERNALS);
		assertThat(error.at("/extensions/code").stringValue()).isEqualTo(code);
		assertThat(error.at("/extensions/classification").stringValue()).isNotBlank();
		if (error.has("locations")) {
			assertThat(error.at("/locations").size()).isPositive();
		}
		return error;
	}

	private HttpResponse<String> post(String query, String variables) throws Exception {
		return send(Map.of("query", query, "variables", this.json.readTree(variables)));
	}

	private HttpResponse<String> send(Map<String, Object> body) throws Exception {
		return this.client.send(request(body).build(), BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(Map<String, Object> body) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/graphql"))
			.header("Content-Type", "application/json")
			.header("Accept", "application/graphql-response+json")
			.POST(BodyPublishers.ofString(this.json.writeValueAsString(body)));
	}

}
