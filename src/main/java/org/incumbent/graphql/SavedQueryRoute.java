package org.incumbent.graphql;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.incumbent.answer.AnswerResponse;
import org.incumbent.store.ServedReleases;
import org.incumbent.store.StoreOpening;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Saved queries at {@code /q/NAME.json} and {@code /q/NAME.csv}, and their list at
 * {@code /q}.
 */
@Configuration(proxyBeanMethods = false)
class SavedQueryRoute {

	private static final String JSON = ".json";

	private static final String CSV = ".csv";

	private final SavedQueries queries;

	private final Answering answering;

	private final RequestReader reader;

	private final StoreOpening store;

	SavedQueryRoute(SavedQueries queries, Answering answering, RequestReader reader, StoreOpening store) {
		this.queries = queries;
		this.answering = answering;
		this.reader = reader;
		this.store = store;
	}

	@Bean
	@Order(-1)
	RouterFunction<ServerResponse> answersOfSavedQueries() {
		return RouterFunctions.route(RequestPredicates.path("/q"), this::list)
			.and(RouterFunctions.route(RequestPredicates.path("/q/{file}"), this::answer));
	}

	private ServerResponse list(ServerRequest request) {
		try {
			requireRead(request);
			return this.answering.tell(request.servletRequest(),
					Map.of("queries", this.queries.byName().values().stream().map(SavedQuery::entry).toList()));
		}
		catch (RefusedRequestException ex) {
			return this.answering.refuse(request.servletRequest(), ex, MediaType.APPLICATION_JSON);
		}
	}

	private ServerResponse answer(ServerRequest request) {
		try {
			requireRead(request);
			String file = request.pathVariable("file");
			SavedQuery saved = find(file);
			MediaType type = file.endsWith(CSV) ? CsvAnswer.TYPE : MediaType.APPLICATION_JSON;
			ServedReleases releases = this.store.releases();
			int edition = releases.edition();
			Asked asked = this.reader.readSaved(request.servletRequest(), saved, releases, edition, type);
			CompletableFuture<AnswerResponse> response = this.answering.answer(request.servletRequest(), asked, null);
			return response.isDone() ? response.join() : ServerResponse.async(response);
		}
		catch (RefusedRequestException ex) {
			return this.answering.refuse(request.servletRequest(), ex, MediaType.APPLICATION_JSON);
		}
	}

	private SavedQuery find(String file) throws RefusedRequestException {
		String ending = file.endsWith(CSV) ? CSV : JSON;
		SavedQuery saved = file.endsWith(ending)
				? this.queries.byName().get(file.substring(0, file.length() - ending.length())) : null;
		if (saved == null) {
			throw new RefusedRequestException(HttpStatus.NOT_FOUND,
					"There is no saved query at this address: /q lists those that there are, each as .json and as .csv");
		}
		return saved;
	}

	private static void requireRead(ServerRequest request) throws RefusedRequestException {
		if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
			throw RefusedRequestException.method("Ask for a saved query by GET", HttpMethod.GET, HttpMethod.HEAD);
		}
	}

}
