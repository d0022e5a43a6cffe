package org.incumbent.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import graphql.GraphQLError;
import org.incumbent.answer.Answer;
import org.incumbent.answer.AnswerProperties;
import org.incumbent.answer.Answers;
import org.incumbent.answer.Recipient;
import org.incumbent.store.RequestedRelease;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Answers questions: with bytes that are ready, or else by executing them.
 */
@Component
class Answering {

	private static final Logger logger = LoggerFactory.getLogger(Answering.class);

	private final WebGraphQlHandler handler;

	private final Answers answers;

	private final AnswerProperties properties;

	private final JsonMapper json;

	Answering(WebGraphQlHandler handler, Answers answers, AnswerProperties properties, JsonMapper json) {
		this.handler = handler;
		this.answers = answers;
		this.properties = properties;
		this.json = json;
	}

	/**
	 * The response to a request that asks something.
	 */
	ServerResponse answer(ServerRequest request, Asked asked) {
		Recipient recipient = Recipient.of(request);
		CompletableFuture<ServerResponse> response = this.answers.get(asked.key(), () -> execute(request, asked))
			.thenApply((answer) -> recipient.respond(answer, asked.release().version(), caching(asked), (headers) -> {
			}));
		return response.isDone() ? response.join() : ServerResponse.async(response);
	}

	/**
	 * The response to a request that is refused.
	 */
	ServerResponse refuse(ServerRequest request, RefusedRequestException refused, MediaType type) {
		Answer answer = Answer.passing(refused.status(), type, bytes(body(Errors.of(refused.code(), refused.send()))));
		return Recipient.of(request).respond(answer, null, "", refused::addHeaders);
	}

	private String caching(Asked asked) {
		long maxAge = (asked.isAboutOneReleaseForEver() ? this.properties.pinnedMaxAge() : this.properties.maxAge())
			.toSeconds();
		return "public, max-age=%d, stale-while-revalidate=%d".formatted(maxAge, this.properties.stale().toSeconds());
	}

	private CompletableFuture<Answer> execute(ServerRequest request, Asked asked) {
		String reference = UUID.randomUUID().toString();
		Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("query", asked.query());
		parameters.put("operationName", asked.operationName());
		parameters.put("variables", asked.variables());
		WebGraphQlRequest query = new WebGraphQlRequest(request.uri(), request.headers().asHttpHeaders(), null,
				request.remoteAddress().orElse(null), request.attributes(), parameters, reference, Locale.UK);
		return RequestedRelease.during(asked.release(),
				() -> this.handler.handleRequest(query)
					.map((response) -> written(response, asked))
					.onErrorResume((ex) -> Mono.just(failure(ex, reference, asked)))
					.toFuture());
	}

	private Answer written(WebGraphQlResponse response, Asked asked) {
		Map<Object, @Nullable Object> extensions = new LinkedHashMap<>(response.getExtensions());
		extensions.put("release", asked.release().version());
		Map<String, @Nullable Object> body = new LinkedHashMap<>(response.toMap());
		body.put("extensions", extensions);
		if (response.getExecutionResult().getErrors().isEmpty()) {
			return Answer.lasting(asked.type(), bytes(body));
		}
		boolean refused = !response.getExecutionResult().isDataPresent()
				&& asked.type().equals(GraphQlHttpRoute.GRAPHQL_RESPONSE);
		return Answer.passing(refused ? HttpStatus.BAD_REQUEST : HttpStatus.OK, asked.type(), bytes(body));
	}

	private Answer failure(Throwable ex, String reference, Asked asked) {
		logger.error("Failure of executionId {}", reference, ex);
		return Answer.passing(HttpStatus.INTERNAL_SERVER_ERROR, asked.type(), bytes(body(Errors.internal(reference))));
	}

	private byte[] bytes(Map<String, ?> body) {
		return this.json.writeValueAsBytes(body);
	}

	private static Map<String, Object> body(GraphQLError error) {
		return Map.of("errors", List.of(error.toSpecification()));
	}

}
