package org.incumbent.graphql;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.incumbent.answer.SentRequest;
import org.incumbent.store.ServedReleases;
import org.incumbent.store.StoreOpening;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.MediaTypes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * GraphQL at {@code /graphql} as the GraphQL over HTTP specification says: queries by GET
 * or POST, and a JSON error for whatever cannot be answered.
 *
 * <p>
 * It stands before Spring's own route for the same path, which knows no GET and leaves
 * several bad requests without a body or with a status of 500.
 */
@Configuration(proxyBeanMethods = false)
class GraphQlHttpRoute {

	private static final String PATH = "/graphql";

	static final MediaType GRAPHQL_RESPONSE = new MediaType(MediaTypes.APPLICATION_GRAPHQL_RESPONSE, UTF_8);

	/** What most clients accept, which need not be parsed. */
	private static final Set<List<String>> ANY = Set.of(List.of(), List.of("*/*"), List.of("application/json"));

	private static final byte[] NO_BODY = {};

	private final Answering answering;

	private final RequestReader reader;

	private final StoreOpening store;

	GraphQlHttpRoute(Answering answering, RequestReader reader, StoreOpening store) {
		this.answering = answering;
		this.reader = reader;
		this.store = store;
	}

	@Bean
	@Order(-1)
	RouterFunction<ServerResponse> graphQlOverHttp() {
		return RouterFunctions.route(RequestPredicates.path(PATH), this::handle);
	}

	@Bean
	StraightMapping straightToGraphQl() {
		return new StraightMapping(this::handle);
	}

	private ServerResponse handle(ServerRequest request) throws IOException {
		if (!request.method().equals(HttpMethod.POST)) {
			return now(respond(request, NO_BODY, () -> parameters(request)));
		}
		IncomingBody body = new IncomingBody(request.servletRequest(), this.reader.longestBody());
		byte[] whole = body.ifHere();
		if (whole != null) {
			return now(respond(request, whole, parameters(request, whole, null)));
		}
		return new LateResponse(ServerResponse.async(respond(request, body)), body);
	}

	/**
	 * The response to a request whose body is still coming in.
	 */
	private CompletableFuture<ServerResponse> respond(ServerRequest request, IncomingBody body) {
		return body.whole()
			.handle((bytes, failure) -> responding(request, bytes, failure))
			.completeOnTimeout(responding(request, null, null), this.reader.longestUpload().toMillis(),
					TimeUnit.MILLISECONDS)
			.thenCompose(Supplier::get);
	}

	private Supplier<CompletableFuture<ServerResponse>> responding(ServerRequest request, byte @Nullable [] body,
			@Nullable Throwable failure) {
		return () -> respond(request, body, parameters(request, body, failure));
	}

	private Parameters parameters(ServerRequest request, byte @Nullable [] body, @Nullable Throwable failure) {
		if (body != null) {
			return () -> this.reader.readBody(request, body);
		}
		return () -> {
			throw (failure instanceof RefusedRequestException refused) ? refused : IncomingBody.late();
		};
	}

	/**
	 * The response to a request of which all has come in or nothing more will.
	 * @param body what it may be known by if it has come before, null if its body has not
	 * come in whole
	 */
	private CompletableFuture<ServerResponse> respond(ServerRequest request, byte @Nullable [] body,
			Parameters parameters) {
		MediaType type = MediaType.APPLICATION_JSON;
		try {
			type = responseType(request);
			ServedReleases releases = this.store.releases();
			// before the release, so that no later state of the store is taken for this
			int edition = releases.edition();
			SentRequest sent = (body != null && this.answering.keepsAnswers())
					? SentRequest.of(request, edition, type, body) : null;
			ServerResponse ready = (sent != null) ? this.answering.answer(request, sent) : null;
			if (ready != null) {
				return CompletableFuture.completedFuture(ready);
			}
			Map<String, Object> read = parameters.read();
			return this.answering.answer(request, this.reader.read(request, read, releases, edition, type),
					this.reader.leavesNothingBehind(read) ? sent : null);
		}
		catch (RefusedRequestException ex) {
			return CompletableFuture.completedFuture(this.answering.refuse(request, ex,
					type.equals(CsvAnswer.TYPE) ? MediaType.APPLICATION_JSON : type));
		}
	}

	private static ServerResponse now(CompletableFuture<ServerResponse> response) {
		return response.isDone() ? response.join() : ServerResponse.async(response);
	}

	private Map<String, Object> parameters(ServerRequest request) throws RefusedRequestException {
		if (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)) {
			return this.reader.readAddress(request);
		}
		throw RefusedRequestException.method("Send a query by GET or by POST", HttpMethod.GET, HttpMethod.HEAD,
				HttpMethod.POST);
	}

	private static MediaType responseType(ServerRequest request) throws RefusedRequestException {
		if (ANY.contains(request.headers().header(HttpHeaders.ACCEPT))) {
			return MediaType.APPLICATION_JSON;
		}
		for (MediaType range : accepted(request)) {
			if (range.equalsTypeAndSubtype(MediaTypes.APPLICATION_GRAPHQL_RESPONSE)) {
				return GRAPHQL_RESPONSE;
			}
			if (range.equalsTypeAndSubtype(CsvAnswer.TYPE)) {
				return CsvAnswer.TYPE;
			}
			if (range.includes(MediaType.APPLICATION_JSON)) {
				return MediaType.APPLICATION_JSON;
			}
		}
		throw new RefusedRequestException(HttpStatus.NOT_ACCEPTABLE,
				"Accept application/graphql-response+json, application/json or text/csv");
	}

	private static List<MediaType> accepted(ServerRequest request) {
		try {
			List<MediaType> ranges = request.headers().accept();
			return ranges.isEmpty() ? List.of(MediaType.ALL)
					: ranges.stream()
						.filter((range) -> range.getQualityValue() > 0)
						.sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
						.toList();
		}
		catch (InvalidMediaTypeException ex) {
			return List.of();
		}
	}

	/**
	 * The parameters of a request, read when they are wanted.
	 */
	private interface Parameters {

		Map<String, Object> read() throws RefusedRequestException;

	}

	/**
	 * A response that is given when the body has come in.
	 */
	private record LateResponse(ServerResponse response, IncomingBody body) implements ServerResponse {

		@Override
		public HttpStatusCode statusCode() {
			return response.statusCode();
		}

		@Override
		public HttpHeaders headers() {
			return response.headers();
		}

		@Override
		public MultiValueMap<String, Cookie> cookies() {
			return response.cookies();
		}

		@Override
		public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse servletResponse,
				Context context) throws ServletException, IOException {
			ModelAndView nothing = response.writeTo(request, servletResponse, context);
			body.listen();
			return nothing;
		}

	}

	/**
	 * Finds the same route ahead of all others where the address is spelt as usual, since
	 * to look through all takes a tenth of the time of a small answer.
	 */
	record StraightMapping(HandlerFunction<ServerResponse> handler) implements HandlerMapping, Ordered {

		@Override
		public int getOrder() {
			return Ordered.HIGHEST_PRECEDENCE;
		}

		@Override
		public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
			if (!PATH.equals(request.getRequestURI())) {
				return null;
			}
			request.setAttribute(RouterFunctions.REQUEST_ATTRIBUTE, ServerRequest.create(request, List.of()));
			ServerHttpObservationFilter.findObservationContext(request)
				.ifPresent((observed) -> observed.setPathPattern(PATH));
			return new HandlerExecutionChain(this.handler);
		}

	}

}
