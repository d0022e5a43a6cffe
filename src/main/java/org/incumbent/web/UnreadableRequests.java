package org.incumbent.web;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Says in JSON that a request is no HTTP that Tomcat can read, or a kind of it that it
 * does not take, instead of Tomcat's own page. It is the client's mistake, whatever
 * Tomcat calls it: an unknown version or transfer coding is 505 or 501 there.
 */
final class UnreadableRequests extends ValveBase {

	private static final Set<HttpStatus> THEIRS = EnumSet.of(HttpStatus.NOT_IMPLEMENTED,
			HttpStatus.HTTP_VERSION_NOT_SUPPORTED);

	UnreadableRequests() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		// the second half of a request may have failed as well, and has its own answer
		if (response.getStatus() < HttpStatus.BAD_REQUEST.value() || request.isAsyncDispatching()
				|| response.isCommitted()) {
			getNext().invoke(request, response);
			return;
		}
		// closed for whoever comes after the mistake was found
		response.setSuspended(false);
		HttpStatus status = status(response);
		response.setStatus(status.value());
		if (status == HttpStatus.METHOD_NOT_ALLOWED) {
			response.setHeader(HttpHeaders.ALLOW, OpenReading.METHODS);
		}
		byte[] body = """
				{"status":%d,"message":"%s","request":"%s"}"""
			.formatted(status.value(), message(status), RequestId.of(request))
			.getBytes(UTF_8);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	private static HttpStatus status(Response response) {
		HttpStatus status = HttpStatus.valueOf(response.getStatus());
		return THEIRS.contains(status) ? HttpStatus.BAD_REQUEST : status;
	}

	private static String message(HttpStatus status) {
		if (status.is5xxServerError()) {
			return "The server failed to answer this. Try again later.";
		}
		return switch (status) {
			case METHOD_NOT_ALLOWED -> "Send a query by GET or by POST";
			case EXPECTATION_FAILED -> "Leave out the header 'Expect', or send 100-continue";
			default ->
				"This is no HTTP request that can be read: send HTTP/1.1 with one host, a length or chunks, and a valid address";
		};
	}

}
