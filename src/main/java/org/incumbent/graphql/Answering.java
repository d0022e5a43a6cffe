package org.incumbent.graphql;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionId;
import jakarta.servlet.http.HttpServletRequest;
import org.incumbent.answer.Answer;
import org.incumbent.answer.AnswerKey;
import org.incumbent.answer.AnswerProperties;
import org.incumbent.answer.AnswerResponse;
import org.incumbent.answer.Answers;
import org.incumbent.answer.Recipient;
import org.incumbent.answer.Reply;
import org.incumbent.answer.SentRequest;
import org.incumbent.store.Deadline;
import org.incumbent.store.KeptRelease;
import org.incumbent.store.RequestedRelease;
import org.incumbent.web.RequestId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Answers questions: with bytes that are ready, or else by executing them.
 */
@Component
class Answering {

	/** Each of the few threads keeps its buffers. */
	static final JsonFactory JSON = JsonFactory.builder().recyclerPool(JsonRecyclerPools.threadLocalPool()).build();

	private static final Logger logger = LoggerFactory.getLogger(Answering.class);

	/** Where an answer with errors has the id of its request. */
	private static final String REQUEST = "request";

	private final Answers answers;

	/** What caches may do with an answer. */
	private final String caching;

	/** What caches may do with an answer that stays the same. */
	private final String lastingCaching;

	private final JsonMapper json = JsonMapper.builder(JSON).build();

	private final QueryLimits limits;

	private final GraphQlSource source;

	private final Turns turns;

	private final Duration time;

	private final GraphQLError overloaded;

	private final GraphQLError timedOut;

	Answering(Answers answers, AnswerProperties properties, QueryLimits limits, LimitProperties bounds,
			GraphQlSource source) {
		this.source = source;
		this.answers = answers;
		this.caching = caching(properties.maxAge(), properties.stale());
		this.lastingCaching = caching(properties.pinnedMaxAge(), properties.stale());
		this.limits = limits;
		this.turns = new Turns(bounds);
		this.time = bounds.time();
		this.overloaded = Errors.of(ErrorCode.OVERLOADED,
				"This server executes %d queries at once, and more are waiting than may: send this again in a second"
					.formatted(bounds.atOnce()));
		this.timedOut = Errors.of(ErrorCode.TIMED_OUT,
				"The answer took longer than %,d ms and was given up: ask for smaller pages, or for less at once"
					.formatted(bounds.time().toMillis()));
	}

	/**
	 * Whether answers are kept, so that a request may be known by what came.
	 */
	boolean keepsAnswers() {
		return this.answers.areKept();
	}

	/**
	 * The response to a request that has been answered before, null if it has not or its
	 * answer is gone.
	 */
	@Nullable AnswerResponse answer(HttpServletRequest request, SentRequest sent) {
		Reply ready = this.answers.find(sent);
		return (ready != null) ? Recipient.of(request).respond(ready) : null;
	}

	/**
	 * The response to a request that asks something.
	 * @param sent what it is to be known by if it comes again, null if that is not to be
	 */
	CompletableFuture<AnswerResponse> answer(HttpServletRequest request, Asked asked, @Nullable SentRequest sent) {
		if (!keepsAnswers()) {
			return executeInTurn(request, asked)
				.thenApply((answer) -> Recipient.of(request).respond(reply(asked, answer)));
		}
		AnswerKey key = asked.key();
		return this.answers.get(key, () -> executeInTurn(request, asked)).thenApply((answer) -> {
			Reply reply = reply(asked, answer);
			if (sent != null && answer.isLasting()) {
				this.answers.remember(sent, key, reply);
			}
			return Recipient.of(request).respond(reply);
		});
	}

	private Reply reply(Asked asked, Answer answer) {
		String caching = asked.isAboutOneReleaseForEver() ? this.lastingCaching : this.caching;
		return Reply.of(answer, asked.release().version(), caching, HttpHeaders.EMPTY);
	}

	/**
	 * The response to a request that is refused.
	 */
	AnswerResponse refuse(HttpServletRequest request, RefusedRequestException refused, MediaType type) {
		Answer answer = Answer.passing(refused.status(), type,
				bytes(body(Errors.of(refused.code(), refused.send()), RequestId.of(request))));
		HttpHeaders headers = new HttpHeaders();
		refused.addHeaders(headers);
		return Recipient.of(request).respond(Reply.of(answer, null, "", headers));
	}

	/**
	 * The response with what is the same for every release.
	 */
	AnswerResponse tell(HttpServletRequest request, Map<String, ?> body) {
		Answer answer = Answer.lasting(MediaType.APPLICATION_JSON, bytes(body));
		return Recipient.of(request).respond(Reply.of(answer, null, this.caching, HttpHeaders.EMPTY));
	}

	private static String caching(Duration maxAge, Duration stale) {
		return "public, max-age=%d, stale-while-revalidate=%d".formatted(maxAge.toSeconds(), stale.toSeconds());
	}

	private CompletableFuture<Answer> executeInTurn(HttpServletRequest request, Asked asked) {
		GraphQLError tooLarge = this.limits.tooLargeToParse(asked.query());
		if (tooLarge != null) {
			return CompletableFuture.completedFuture(refusal(asked, tooLarge, RequestId.of(request)));
		}
		if (!this.turns.take()) {
			return CompletableFuture.completedFuture(Answer.passing(HttpStatus.SERVICE_UNAVAILABLE,
					MediaType.APPLICATION_JSON, bytes(body(this.overloaded, RequestId.of(request)))));
		}
		Deadline deadline = Deadline.in(this.time);
		CompletableFuture<Answer> answer;
		try {
			answer = deadline.during(() -> execute(asked, deadline, RequestId.of(request)));
		}
		catch (Throwable ex) {
			answer = CompletableFuture.failedFuture(ex);
		}
		return answer.whenComplete((made, failure) -> {
			deadline.close();
			this.turns.giveBack();
		});
	}

	private CompletableFuture<Answer> execute(Asked asked, Deadline deadline, String reference) {
		ExecutionInput question = ExecutionInput.newExecutionInput(asked.query())
			.operationName(asked.operationName())
			.variables(asked.variables())
			.executionId(ExecutionId.from(reference))
			.graphQLContext(Map.of(KeptRelease.class, asked.release()))
			.build();
		try {
			return RequestedRelease.during(asked.release(), () -> this.source.graphQl().executeAsync(question))
				.thenApply((result) -> written(result, question, asked, deadline, reference))
				.exceptionally((ex) -> failure(ex, reference, asked));
		}
		catch (RuntimeException | Error ex) {
			return CompletableFuture.completedFuture(failure(ex, reference, asked));
		}
	}

	private Answer written(ExecutionResult result, ExecutionInput question, Asked asked, Deadline deadline,
			String reference) {
		List<GraphQLError> errors = result.getErrors();
		if (deadline.isOver() && !errors.isEmpty()) {
			return refusal(asked, this.timedOut, reference);
		}
		Map<Object, @Nullable Object> extensions = new LinkedHashMap<>();
		if (result.getExtensions() != null) {
			extensions.putAll(result.getExtensions());
		}
		extensions.put("release", asked.release().version());
		Long cost = question.getGraphQLContext().get(QueryLimits.COST);
		if (cost != null) {
			extensions.put("cost", cost);
		}
		Map<String, @Nullable Object> body = new LinkedHashMap<>(result.toSpecification());
		body.put("extensions", extensions);
		if (!errors.isEmpty()) {
			extensions.put(REQUEST, reference);
			return Answer.passing(status(asked, result.isDataPresent()), asked.typeOfErrors(), bytes(body));
		}
		Map<String, @Nullable Object> data = result.getData();
		if (asked.type().equals(CsvAnswer.TYPE) && data != null) {
			return table(asked, data, reference);
		}
		return Answer.lasting(asked.type(), bytes(body));
	}

	private Answer table(Asked asked, Map<String, @Nullable Object> data, String reference) {
		try {
			return Answer.lasting(CsvAnswer.TYPE, CsvAnswer.write(this.source.schema(), asked.query(),
					asked.operationName(), data, this.limits.newAnswerSize()));
		}
		catch (AbortExecutionException ex) {
			return refusal(asked, ex.getUnderlyingErrors().get(0), reference);
		}
	}

	private Answer refusal(Asked asked, GraphQLError error, String reference) {
		return Answer.passing(status(asked, false), asked.typeOfErrors(), bytes(body(error, reference)));
	}

	private static HttpStatus status(Asked asked, boolean hasData) {
		return (!hasData && asked.tellsByItsStatus()) ? HttpStatus.BAD_REQUEST : HttpStatus.OK;
	}

	private Answer failure(Throwable ex, String reference, Asked asked) {
		logger.error("Failure of executionId {}", reference, ex);
		return Answer.passing(HttpStatus.INTERNAL_SERVER_ERROR, asked.typeOfErrors(),
				bytes(body(Errors.internal(reference), reference)));
	}

	private byte[] bytes(Map<String, ?> body) {
		return this.json.writeValueAsBytes(body);
	}

	private static Map<String, Object> body(GraphQLError error, String reference) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("errors", List.of(error.toSpecification()));
		body.put("extensions", Map.of(REQUEST, reference));
		return body;
	}

}
