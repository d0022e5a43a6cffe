package org.incumbent.graphql;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import jakarta.servlet.http.HttpServletRequest;
import org.incumbent.answer.Recipient;
import org.incumbent.answer.SentHeaders;
import org.incumbent.store.KeptRelease;
import org.incumbent.store.ServedReleases;
import org.incumbent.store.StoreException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Reads the parameters of a GraphQL request (query, operationName, variables, extensions)
 * from a JSON body or from the address, and takes no value of the wrong type for a right
 * one.
 */
@Component
class RequestReader {

	private static final String RELEASE = "release";

	private static final String QUERY = "query";

	private static final String OPERATION_NAME = "operationName";

	private static final List<String> TEXT_PARAMETERS = List.of(QUERY, OPERATION_NAME);

	private static final List<String> JSON_PARAMETERS = List.of("variables", "extensions");

	/** Takes no field twice. */
	private static final JsonMapper JSON = JsonMapper.builder(Answering.JSON)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private final LimitProperties limits;

	private final Documents documents;

	RequestReader(LimitProperties limits, Documents documents) {
		this.limits = limits;
		this.documents = documents;
	}

	/** Bytes that a body may have. */
	int longestBody() {
		return (int) this.limits.body().toBytes();
	}

	/** How long a body may take to come in. */
	Duration longestUpload() {
		return this.limits.upload();
	}

	/**
	 * Reads the JSON body of a POST request.
	 */
	Map<String, Object> readBody(HttpServletRequest request, byte[] body) throws RefusedRequestException {
		requireJson(request);
		Object value = readJson(text(body), "Send a JSON object with the field \"query\"");
		if (value instanceof List) {
			throw new RefusedRequestException(
					"Send one JSON object with the field \"query\": lists of requests are not taken");
		}
		return checked(asObject(value, "Send a JSON object with the field \"query\""));
	}

	/**
	 * Reads the address of a GET request, where variables and extensions are JSON.
	 */
	Map<String, Object> readAddress(HttpServletRequest request) throws RefusedRequestException {
		Map<String, Object> parameters = new LinkedHashMap<>();
		for (String name : TEXT_PARAMETERS) {
			List<String> values = inAddress(request, name);
			if (!values.isEmpty()) {
				parameters.put(name, values.get(0));
			}
		}
		for (String name : JSON_PARAMETERS) {
			List<String> values = inAddress(request, name);
			if (!values.isEmpty() && !values.get(0).isEmpty()) {
				parameters.put(name, readJson(values.get(0), "Send " + name + " as a JSON object"));
			}
		}
		Map<String, Object> checked = checked(parameters);
		requireNoMutation(checked);
		return checked;
	}

	/**
	 * What a request asks, and which release: the one that it names by a header or in the
	 * address, or else the one in service.
	 */
	Asked read(HttpServletRequest request, Map<String, Object> parameters, ServedReleases releases, int edition,
			MediaType type) throws RefusedRequestException {
		String query = this.documents.find((String) parameters.get(QUERY), persisted(parameters));
		KeptRelease pinned = pinned(request, releases);
		return new Asked(query, (String) parameters.get(OPERATION_NAME), variables(parameters),
				(pinned != null) ? pinned : releases.inService(), edition, pinned != null, type, false);
	}

	/**
	 * What a saved query asks, which is the operator's own and so always trusted.
	 */
	Asked readSaved(HttpServletRequest request, SavedQuery saved, ServedReleases releases, int edition, MediaType type)
			throws RefusedRequestException {
		KeptRelease pinned = pinned(request, releases);
		return new Asked(saved.query(), null, saved.read(address(request)),
				(pinned != null) ? pinned : releases.inService(), edition, pinned != null, type, true);
	}

	private static @Nullable KeptRelease pinned(HttpServletRequest request, ServedReleases releases)
			throws RefusedRequestException {
		List<String> named = releasesThatAreNamed(request);
		return named.isEmpty() ? null : find(releases, named.get(0));
	}

	/**
	 * Whether a request changes nothing here beside getting its answer. A query that
	 * comes with its hash is to be known by that afterwards.
	 */
	boolean leavesNothingBehind(Map<String, Object> parameters) {
		return parameters.get(QUERY) == null || persisted(parameters) == null;
	}

	/**
	 * The hash of a query, in the form that Apollo's clients send.
	 */
	private static @Nullable Object persisted(Map<String, Object> parameters) {
		return (parameters.get("extensions") instanceof Map<?, ?> extensions) ? extensions.get("persistedQuery") : null;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> variables(Map<String, Object> parameters) {
		Map<String, Object> variables = (Map<String, Object>) parameters.get("variables");
		return (variables != null) ? variables : Map.of();
	}

	private static List<String> releasesThatAreNamed(HttpServletRequest request) throws RefusedRequestException {
		List<String> inHeader = SentHeaders.of(request, Recipient.RELEASE_HEADER);
		List<String> inAddress = inAddress(request, RELEASE);
		if (inHeader.isEmpty() && inAddress.isEmpty()) {
			return List.of();
		}
		List<String> named = Stream.concat(inHeader.stream(), inAddress.stream())
			.filter((version) -> !version.isBlank())
			.distinct()
			.toList();
		if (named.size() > 1) {
			throw new RefusedRequestException("Ask for one release: the header " + Recipient.RELEASE_HEADER
					+ " and the parameter " + RELEASE + " in the address name different ones");
		}
		return named;
	}

	/**
	 * The values of a parameter in the address; never those of a form in the body.
	 */
	private static List<String> inAddress(HttpServletRequest request, String name) throws RefusedRequestException {
		String[] values = address(request).get(name);
		return (values != null) ? List.of(values) : List.of();
	}

	private static Map<String, String[]> address(HttpServletRequest request) throws RefusedRequestException {
		if (request.getQueryString() == null) {
			return Map.of();
		}
		try {
			return request.getParameterMap();
		}
		catch (IllegalStateException ex) {
			throw new RefusedRequestException(
					"Send the parameters in the address in UTF-8 and percent-encoded, and no others than it takes");
		}
	}

	private static KeptRelease find(ServedReleases releases, String version) throws RefusedRequestException {
		try {
			return releases.find(version);
		}
		catch (StoreException ex) {
			throw new RefusedRequestException(String.valueOf(ex.getMessage()));
		}
	}

	private static void requireJson(HttpServletRequest request) throws RefusedRequestException {
		if (MediaType.APPLICATION_JSON_VALUE.equals(request.getContentType())) {
			return;
		}
		MediaType type = contentType(request);
		if (type == null || !MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)
				|| (type.getCharset() != null && !UTF_8.equals(type.getCharset()))) {
			throw new RefusedRequestException(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
					"Send the body as JSON in UTF-8, with the header Content-Type: application/json");
		}
	}

	private static @Nullable MediaType contentType(HttpServletRequest request) {
		try {
			String type = request.getContentType();
			return (type != null) ? MediaType.parseMediaType(type) : null;
		}
		catch (InvalidMediaTypeException ex) {
			return null;
		}
	}

	private static String text(byte[] body) throws RefusedRequestException {
		try {
			return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new RefusedRequestException("Send the body in UTF-8: what came is not");
		}
	}

	/**
	 * What a text is as JSON.
	 * @param send what to send if it is none
	 */
	static @Nullable Object readJson(String text, String send) throws RefusedRequestException {
		try {
			return JSON.readValue(text, Object.class);
		}
		catch (JacksonException ex) {
			throw new RefusedRequestException(send + ": what came is not well-formed JSON");
		}
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> asObject(@Nullable Object value, String send) throws RefusedRequestException {
		if (!(value instanceof Map)) {
			throw new RefusedRequestException(send);
		}
		return (Map<String, Object>) value;
	}

	private static Map<String, Object> checked(Map<String, Object> parameters) throws RefusedRequestException {
		boolean hasQuery = parameters.get(QUERY) instanceof String query && !query.isBlank();
		if (!hasQuery && (parameters.get(QUERY) != null || persisted(parameters) == null)) {
			throw new RefusedRequestException(
					"Send a GraphQL query as the string \"query\"; one can be tried out at /graphiql");
		}
		if (parameters.get(OPERATION_NAME) != null && !(parameters.get(OPERATION_NAME) instanceof String)) {
			throw new RefusedRequestException("Send operationName as a string, as null or not at all");
		}
		for (String name : JSON_PARAMETERS) {
			if (parameters.get(name) != null) {
				asObject(parameters.get(name), "Send " + name + " as a JSON object, as null or not at all");
			}
		}
		return parameters;
	}

	private static void requireNoMutation(Map<String, Object> parameters) throws RefusedRequestException {
		String query = String.valueOf(parameters.get(QUERY));
		// spares nearly every query a second parsing
		if (query.contains("mutation") && isMutation(query, parameters.get(OPERATION_NAME))) {
			throw RefusedRequestException.method("GET is for queries only: send a mutation by POST", HttpMethod.POST);
		}
	}

	private static boolean isMutation(String query, @Nullable Object operationName) {
		try {
			return Parser.parse(query)
				.getDefinitionsOfType(OperationDefinition.class)
				.stream()
				.filter((operation) -> operationName == null || operationName.equals(operation.getName()))
				.anyMatch((operation) -> operation.getOperation() == Operation.MUTATION);
		}
		catch (InvalidSyntaxException ex) {
			// the engine will say where
			return false;
		}
	}

}
