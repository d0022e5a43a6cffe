package org.incumbent.graphql;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.incumbent.store.ServedReleases;
import org.incumbent.store.StoreOpening;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.MediaTypes;
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

	static final MediaType GRAPHQL_RESPONSE = new MediaType(MediaTypes.APPLICATION_GRAPHQL_RESPONSE, UTF_8);

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
		return RouterFunctions.route(RequestPredicates.path("/graphql"), this::handle);
	}

	private ServerResponse handle(ServerRequest request) throws IOException {
		MediaType type = MediaType.APPLICATION_JSON;
		try {
			type = responseType(request);
			return this.answering.answer(request, asked(request, type));
		}
		catch (RefusedRequestException ex) {
			return this.answering.refuse(request, ex, type);
		}
	}

	private Asked asked(ServerRequest request, MediaType type) throws RefusedRequestException, IOException {
		Map<String, Object> parameters = parameters(request);
		ServedReleases releases = this.store.releases();
		// before the release, so that no later state of the store is taken for this one
		int edition = releases.edition();
		return this.reader.read(request, parameters, releases, edition, type);
	}

	private Map<String, Object> parameters(ServerRequest request) throws RefusedRequestException, IOException {
		if (request.method().equals(HttpMethod.POST)) {
			return this.reader.readBody(request);
		}
		if (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)) {
			return this.reader.readAddress(request);
		}
		throw RefusedRequestException.method("Send a query by GET or by POST", HttpMethod.GET, HttpMethod.HEAD,
				HttpMethod.POST);
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
