package org.incumbent.graphql;

/**
 * The closed list of values that {@code extensions.code} of an error has; every error of
 * an answer carries exactly one of them.
 *
 * <p>
 * Something that is not in the dataset is no error: the field is null. The HTTP status
 * named with a code is that of an answer without data to a client that accepts
 * {@code application/graphql-response+json}; one that accepts only
 * {@code application/json} gets 200 for the same, as the GraphQL over HTTP specification
 * says, unless the request was no GraphQL request at all.
 */
public enum ErrorCode {

	/**
	 * The query is not a GraphQL document; the message gives the line and column. HTTP
	 * 400.
	 */
	GRAPHQL_PARSE_FAILED,

	/**
	 * The query does not fit the schema: an unknown field or argument, a required one
	 * left out, a value written in the query that the argument does not take. HTTP 400.
	 */
	GRAPHQL_VALIDATION_FAILED,

	/**
	 * The query fits the schema, and what came with it cannot be answered: a variable of
	 * the wrong type, an unknown operation name, arguments that contradict each other, an
	 * id or a cursor that is not ours, an HTTP request that is not a GraphQL request. The
	 * message tells what to send. HTTP 400; 405, 406, 413 or 415 where HTTP has a more
	 * exact word; 200 where fields that may be null keep the rest of the answer; lists
	 * may not, so bad arguments of a list at the top leave no data.
	 */
	BAD_REQUEST,

	/**
	 * The request has only the hash of a query, and the server does not know the query:
	 * send both. HTTP 200, as clients expect it.
	 */
	PERSISTED_QUERY_NOT_FOUND,

	/**
	 * The request is larger than this server takes: its body, its query, its depth, its
	 * cost or another measure. The message gives the limit and the request's own figure.
	 * HTTP 400; 413 for the body. A filter that is too large is found when the query is
	 * executed: 200 where fields that may be null keep the rest of the answer.
	 */
	LIMIT_EXCEEDED,

	/**
	 * The answer took longer than an answer may take, and was given up. HTTP 400: the
	 * same again would take as long.
	 */
	TIMED_OUT,

	/**
	 * Too many other queries are being answered; nothing was executed. HTTP 503, with
	 * Retry-After.
	 */
	OVERLOADED,

	/**
	 * The server failed, and the request may be good; the message has a reference that
	 * finds the cause in the server's log. HTTP 500, or 200 with the other fields' data.
	 */
	INTERNAL_SERVER_ERROR

}
