package org.incumbent.graphql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.validation.Validator;
import org.jspecify.annotations.Nullable;

/**
 * A query that has a name, so that a page or a spreadsheet can have its answer at an
 * address.
 *
 * @param name the name of its file
 * @param title its first line
 * @param description the comment after it, in one line
 * @param query its text
 * @param variables what may be given in the address
 */
record SavedQuery(String name, String title, String description, String query, List<VariableDefinition> variables) {

	private static final String COMMENT = "# ";

	private static final Set<String> TEXTS = Set.of("String", "ID");

	/** A parameter of the address that is no variable. */
	private static final String RELEASE = "release";

	/**
	 * Reads a file.
	 * @throws IllegalStateException if it does not begin with a title, has not one query
	 * in it, or that has a variable that cannot be given
	 */
	static SavedQuery read(String name, String text) {
		List<String> comments = text.lines().takeWhile((line) -> line.startsWith(COMMENT)).toList();
		if (comments.isEmpty()) {
			throw new IllegalStateException(
					"The saved query " + name + " must begin with a comment line that is its title: # ...");
		}
		try {
			Document document = Parser.parse(text);
			List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
			if (operations.size() != 1) {
				throw new IllegalStateException("The saved query " + name + " must have one operation in its file");
			}
			List<VariableDefinition> variables = operations.get(0).getVariableDefinitions();
			if (variables.stream().anyMatch((variable) -> variable.getName().equals(RELEASE))) {
				throw new IllegalStateException("The saved query " + name
						+ " must not have a variable $release: that parameter names the release that is to answer");
			}
			String description = comments.stream()
				.skip(1)
				.map((line) -> line.substring(COMMENT.length()).strip())
				.collect(Collectors.joining(" "));
			return new SavedQuery(name, comments.get(0).substring(COMMENT.length()).strip(), description, text,
					variables);
		}
		catch (InvalidSyntaxException ex) {
			throw new IllegalStateException("The saved query " + name + " is not GraphQL: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Looks whether it can be asked.
	 * @throws IllegalStateException if not
	 */
	void check(GraphQLSchema schema) {
		new Validator().validateDocument(schema, Parser.parse(query), Locale.UK)
			.stream()
			.findFirst()
			.ifPresent((error) -> {
				throw new IllegalStateException(
						"The saved query " + name + " cannot be asked: " + ErrorWording.of(error.getMessage(), schema));
			});
	}

	/**
	 * The variables as an address has them.
	 */
	Map<String, @Nullable Object> read(Map<String, String[]> address) throws RefusedRequestException {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		for (Map.Entry<String, String[]> parameter : address.entrySet()) {
			if (!parameter.getKey().equals(RELEASE)) {
				VariableDefinition variable = variable(parameter.getKey());
				values.put(variable.getName(), value(variable, List.of(parameter.getValue())));
			}
		}
		return values;
	}

	private VariableDefinition variable(String parameter) throws RefusedRequestException {
		for (VariableDefinition variable : this.variables) {
			if (variable.getName().equals(parameter)) {
				return variable;
			}
		}
		throw new RefusedRequestException(
				"The query " + name + " has no parameter '" + shortened(parameter) + "': it takes "
						+ (variables.isEmpty() ? ""
								: variables.stream().map(VariableDefinition::getName).collect(Collectors.joining(", "))
										+ " and ")
						+ RELEASE);
	}

	private static @Nullable Object value(VariableDefinition variable, List<String> texts)
			throws RefusedRequestException {
		if (nullable(variable.getType()) instanceof ListType list) {
			List<@Nullable Object> values = new ArrayList<>();
			for (String text : texts) {
				values.add(value(variable.getName(), list.getType(), text));
			}
			return values;
		}
		if (texts.size() != 1) {
			throw new RefusedRequestException("Send the parameter '" + variable.getName() + "' once");
		}
		return value(variable.getName(), variable.getType(), texts.get(0));
	}

	private static @Nullable Object value(String name, Type<?> type, String text) throws RefusedRequestException {
		String kind = (nullable(type) instanceof TypeName named) ? named.getName() : "";
		if (kind.equals("Boolean") && (text.equals("true") || text.equals("false"))) {
			return Boolean.valueOf(text);
		}
		if (kind.equals("Boolean")) {
			throw new RefusedRequestException("Send the parameter '" + name + "' as true or false");
		}
		if (!kind.equals("Int") && !kind.equals("Float")) {
			return text.startsWith("{") && !TEXTS.contains(kind)
					? RequestReader.readJson(text, "Send the parameter '" + name + "' as a JSON object") : text;
		}
		try {
			return kind.equals("Int") ? Integer.valueOf(text) : new BigDecimal(text);
		}
		catch (NumberFormatException ex) {
			throw new RefusedRequestException(
					"Send the parameter '" + name + "' as a " + (kind.equals("Int") ? "whole" : "decimal") + " number");
		}
	}

	private static Type<?> nullable(Type<?> type) {
		return (type instanceof NonNullType required) ? required.getType() : type;
	}

	/**
	 * What the list of saved queries says of it.
	 */
	Map<String, Object> entry() {
		Map<String, Object> entry = new LinkedHashMap<>();
		entry.put("name", name);
		entry.put("title", title);
		entry.put("description", description);
		entry.put("variables", variables.stream().map(SavedQuery::entry).toList());
		entry.put("json", "/q/" + name + ".json");
		entry.put("csv", "/q/" + name + ".csv");
		return entry;
	}

	private static Map<String, @Nullable Object> entry(VariableDefinition variable) {
		Map<String, @Nullable Object> entry = new LinkedHashMap<>();
		entry.put("name", variable.getName());
		entry.put("type", AstPrinter.printAstCompact(variable.getType()));
		entry.put("default",
				(variable.getDefaultValue() != null) ? AstPrinter.printAstCompact(variable.getDefaultValue()) : null);
		return entry;
	}

	private static String shortened(String text) {
		return text.substring(0, Math.min(text.length(), 40)).replaceAll("\\p{Cntrl}", " ");
	}

}
