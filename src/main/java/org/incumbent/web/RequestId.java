package org.incumbent.web;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.MDC;

/**
 * Gives each request an id, or keeps the one that a proxy gave it: it is in the response,
 * in each line that is logged for the request, and in the errors of its answer.
 */
public final class RequestId extends ValveBase {

	private static final String HEADER = "X-Request-Id";

	/** Where the log's pattern finds it. */
	private static final String LOGGED = "request";

	private static final Pattern GIVEN = Pattern.compile("[A-Za-z0-9._-]{8,64}");

	RequestId() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		MDC.put(LOGGED, give(request, response));
		try {
			getNext().invoke(request, response);
		}
		finally {
			MDC.remove(LOGGED);
		}
	}

	/**
	 * Does something for a request around which this valve is not, as when the rest of
	 * its body has come in: what is logged meanwhile has its id.
	 */
	public static <T> T during(HttpServletRequest request, Supplier<T> work) {
		String before = MDC.get(LOGGED);
		MDC.put(LOGGED, of(request));
		try {
			return work.get();
		}
		finally {
			if (before != null) {
				MDC.put(LOGGED, before);
			}
			else {
				MDC.remove(LOGGED);
			}
		}
	}

	/**
	 * Gives a request its id if it has none yet, and says it in the response.
	 */
	static String give(HttpServletRequest request, HttpServletResponse response) {
		String given = request.getHeader(HEADER);
		Object before = request.getAttribute(RequestId.class.getName());
		String id = (before instanceof String same) ? same
				: (given != null && GIVEN.matcher(given).matches()) ? given : any();
		request.setAttribute(RequestId.class.getName(), id);
		response.setHeader(HEADER, id);
		return id;
	}

	/**
	 * The id of a request.
	 */
	public static String of(HttpServletRequest request) {
		return (request.getAttribute(RequestId.class.getName()) instanceof String id) ? id : any();
	}

	/**
	 * One that nobody else has, by all odds; it need not be a secret.
	 */
	private static String any() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & (-1L >>> 2)) | Long.MIN_VALUE)
			.toString();
	}

}
