package org.incumbent.graphql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;

/**
 * Turns graphql-java's messages into what the writer of a query can act on: Java's words
 * go, the values and fields that would be right come in.
 *
 * <p>
 * Most of the wording is in the resource bundles {@code i18n/*_en_GB.properties}, which
 * override the library's; here is what it does not take from bundles.
 */
final class ErrorWording {

	/**
	 * Characters of a message that are kept. It may have whatever the client sent in it,
	 * and the patterns take time that grows with the cube of its length.
	 */
	private static final int MOST = 1_000;

	private static final List<Rewriting> REWRITINGS = List.of(
			new Rewriting("has an invalid value: Variable '\\w+' has coerced Null value for NonNull type '(.+)'",
					"must not be null or left out: send a value of type $1"),
			new Rewriting(
					"(?:Input field|Field|Argument|Variable) '(\\w+)' has coerced Null value for NonNull type '(.+)'",
					"'$1' must not be null or left out: send a value of type $2"),
			new Rewriting("Coerced Null value for NonNull type '(.+)'", "null is not allowed: send a value of type $1"),
			new Rewriting("Expected type 'Map' but was '\\w+'. Variables for input objects must be.*",
					"send a JSON object in braces"),
			new Rewriting(
					"The variables input contains a field name '([^']*)' that is not defined for [^']* type '(\\w+)' ",
					"The input $2 has no field '$1'"),
			new Rewriting("Must provide operation name if query contains multiple operations\\.",
					"The query contains several operations: send the name of one of them as operationName"),
			new Rewriting("Unknown operation named '(.*)'\\.",
					"The query contains no operation named '$1': send the name of one of its operations as operationName"),
			new Rewriting("This request is not asking for introspection in good faith - (\\S+) is present too often!",
					"Ask for $1 only once in a query"),
			new Rewriting(" of <\\w+@\\[([^\\]]*)\\]>", " of '$1'"), new Rewriting(" of <\\w+>", ""),
			new Rewriting("at '<EOF>'", "at its end"), new Rewriting("<IntValue>", "a whole number"),
			new Rewriting("<FloatValue>", "a decimal number"),
			new Rewriting("<StringValue>", "a string in double quotation marks"),
			new Rewriting("<BooleanValue>", "true or false"),
			new Rewriting("<EnumValue>", "a name without quotation marks"),
			new Rewriting("<ObjectValue>", "an object in braces"),
			new Rewriting("<ArrayValue>", "a list in square brackets"));

	private static final Pattern ENUM_OR_INPUT = Pattern.compile("\\bthe (?:enum|input) (\\w+)",
			Pattern.CASE_INSENSITIVE);

	private ErrorWording() {
	}

	static String of(String message, GraphQLSchema schema) {
		String worded = (message.length() > MOST) ? beginning(message) + "..." : message;
		for (Rewriting rewriting : REWRITINGS) {
			worded = rewriting.apply(worded);
		}
		return ENUM_OR_INPUT.matcher(worded)
			.replaceAll((match) -> withNames(match.group(), schema.getType(match.group(1))));
	}

	private static String beginning(String message) {
		return message.substring(0, Character.isHighSurrogate(message.charAt(MOST - 1)) ? MOST - 1 : MOST);
	}

	private static String withNames(String mention, GraphQLType type) {
		if (type instanceof GraphQLEnumType enumType) {
			return withNames(mention, enumType.getValues().stream().map(GraphQLEnumValueDefinition::getName).toList());
		}
		if (type instanceof GraphQLInputObjectType inputType) {
			return withNames(mention, inputType.getFields().stream().map(GraphQLInputObjectField::getName).toList());
		}
		return Matcher.quoteReplacement(mention);
	}

	private static String withNames(String mention, List<String> names) {
		return mention + " (" + String.join(", ", names) + ")";
	}

	private record Rewriting(Pattern pattern, String replacement) {

		Rewriting(String regex, String replacement) {
			this(Pattern.compile(regex), replacement);
		}

		String apply(String message) {
			return pattern.matcher(message).replaceAll(replacement);
		}

	}

}
