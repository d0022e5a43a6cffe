package org.incumbent.graphql;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import graphql.GraphQLError;
import org.incumbent.store.KeptRelease;
import org.incumbent.store.RequestedRelease;
import org.incumbent.store.StoreOpening;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.MediaTypes;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
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

	private static final Logger logger = LoggerFactory.getLogger(GraphQlHttpRoute.class);

	private static final MediaType GRAPHQL_RESPONSE = new MediaType(MediaTypes.APPLICATION_GRAPHQL_RESPONSE, UTF_8);

	private final WebGraphQlHandler handler;

	private final RequestReader reader;

	private final StoreOpening store;

	GraphQlHttpRoute(WebGraphQlHandler handler, RequestReader reader, StoreOpening store) {
		this.handler = handler;
		this.reader = reader;
		this.store = store;
	}

	@Bean
	@Order(-1)
	RouterFunction<ServerResponse> graphQlOverHttp() {
		return RouterFunctions.route(RequestPredicates.path("/graphql"), this::handle);
	}

	private ServerResponse handle(ServerRequest request) throws IOException {
		MediaType type = MediaType.APPLICATION_JSON;
		try {
			type = responseType(request);
			return execute(request, parameters(request), type);
		}
		catch (RefusedRequestException ex) {
			return refusal(request, ex, type);
		}
	}

	private Map<String, Object> parameters(ServerRequest request) throws RefusedRequestException, IOException {
		if (request.method().equals(HttpMethod.POST)) {
			return this.reader.readBody(request);
		}
		if (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)) {
			return this.reader.readAddress(request);
		}
		throw new RefusedRequestException(HttpStatus.METHOD_NOT_ALLOWED, "Send a query by GET or by POST");
	}

	private ServerResponse execute(ServerRequest request, Map<String, Object> parameters, MediaType type)
			throws RefusedRequestException {
		KeptRelease release = this.reader.readRelease(request, this.store.releases());
		String reference = UUID.randomUUID().toString();
		WebGraphQlRequest query = new WebGraphQlRequest(request.uri(), request.headers().asHttpHeaders(), null,
				request.remoteAddress().orElse(null), request.attributes(), parameters, reference, Locale.UK);
		return RequestedRelease.during(release,
				() -> ServerResponse.async(this.handler.handleRequest(query)
					.map((response) -> answer(response, release, type))
					.onErrorResume((ex) -> Mono.just(failure(ex, reference, type)))
					.toFuture()));
	}

	private static ServerResponse answer(WebGraphQlResponse response, KeptRelease release, MediaType type) {
		boolean refused = !response.getExecutionResult().isDataPresent() && type.equals(GRAPHQL_RESPONSE);
		Map<Object, @Nullable Object> extensions = new LinkedHashMap<>(response.getExtensions());
		extensions.put("release", release.version());
		Map<String, Object> body = new LinkedHashMap<>(response.toMap());
		body.put("extensions", extensions);
		return respond(refused ? HttpStatus.BAD_REQUEST : HttpStatus.OK, type)
			.headers((headers) -> headers.putAll(response.getResponseHeaders()))
			.header(RequestReader.RELEASE_HEADER, release.version())
			.body(body);
	}

	private static ServerResponse failure(Throwable ex, String reference, MediaType type) {
		logger.error("Failure of executionId {}", reference, ex);
		return respond(HttpStatus.INTERNAL_SERVER_ERROR, type).body(body(Errors.internal(reference)));
	}

	private static ServerResponse refusal(ServerRequest request, RefusedRequestException ex, MediaType type) {
		ServerResponse.BodyBuilder response = respond(ex.status(), type);
		if (ex.status() == HttpStatus.METHOD_NOT_ALLOWED) {
			boolean query = request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
			response.allow(query ? new HttpMethod[] { HttpMethod.POST }
					: new HttpMethod[] { HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST });
		}
		return response.body(body(Errors.badRequest(ex.send())));
	}

	private static ServerResponse.BodyBuilder respond(HttpStatus status, MediaType type) {
		return ServerResponse.status(status)
			.contentType(type)
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT, RequestReader.RELEASE_HEADER);
	}

	private static Map<String, Object> body(GraphQLError error) {
		return Map.of("errors", List.of(error.toSpecification()));
	}

	private static MediaType responseType(ServerRequest request) throws RefusedRequestException {
		List<MediaType> accepted = accepted(request);
		for (MediaType range : accepted) {
			if (range.equalsTypeAndSubtype(MediaTypes.APPLICATION_GRAPHQL_RESPONSE)) {
				return GRAPHQL_RESPONSE;
			}
			if (range.includes(MediaType.APPLICATION_JSON)) {
				return MediaType.APPLICATION_JSON;
			}
		}
		throw new RefusedRequestException(HttpStatus.NOT_ACCEPTABLE,
				"Accept application/graphql-response+json or application/json");
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

}
