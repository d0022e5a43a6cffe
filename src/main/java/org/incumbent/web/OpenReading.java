package org.incumbent.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets pages from anywhere read what this server answers, without the reader's cookies.
 * The header is the same for everybody, so that caches need not tell origins apart.
 */
@Component
class OpenReading extends OncePerRequestFilter {

	private static final String METHODS = "GET, HEAD, POST";

	private static final String REQUEST_HEADERS = "Accept, Apollo-Require-Preflight, Content-Type, Dataset-Release, If-None-Match, X-Request-Id";

	private static final String RESPONSE_HEADERS = "Dataset-Release, ETag, Retry-After, X-Request-Id";

	private static final String A_DAY = "86400";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
		response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS);
		if (!isPreflight(request)) {
			chain.doFilter(request, response);
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
