package org.incumbent.web;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.incumbent.answer.HeaderLine;

/**
 * Tells browsers to load nothing from elsewhere and to tell nobody where a reader comes
 * from, so that what somebody looks up stays between them and this server.
 */
final class ContentSecurity extends ValveBase {

	/**
	 * GraphiQL sets styles on its elements and has its fonts in its style sheet.
	 */
	private static final String POLICY = String.join("; ", "default-src 'self'", "style-src 'self' 'unsafe-inline'",
			"font-src 'self' data:", "img-src 'self' data:", "object-src 'none'", "base-uri 'none'",
			"form-action 'self'", "frame-ancestors 'self'");

	private static final List<HeaderLine> HEADERS = List.of(new HeaderLine("Content-Security-Policy", POLICY),
			new HeaderLine("Referrer-Policy", "no-referrer"), new HeaderLine("X-Content-Type-Options", "nosniff"));

	ContentSecurity() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		HeadersAsBytes.addOnce(HEADERS, request, response);
		getNext().invoke(request, response);
	}

}
