package org.incumbent.graphql;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/**
 * Shows the client the message of a {@link BadRequestException} and of what graphql-java
 * finds wrong with an argument just before the field is fetched; every other exception is
 * left to Spring, which logs it beside the id of the execution.
 */
@Component
class FieldErrors extends DataFetcherExceptionResolverAdapter {

	@Override
	protected @Nullable GraphQLError resolveToSingleError(Throwable exception, DataFetchingEnvironment environment) {
		if (!(exception instanceof BadRequestException) && !isBadArgument(exception)) {
			return null;
		}
		return GraphqlErrorBuilder.newError(environment)
			.message(exception.getMessage())
			.errorType(ErrorType.BAD_REQUEST)
			.build();
	}

	private static boolean isBadArgument(Throwable exception) {
		return exception instanceof GraphQLError error && error.getErrorType() == graphql.ErrorType.ValidationError;
	}

}
