package org.incumbent.graphql;

import java.time.DateTimeException;
import java.util.Locale;
import java.util.function.Function;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a scalar that is a string in JSON.
 *
 * @param <T> what resolvers take and return
 * @param type what resolvers take and return
 * @param text writes one
 * @param parse reads one, throws IllegalArgumentException or DateTimeException if it is
 * not well-formed
 * @param send what to send instead of something that is not, beginning with "send"
 */
record TextCoercing<T>(Class<T> type, Function<T, String> text, Function<String, T> parse,
		String send) implements Coercing<T, String> {

	@Override
	public String serialize(Object value, GraphQLContext context, Locale locale) {
		if (!type.isInstance(value)) {
			throw new CoercingSerializeException("Not a " + type.getSimpleName() + ": " + value.getClass());
		}
		return text.apply(type.cast(value));
	}

	@Override
	public T parseValue(Object input, GraphQLContext context, Locale locale) {
		T value = (input instanceof String written) ? read(written) : null;
		if (value == null) {
			throw new CoercingParseValueException(send);
		}
		return value;
	}

	@Override
	public T parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
		T value = (input instanceof StringValue written) ? read(written.getValue()) : null;
		if (value == null) {
			throw new CoercingParseLiteralException(send);
		}
		return value;
	}

	@Override
	public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
		return StringValue.of(serialize(input, context, locale));
	}

	private @Nullable T read(@Nullable String written) {
		if (written == null) {
			return null;
		}
		try {
			return parse.apply(written);
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			return null;
		}
	}

}
