package org.incumbent.graphql;

import org.springframework.http.HttpStatus;

/**
 * An HTTP request that is refused before GraphQL sees it; it tells the client what to
 * send instead.
 */
class RefusedRequestException extends Exception {

	private final HttpStatus status;

	private final String send;

	RefusedRequestException(HttpStatus status, String send) {
		super(send);
		this.status = status;
		this.send = send;
	}

	HttpStatus status() {
		return this.status;
	}

	String send() {
		return this.send;
	}

}
