package org.incumbent.web;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.MappingMatch;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

import java.io.IOException;

import jakarta.servlet.ServletException;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Times each request, from its first byte on until the response has gone out: the meter
 * and the tags are those that Spring's own filter has, which takes as long for it as a
 * small answer takes to be made. Tomcat tells of each request once, as to an access log,
 * those among them that it refuses itself.
 */
final class RequestTimes extends ValveBase implements AccessLog {

	private static final String METER = "http.server.requests";

	private static final String NONE = "none";

	private static final String UNKNOWN = "UNKNOWN";

	/** Methods that have figures of their own; anybody can think of more. */
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
		Kind kind = new Kind(METHODS.contains(request.getMethod()) ? request.getMethod() : UNKNOWN,
				response.getStatus(), pattern(request),
				(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure)
						? failure.getClass().getSimpleName() : NONE);
		this.timers.computeIfAbsent(kind, this::timer).record(nanoseconds, TimeUnit.NANOSECONDS);
	}

	/**
	 * The pattern that the address matches, null if it has none of its own.
	 */
	private static @Nullable String pattern(Request request) {
		if (request.getMappingData().matchType == MappingMatch.EXACT) {
			return request.getServletPath();
		}
		Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return (pattern == null || pattern.equals(ErrorPageController.PATH)) ? null : pattern.toString();
	}

	private Timer timer(Kind kind) {
		return Timer.builder(METER)
			.tag("method", kind.method())
			.tag("uri", kind.address())
			.tag("status", Integer.toString(kind.status()))
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
	private record Kind(String method, int status, @Nullable String pattern, String exception) {

		String address() {
			if (pattern != null) {
				return pattern;
			}
			return (status == HttpStatus.NOT_FOUND.value()) ? HttpStatus.NOT_FOUND.name() : UNKNOWN;
		}

	}

}
