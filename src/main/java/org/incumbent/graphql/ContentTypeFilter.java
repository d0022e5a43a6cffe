package org.incumbent.graphql;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes a body whose type is a range, such as a star, for one of unknown type; Spring's
 * servlet fails on those before any code of ours can refuse them.
 */
final class ContentTypeFilter extends OncePerRequestFilter {

	private static final String UNKNOWN = "application/octet-stream";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String type = request.getContentType();
		chain.doFilter((type != null && type.contains("*")) ? new UnknownType(request) : request, response);
	}

	private static final class UnknownType extends HttpServletRequestWrapper {

		UnknownType(HttpServletRequest request) {
			super(request);
		}

		@Override
		public String getContentType() {
			return UNKNOWN;
		}

		@Override
		public @Nullable String getHeader(String name) {
			return name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE) ? UNKNOWN : super.getHeader(name);
		}

		@Override
		public Enumeration<String> getHeaders(String name) {
			return name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
					? Collections.enumeration(Collections.singletonList(UNKNOWN)) : super.getHeaders(name);
		}

	}

}
