package org.incumbent.graphql;

import java.util.Map;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;

import org.springframework.graphql.execution.ErrorType;

/**
 * Errors of ours, in the form in which clients see them.
 */
final class Errors {

	static final String CODE = "code";

	private Errors() {
	}

	/**
	 * An error of the client's that has a code of its own.
	 */
	static GraphQLError of(ErrorCode code, String message) {
		return GraphqlErrorBuilder.newError()
			.message(message)
			.locations(null)
			.errorType(ErrorType.BAD_REQUEST)
			.extensions(Map.of(CODE, code.name()))
			.build();
	}

	/**
	 * An error that says no more than where its cause can be found.
	 * @param reference what the log has beside the cause
	 */
	static GraphQLError internal(String reference) {
		return GraphqlErrorBuilder.newError()
			.message(internalMessage(reference))
			.locations(null)
			.errorType(ErrorType.INTERNAL_ERROR)
			.extensions(Map.of(CODE, ErrorCode.INTERNAL_SERVER_ERROR.name()))
			.build();
	}

	static String internalMessage(String reference) {
		return "The server failed to answer this. Try again, and if it fails again report the reference " + reference
				+ ".";
	}

}
