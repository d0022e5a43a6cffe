package org.incumbent.web;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import jakarta.servlet.Filter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.MappingMatch;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Times each request, from its first byte on until the response has gone out. The meter
 * and its tags are those of Spring's own filter, but for "error", which says what
 * "exception" says; that filter takes as long as a small answer takes to be made. Tomcat
 * tells of each request once, as to an access log, those among them that it refuses
 * itself.
 */
final class RequestTimes extends ValveBase implements AccessLog {

	private static final String METER = "http.server.requests";

	private static final String NONE = "none";

	private static final String FAILED_PATTERN = RequestTimes.class.getName();

	private static final String UNKNOWN = "UNKNOWN";

	/** The status where whoever asked is gone; Tomcat then says 500. */
	private static final int GONE = 0;

	private static final Set<String> METHODS = Stream.of(HttpMethod.values())
		.map(HttpMethod::name)
		.collect(Collectors.toUnmodifiableSet());

	private final MeterRegistry meters;

	/** As many as there are patterns of addresses, statuses and exceptions. */
	private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

	RequestTimes(MeterRegistry meters) {
		super(true);
		this.meters = meters;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		getNext().invoke(request, response);
	}

	@Override
	public void log(Request request, Response response, long nanoseconds) {
		if (nanoseconds <= 0) {
			// Tomcat does not know
			return;
		}
		Throwable failure = failure(request);
		Kind kind = new Kind(method(request), (failure instanceof IOException) ? GONE : response.getStatus(),
				pattern(request), (failure != null) ? failure.getClass().getSimpleName() : NONE);
		Timer known = this.timers.get(kind);
		Timer timer = (known != null) ? known : this.timers.computeIfAbsent(kind, this::timer);
		timer.record(nanoseconds, TimeUnit.NANOSECONDS);
	}

	/**
	 * The method, which may be none that there is: anybody can think of more.
	 */
	private static String method(Request request) {
		String method = request.getMethod();
		return (method != null && METHODS.contains(method)) ? method : UNKNOWN;
	}

	private static @Nullable Throwable failure(Request request) {
		Throwable failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
		while ((failure instanceof ServletException || failure instanceof CompletionException)
				&& failure.getCause() != null) {
			failure = failure.getCause();
		}
		return failure;
	}

	/**
	 * The pattern that the address matches; what Tomcat refuses itself has none.
	 */
	private static String pattern(Request request) {
		if (request.getMappingData().matchType == MappingMatch.EXACT) {
			return request.getServletPath();
		}
		Object failed = request.getAttribute(FAILED_PATTERN);
		Object pattern = (failed != null) ? failed
				: request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return (pattern != null) ? pattern.toString() : UNKNOWN;
	}

	/**
	 * A filter for error pages, which match a pattern of their own: it keeps the one of
	 * what went wrong.
	 */
	static Filter keepingPatterns() {
		return (request, response, chain) -> {
			Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
			request.setAttribute(FAILED_PATTERN, (pattern != null) ? pattern : UNKNOWN);
			chain.doFilter(request, response);
		};
	}

	private Timer timer(Kind kind) {
		return Timer.builder(METER)
			.tag("method", kind.method())
			.tag("uri", kind.pattern())
			.tag("status", (kind.status() != GONE) ? Integer.toString(kind.status()) : UNKNOWN)
			.tag("outcome", Outcome.forStatus(kind.status()).name())
			.tag("exception", kind.exception())
			.register(this.meters);
	}

	@Override
	public void setRequestAttributesEnabled(boolean enabled) {
		// a forwarded address counts for nothing here
	}

	@Override
	public boolean getRequestAttributesEnabled() {
		return false;
	}

	/**
	 * What is told apart.
	 */
	private record Kind(String method, int status, String pattern, String exception) {

	}

}
