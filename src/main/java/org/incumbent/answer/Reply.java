package org.incumbent.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * An answer and what is said along with it to whoever gets it.
 */
public final class Reply {

	private static final HeaderLine VARY = new HeaderLine(HttpHeaders.VARY,
			String.join(", ", HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING, Recipient.RELEASE_HEADER));

	private static final HeaderLine NO_STORE = new HeaderLine(HttpHeaders.CACHE_CONTROL, "no-store");

	private static final HeaderLine RETRY_AFTER = new HeaderLine(HttpHeaders.RETRY_AFTER, "1");

	private final Answer answer;

	private final List<HeaderLine> caching;

	private final List<HeaderLine> headers;

	private Reply(Answer answer, List<HeaderLine> caching, List<HeaderLine> others) {
		this.answer = answer;
		this.caching = caching;
		this.headers = Stream.concat(caching.stream(), others.stream()).toList();
	}

	/**
	 * What is said along with an answer.
	 * @param release the version of the release that the answer comes from, null where
	 * none was asked
	 * @param caching what caches may do with the answer if it lasts
	 * @param others other headers
	 */
	public static Reply of(Answer answer, @Nullable String release, String caching, HttpHeaders others) {
		List<HeaderLine> headers = new ArrayList<>();
		others.forEach((name, values) -> values.forEach((value) -> headers.add(new HeaderLine(name, value))));
		if (release != null) {
			headers.add(new HeaderLine(Recipient.RELEASE_HEADER, release));
		}
		if (answer.status() == HttpStatus.SERVICE_UNAVAILABLE) {
			headers.add(RETRY_AFTER);
		}
		return new Reply(answer,
				List.of(VARY, answer.isLasting() ? new HeaderLine(HttpHeaders.CACHE_CONTROL, caching) : NO_STORE),
				headers);
	}

	Answer answer() {
		return this.answer;
	}

	/**
	 * Those that caches need. Whoever has the answer has the others too, so a 304 is sent
	 * without them.
	 */
	List<HeaderLine> caching() {
		return this.caching;
	}

	/**
	 * The headers beside those that depend on who gets it.
	 */
	List<HeaderLine> headers() {
		return this.headers;
	}

}
