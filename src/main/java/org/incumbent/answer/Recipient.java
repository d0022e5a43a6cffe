package org.incumbent.answer;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/**
 * Who asks: sent compressed bytes if they take those, and nothing but a 304 if they have
 * the answer already.
 *
 * @param headOnly whether they want no body
 * @param gzip whether they take compressed bytes
 * @param tags the names of the answers that they have, in quotation marks, or a star for
 * any
 */
public record Recipient(boolean headOnly, boolean gzip, List<String> tags) {

	/**
	 * Names the release that is asked for and, in a response, the one that answers.
	 */
	public static final String RELEASE_HEADER = "Dataset-Release";

	private static final String GZIP = "gzip";

	private static final HeaderLine COMPRESSED = new HeaderLine(HttpHeaders.CONTENT_ENCODING, GZIP);

	private static final byte[] NO_BODY = {};

	/** What browsers and libraries send, which need not be taken apart. */
	private static final Set<List<String>> WITH_GZIP = Set.of(List.of(GZIP), List.of("gzip, deflate"),
			List.of("gzip, deflate, br"), List.of("gzip, deflate, br, zstd"), List.of("gzip,deflate"),
			List.of("gzip,deflate,br"), List.of("deflate, gzip"), List.of("deflate, gzip, br"),
			List.of("deflate, gzip, br, zstd"), List.of("br, gzip, deflate"));

	private static final String WEAK = "W/";

	/**
	 * What a request says of who asks.
	 */
	public static Recipient of(HttpServletRequest request) {
		return new Recipient(HttpMethod.HEAD.matches(request.getMethod()), takesGzip(request), tags(request));
	}

	/**
	 * The response with an answer.
	 */
	public AnswerResponse respond(Reply reply) {
		Answer answer = reply.answer();
		byte[] compressed = this.gzip ? answer.gzip() : null;
		HeaderLine tag = answer.tag(compressed != null);
		HeaderLine had = (tag != null) ? tagThatTheyHave(answer, tag) : null;
		if (had != null) {
			return new AnswerResponse(HttpStatus.NOT_MODIFIED, reply.always(), List.of(had), null, NO_BODY,
					this.headOnly);
		}
		List<HeaderLine> own = (tag == null) ? List.of()
				: (compressed == null) ? List.of(tag) : List.of(tag, COMPRESSED);
		byte[] bytes = (compressed != null) ? compressed : answer.bytes();
		return new AnswerResponse(answer.status(), reply.headers(), own, answer.type(), bytes, this.headOnly);
	}

	/**
	 * The one of their tags that names these bytes, compressed or not; null if none does.
	 * Cloudflare, nginx and others make a strong tag weak when they compress, so a weak
	 * one counts.
	 * @param tag the one that they would get
	 */
	private @Nullable HeaderLine tagThatTheyHave(Answer answer, HeaderLine tag) {
		for (String had : this.tags) {
			String strong = had.startsWith(WEAK) ? had.substring(WEAK.length()) : had;
			HeaderLine named = strong.equals("*") ? tag : answer.tag(strong);
			if (named != null) {
				return named;
			}
		}
		return null;
	}

	private static List<String> tags(HttpServletRequest request) {
		return split(request, HttpHeaders.IF_NONE_MATCH);
	}

	private static boolean takesGzip(HttpServletRequest request) {
		if (WITH_GZIP.contains(SentHeaders.of(request, HttpHeaders.ACCEPT_ENCODING))) {
			return true;
		}
		boolean takes = false;
		for (String coding : split(request, HttpHeaders.ACCEPT_ENCODING)) {
			String[] parts = coding.toLowerCase(Locale.ROOT).split(";", 2);
			boolean refused = parts.length == 2 && parts[1].strip().matches("q\\s*=\\s*0(\\.0*)?");
			if (parts[0].strip().equals(GZIP)) {
				return !refused;
			}
			takes |= parts[0].strip().equals("*") && !refused;
		}
		return takes;
	}

	private static List<String> split(HttpServletRequest request, String header) {
		List<String> values = SentHeaders.of(request, header);
		if (values.isEmpty()) {
			return values;
		}
		if (values.size() == 1 && values.get(0).indexOf(',') < 0) {
			return values.get(0).isBlank() ? List.of() : List.of(values.get(0).strip());
		}
		return values.stream()
			.flatMap((value) -> Stream.of(value.split(",")))
			.map(String::strip)
			.filter((value) -> !value.isEmpty())
			.toList();
	}

}
