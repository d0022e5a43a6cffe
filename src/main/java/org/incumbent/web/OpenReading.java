package org.incumbent.web;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.incumbent.answer.HeaderLine;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/**
 * Lets pages from anywhere read what this server answers, without the reader's cookies.
 * The header is the same for everybody, so that caches need not tell origins apart.
 */
final class OpenReading extends ValveBase {

	static final String METHODS = "GET, HEAD, POST";

	/**
	 * Any: clients and what traces them add headers of their own. Those that we know are
	 * named for browsers to which the star is a name.
	 */
	private static final String REQUEST_HEADERS = "*, Accept, Apollo-Require-Preflight, Content-Type, Dataset-Release, If-None-Match, X-Request-Id";

	private static final String RESPONSE_HEADERS = "Dataset-Release, ETag, Retry-After, X-Request-Id";

	private static final String A_DAY = "86400";

	private static final List<HeaderLine> HEADERS = List.of(
			new HeaderLine(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
			new HeaderLine(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS));

	OpenReading() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		HeadersAsBytes.addOnce(HEADERS, request, response);
		if (!isPreflight(request) || response.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
			getNext().invoke(request, response);
			return;
		}
		response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
		response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
		response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, A_DAY);
		response.setStatus(HttpStatus.NO_CONTENT.value());
	}

	private static boolean isPreflight(HttpServletRequest request) {
		return HttpMethod.OPTIONS.matches(request.getMethod())
				&& request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
	}

}
