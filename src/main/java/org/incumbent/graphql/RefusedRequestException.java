package org.incumbent.graphql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/**
 * An HTTP request that is refused before GraphQL sees it; it tells the client what to
 * send instead.
 */
class RefusedRequestException extends Exception {

	private final HttpStatus status;

	private final ErrorCode code;

	private final String send;

	private final Set<HttpMethod> allowed;

	RefusedRequestException(String send) {
		this(HttpStatus.BAD_REQUEST, send);
	}

	RefusedRequestException(HttpStatus status, String send) {
		this(status, ErrorCode.BAD_REQUEST, send);
	}

	RefusedRequestException(HttpStatus status, ErrorCode code, String send) {
		this(status, code, send, Set.of());
	}

	private RefusedRequestException(HttpStatus status, ErrorCode code, String send, Set<HttpMethod> allowed) {
		super(send);
		this.status = status;
		this.code = code;
		this.send = send;
		this.allowed = allowed;
	}

	/**
	 * A request by a method that is not for this.
	 * @param allowed those that are
	 */
	static RefusedRequestException method(String send, HttpMethod... allowed) {
		return new RefusedRequestException(HttpStatus.METHOD_NOT_ALLOWED, ErrorCode.BAD_REQUEST, send,
				new LinkedHashSet<>(List.of(allowed)));
	}

	HttpStatus status() {
		return this.status;
	}

	ErrorCode code() {
		return this.code;
	}

	String send() {
		return this.send;
	}

	void addHeaders(HttpHeaders headers) {
		if (!this.allowed.isEmpty()) {
			headers.setAllow(this.allowed);
		}
	}

}
