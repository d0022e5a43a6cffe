package org.incumbent.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.incumbent.answer.AnswerResponse.Line;
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

	private static final Line VARY = new Line(HttpHeaders.VARY,
			String.join(", ", HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING, RELEASE_HEADER));

	/** Headers that an answer mostly has. */
	private static final int USUAL = 6;

	private static final byte[] NO_BODY = {};

	/** What browsers and libraries send, which need not be taken apart. */
	private static final Set<List<String>> WITH_GZIP = Set.of(List.of(GZIP), List.of("gzip, deflate"),
			List.of("gzip, deflate, br"), List.of("gzip, deflate, br, zstd"), List.of("gzip,deflate"),
			List.of("gzip,deflate,br"), List.of("deflate, gzip"), List.of("deflate, gzip, br"),
			List.of("deflate, gzip, br, zstd"), List.of("br, gzip, deflate"));

	private static final String WEAK = "W/";

	private static final String COMPRESSED_TAG = "-gzip";

	/**
	 * What a request says of who asks.
	 */
	public static Recipient of(HttpServletRequest request) {
		return new Recipient(HttpMethod.HEAD.matches(request.getMethod()), takesGzip(request), tags(request));
	}

	/**
	 * The response with an answer.
	 * @param release the version of the release that the answer comes from, null where
	 * none was asked
	 * @param caching what caches may do with the answer if it lasts
	 * @param others other headers
	 */
	public AnswerResponse respond(Answer answer, @Nullable String release, String caching, HttpHeaders others) {
		byte[] compressed = this.gzip ? answer.gzip() : null;
		String tag = quoted(answer.tag(), compressed != null);
		String had = tagThatTheyHave(answer.tag(), tag);
		List<Line> lines = new ArrayList<>(USUAL);
		lines.add(VARY);
		lines.add(new Line(HttpHeaders.CACHE_CONTROL, (tag != null) ? caching : "no-store"));
		others.forEach((name, values) -> values.forEach((value) -> lines.add(new Line(name, value))));
		if (release != null) {
			lines.add(new Line(RELEASE_HEADER, release));
		}
		if (answer.status() == HttpStatus.SERVICE_UNAVAILABLE) {
			lines.add(new Line(HttpHeaders.RETRY_AFTER, "1"));
		}
		if (tag != null) {
			lines.add(new Line(HttpHeaders.ETAG, (had != null) ? had : tag));
		}
		if (had != null) {
			return new AnswerResponse(HttpStatus.NOT_MODIFIED, lines, null, NO_BODY, this.headOnly);
		}
		if (compressed != null) {
			lines.add(new Line(HttpHeaders.CONTENT_ENCODING, GZIP));
		}
		byte[] bytes = (compressed != null) ? compressed : answer.bytes();
		return new AnswerResponse(answer.status(), lines, answer.type(), bytes, this.headOnly);
	}

	/**
	 * The one of their tags that names these bytes, compressed or not; null if none does.
	 * Cloudflare, nginx and others make a strong tag weak when they compress, so a weak
	 * one counts.
	 */
	private @Nullable String tagThatTheyHave(@Nullable String bare, @Nullable String tag) {
		for (String had : this.tags) {
			String strong = had.startsWith(WEAK) ? had.substring(WEAK.length()) : had;
			if (tag == null || strong.equals("*")) {
				return tag;
			}
			if (strong.equals(quoted(bare, false)) || strong.equals(quoted(bare, true))) {
				return strong;
			}
		}
		return null;
	}

	private static @Nullable String quoted(@Nullable String tag, boolean compressed) {
		return (tag != null) ? '"' + tag + (compressed ? COMPRESSED_TAG : "") + '"' : null;
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
			return List.of();
		}
		String all = String.join(",", values);
		if (all.indexOf(',') < 0) {
			return all.isBlank() ? List.of() : List.of(all.strip());
		}
		return Stream.of(all.split(",")).map(String::strip).filter((value) -> !value.isEmpty()).toList();
	}

}
