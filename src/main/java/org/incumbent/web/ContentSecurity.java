package org.incumbent.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers to load nothing from elsewhere and to tell nobody where a reader comes
 * from, so that what somebody looks up stays between them and this server.
 */
@Component
class ContentSecurity extends OncePerRequestFilter {

	/**
	 * GraphiQL sets styles on its elements and has its fonts in its style sheet.
	 */
	private static final String POLICY = String.join("; ", "default-src 'self'", "style-src 'self' 'unsafe-inline'",
			"font-src 'self' data:", "img-src 'self' data:", "object-src 'none'", "base-uri 'none'",
			"form-action 'self'", "frame-ancestors 'self'");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		response.setHeader("Content-Security-Policy", POLICY);
		response.setHeader("Referrer-Policy", "no-referrer");
		response.setHeader("X-Content-Type-Options", "nosniff");
		chain.doFilter(request, response);
	}

}
