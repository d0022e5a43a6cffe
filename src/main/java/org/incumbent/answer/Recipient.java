package org.incumbent.answer;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

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

	private static final String COMPRESSED_TAG = "-gzip";

	/**
	 * What a request says of who asks.
	 */
	public static Recipient of(ServerRequest request) {
		return new Recipient(request.method().equals(HttpMethod.HEAD), takesGzip(request), tags(request));
	}

	/**
	 * The response with an answer.
	 * @param release the version of the release that the answer comes from, null where
	 * none was asked
	 * @param caching what caches may do with the answer if it lasts
	 * @param others adds other headers
	 */
	public ServerResponse respond(Answer answer, @Nullable String release, String caching,
			Consumer<HttpHeaders> others) {
		byte[] compressed = this.gzip ? answer.gzip() : null;
		String tag = quoted(answer.tag(), compressed != null);
		String had = tagThatTheyHave(answer.tag(), tag);
		ServerResponse.BodyBuilder response = ServerResponse
			.status((had != null) ? HttpStatus.NOT_MODIFIED : answer.status())
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING, RELEASE_HEADER)
			.header(HttpHeaders.CACHE_CONTROL, (tag != null) ? caching : "no-store")
			.headers(others);
		if (release != null) {
			response.header(RELEASE_HEADER, release);
		}
		if (answer.status() == HttpStatus.SERVICE_UNAVAILABLE) {
			response.header(HttpHeaders.RETRY_AFTER, "1");
		}
		if (tag != null) {
			response.header(HttpHeaders.ETAG, (had != null) ? had : tag);
		}
		if (had != null) {
			return response.build();
		}
		if (compressed != null) {
			response.header(HttpHeaders.CONTENT_ENCODING, GZIP);
		}
		return body(response.contentType(answer.type()), (compressed != null) ? compressed : answer.bytes());
	}

	private ServerResponse body(ServerResponse.BodyBuilder response, byte[] bytes) {
		return response.contentLength(bytes.length).build((servletRequest, servletResponse) -> {
			if (!this.headOnly) {
				servletResponse.getOutputStream().write(bytes);
			}
			return null;
		});
	}

	/**
	 * The one of their tags that names these bytes, compressed or not; null if none does.
	 * Cloudflare, nginx and others make a strong tag weak when they compress, so a weak
	 * one counts.
	 */
	private @Nullable String tagThatTheyHave(@Nullable String bare, @Nullable String tag) {
		for (String had : this.tags) {
			String strong = had.replaceFirst("^W/", "");
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

	private static List<String> tags(ServerRequest request) {
		return split(request, HttpHeaders.IF_NONE_MATCH);
	}

	private static boolean takesGzip(ServerRequest request) {
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

	private static List<String> split(ServerRequest request, String header) {
		List<String> values = request.headers().header(header);
		return values.isEmpty() ? List.of()
				: List.of(String.join(",", values).split(","))
					.stream()
					.map(String::strip)
					.filter((value) -> !value.isEmpty())
					.toList();
	}

}
