package org.incumbent.graphql;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.incumbent.answer.AnswerResponse;
import org.incumbent.answer.SentHeaders;
import org.incumbent.answer.SentRequest;
import org.incumbent.store.ServedReleases;
import org.incumbent.store.StoreOpening;
import org.incumbent.web.RequestId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.graphql.MediaTypes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * GraphQL at {@code /graphql} as the GraphQL over HTTP specification says: queries by GET
 * or POST, and a JSON error for whatever cannot be answered.
 *
 * <p>
 * It stands before Spring's own route for the same path, which knows no GET and leaves
 * several bad requests without a body or with a status of 500; and it has a servlet of
 * its own, since the way through Spring's takes longer than a small answer.
 */
@Component
class GraphQlHandler implements HttpRequestHandler {

	static final MediaType GRAPHQL_RESPONSE = new MediaType(MediaTypes.APPLICATION_GRAPHQL_RESPONSE, UTF_8);

	private static final byte[] NO_BODY = {};

	private static final Duration MARGIN = Duration.ofSeconds(5);

	private static final Logger logger = LoggerFactory.getLogger(GraphQlHandler.class);

	/** Where a request that waited has its response, or what went wrong. */
	private static final String READY = GraphQlHandler.class.getName();

	private final Answering answering;

	private final RequestReader reader;

	private final StoreOpening store;

	/** How long a request may take before it is given up, whatever holds it. */
	private final Duration longest;

	/** For bodies that come in slowly, a permit for each byte. */
	private final Semaphore memory;

	GraphQlHandler(Answering answering, RequestReader reader, StoreOpening store, LimitProperties limits) {
		this.memory = new Semaphore((int) Math.min(limits.uploads().toBytes(), Integer.MAX_VALUE));
		this.longest = limits.upload().plus(limits.patience()).plus(limits.time()).plus(MARGIN);
		this.answering = answering;
		this.reader = reader;
		this.store = store;
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		if (request.getDispatcherType() == DispatcherType.ASYNC) {
			sendWhatIsReady(request, response);
		}
		else {
			handle(request, response);
		}
	}

	private void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (!HttpMethod.POST.matches(request.getMethod())) {
			send(request, response, respond(request, NO_BODY, () -> parameters(request)));
			return;
		}
		IncomingBody body = new IncomingBody(request, this.reader.longestBody(), this.memory);
		byte[] whole = body.ifHere();
		if (whole != null) {
			send(request, response, respond(request, whole, parameters(request, whole, null)));
			return;
		}
		sendLater(request, respond(request, body).whenComplete((answer, failure) -> body.close()));
		body.listen();
	}

	private void send(HttpServletRequest request, HttpServletResponse response,
			CompletableFuture<AnswerResponse> answer) throws IOException {
		if (answer.isDone()) {
			answer.join().send(request, response);
		}
		else {
			sendLater(request, answer);
		}
	}

	/**
	 * Lets the thread go, and has the response sent by one of the same threads when it is
	 * there.
	 */
	private void sendLater(HttpServletRequest request, CompletableFuture<AnswerResponse> answer) {
		AsyncContext context = request.startAsync();
		context.setTimeout(this.longest.toMillis());
		CompletableFuture<?> unused = answer.whenComplete((response, failure) -> {
			try {
				request.setAttribute(READY, (failure != null) ? failure : response);
				context.dispatch();
			}
			catch (IllegalStateException ex) {
				logger.debug("Whoever asked is gone", ex);
			}
		});
	}

	private static void sendWhatIsReady(HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		if (!(request.getAttribute(READY) instanceof AnswerResponse answer)) {
			throw new ServletException((Throwable) request.getAttribute(READY));
		}
		answer.send(request, response);
	}

	/**
	 * The response to a request whose body is still coming in.
	 */
	private CompletableFuture<AnswerResponse> respond(HttpServletRequest request, IncomingBody body) {
		return body.whole()
			.handle((bytes, failure) -> responding(request, bytes, failure))
			.completeOnTimeout(responding(request, null, null), this.reader.longestUpload().toMillis(),
					TimeUnit.MILLISECONDS)
			.thenCompose(Supplier::get);
	}

	private Supplier<CompletableFuture<AnswerResponse>> responding(HttpServletRequest request, byte @Nullable [] body,
			@Nullable Throwable failure) {
		return () -> RequestId.during(request, () -> respond(request, body, parameters(request, body, failure)));
	}

	private Parameters parameters(HttpServletRequest request, byte @Nullable [] body, @Nullable Throwable failure) {
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
	private CompletableFuture<AnswerResponse> respond(HttpServletRequest request, byte @Nullable [] body,
			Parameters parameters) {
		MediaType type = MediaType.APPLICATION_JSON;
		try {
			type = responseType(request);
			ServedReleases releases = this.store.releases();
			// before the release, so that no later state of the store is taken for this
			int edition = releases.edition();
			SentRequest sent = (body != null && this.answering.keepsAnswers())
					? SentRequest.of(request, edition, type, body) : null;
			AnswerResponse ready = (sent != null) ? this.answering.answer(request, sent) : null;
			if (ready != null) {
				return CompletableFuture.completedFuture(ready);
			}
			Map<String, Object> read = parameters.read();
			return this.answering.answer(request, this.reader.read(request, read, releases, edition, type),
					this.reader.leavesNothingBehind(read) ? sent : null);
		}
		catch (RefusedRequestException ex) {
			return CompletableFuture.completedFuture(this.answering.refuse(request, ex, CsvAnswer.typeOfErrors(type)));
		}
	}

	private Map<String, Object> parameters(HttpServletRequest request) throws RefusedRequestException {
		if (HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod())) {
			return this.reader.readAddress(request);
		}
		throw RefusedRequestException.method("Send a query by GET or by POST", HttpMethod.GET, HttpMethod.HEAD,
				HttpMethod.POST);
	}

	private static MediaType responseType(HttpServletRequest request) throws RefusedRequestException {
		if (acceptsJsonPlainly(SentHeaders.of(request, HttpHeaders.ACCEPT))) {
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

	/**
	 * Whether it is what most clients accept, which need not be parsed.
	 */
	private static boolean acceptsJsonPlainly(List<String> ranges) {
		return ranges.isEmpty()
				|| (ranges.size() == 1 && (ranges.get(0).equals("*/*") || ranges.get(0).equals("application/json")));
	}

	private static List<MediaType> accepted(HttpServletRequest request) {
		try {
			List<MediaType> ranges = MediaType.parseMediaTypes(SentHeaders.of(request, HttpHeaders.ACCEPT));
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

}
