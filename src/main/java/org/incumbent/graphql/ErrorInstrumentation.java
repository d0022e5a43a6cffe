package org.incumbent.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.InvalidSyntaxError;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.validation.ValidationError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.util.CollectionUtils;

/**
 * Gives every error of an answer its {@link ErrorCode} and words that say what to send.
 */
@Component
class ErrorInstrumentation extends SimplePerformantInstrumentation {

	private static final Logger logger = LoggerFactory.getLogger(ErrorInstrumentation.class);

	/**
	 * Fixes the language: graphql-java would answer in German or Dutch to those who
	 * prefer it, while our own messages and the bundles under {@code i18n} are English.
	 */
	@Override
	public ExecutionInput instrumentExecutionInput(ExecutionInput input, InstrumentationExecutionParameters parameters,
			InstrumentationState state) {
		return input.transform((builder) -> builder.locale(Locale.UK));
	}

	@Override
	public CompletableFuture<ExecutionResult> instrumentExecutionResult(ExecutionResult result,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		if (result.getErrors().isEmpty()) {
			return CompletableFuture.completedFuture(result);
		}
		ExecutionResult ended = ended(result);
		List<GraphQLError> errors = ended.getErrors().stream().map((error) -> worded(error, parameters)).toList();
		return CompletableFuture.completedFuture(ended.transform((builder) -> builder.errors(errors)));
	}

	/**
	 * Of an answer that was ended, what ended it. Where that happened within a list
	 * graphql-java goes on with null in its place and an error that says nothing.
	 */
	private static ExecutionResult ended(ExecutionResult result) {
		for (GraphQLError error : result.getErrors()) {
			if (error instanceof AbortExecutionException end && !end.getUnderlyingErrors().isEmpty()) {
				return end.toExecutionResult();
			}
		}
		return result;
	}

	private static GraphQLError worded(GraphQLError error, InstrumentationExecutionParameters parameters) {
		ErrorCode code = codeOf(error);
		Map<String, Object> extensions = new LinkedHashMap<>();
		if (error.getExtensions() != null) {
			extensions.putAll(error.getExtensions());
		}
		extensions.put(Errors.CODE, code.name());
		GraphqlErrorBuilder<?> builder = GraphqlErrorBuilder.newError()
			.message(message(error, code, parameters))
			.errorType(error.getErrorType())
			.locations(CollectionUtils.isEmpty(error.getLocations()) ? null : error.getLocations())
			.extensions(extensions);
		if (error.getPath() != null) {
			builder.path(error.getPath());
		}
		return builder.build();
	}

	private static String message(GraphQLError error, ErrorCode code, InstrumentationExecutionParameters parameters) {
		if (code != ErrorCode.INTERNAL_SERVER_ERROR) {
			return ErrorWording.of(error.getMessage(), parameters.getSchema());
		}
		String reference = parameters.getExecutionInput().getExecutionIdNonNull().toString();
		// Spring has logged what a resolver threw
		if (error.getErrorType() != org.springframework.graphql.execution.ErrorType.INTERNAL_ERROR) {
			logger.error("Failure at {} for executionId {}: {}", error.getPath(), reference, error.getMessage());
		}
		return Errors.internalMessage(reference);
	}

	private static ErrorCode codeOf(GraphQLError error) {
		if (error.getExtensions() != null && error.getExtensions().get(Errors.CODE) instanceof String code) {
			return ErrorCode.valueOf(code);
		}
		if (error instanceof InvalidSyntaxError) {
			return ErrorCode.GRAPHQL_PARSE_FAILED;
		}
		if (error instanceof ValidationError) {
			return ErrorCode.GRAPHQL_VALIDATION_FAILED;
		}
		if (error instanceof BadFaithIntrospectionError) {
			return ErrorCode.BAD_REQUEST;
		}
		return codeOf(error.getErrorType());
	}

	private static ErrorCode codeOf(ErrorClassification classification) {
		if (classification instanceof ErrorType type) {
			return switch (type) {
				case InvalidSyntax -> ErrorCode.GRAPHQL_PARSE_FAILED;
				// variables and operation names; what the document says is a
				// ValidationError
				case ValidationError, OperationNotSupported, ExecutionAborted -> ErrorCode.BAD_REQUEST;
				case DataFetchingException, NullValueInNonNullableField -> ErrorCode.INTERNAL_SERVER_ERROR;
			};
		}
		if (classification instanceof org.springframework.graphql.execution.ErrorType type) {
			return switch (type) {
				case BAD_REQUEST, UNAUTHORIZED, FORBIDDEN, NOT_FOUND -> ErrorCode.BAD_REQUEST;
				case INTERNAL_ERROR -> ErrorCode.INTERNAL_SERVER_ERROR;
			};
		}
		return ErrorCode.INTERNAL_SERVER_ERROR;
	}

}
