package org.incumbent.graphql;

import java.util.Map;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/**
 * Shows the client the message of a {@link BadRequestException} and of what graphql-java
 * finds wrong with an argument just before the field is fetched, and that the time is
 * over when the database or the execution was stopped for that; every other exception is
 * left to Spring, which logs it beside the id of the execution.
 */
@Component
class FieldErrors extends DataFetcherExceptionResolverAdapter {

	@Override
	protected @Nullable GraphQLError resolveToSingleError(Throwable exception, DataFetchingEnvironment environment) {
		// one thrown by the constructor of an argument comes wrapped
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			if (cause instanceof BadRequestException || isBadArgument(cause)) {
				ErrorCode code = (cause instanceof LimitExceededException) ? ErrorCode.LIMIT_EXCEEDED
						: ErrorCode.BAD_REQUEST;
				return GraphqlErrorBuilder.newError(environment)
					.message(cause.getMessage())
					.errorType(ErrorType.BAD_REQUEST)
					.extensions(Map.of(Errors.CODE, code.name()))
					.build();
			}
			if (cause instanceof QueryTimeoutException || cause instanceof AbortExecutionException) {
				return Errors.of(ErrorCode.TIMED_OUT, "The time for this answer is over");
			}
		}
		return null;
	}

	private static boolean isBadArgument(Throwable cause) {
		return cause instanceof GraphQLError error && error.getErrorType() == graphql.ErrorType.ValidationError;
	}

}
