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

	private final List<HeaderLine> always;

	private final List<HeaderLine> headers;

	private Reply(Answer answer, List<HeaderLine> always, List<HeaderLine> withBody) {
		this.answer = answer;
		this.always = List.copyOf(always);
		this.headers = Stream.concat(always.stream(), withBody.stream()).toList();
	}

	/**
	 * What is said along with an answer.
	 * @param release the version of the release that the answer comes from, null where
	 * none was asked
	 * @param caching what caches may do with the answer if it lasts
	 * @param others other headers
	 */
	public static Reply of(Answer answer, @Nullable String release, String caching, HttpHeaders others) {
		List<HeaderLine> always = new ArrayList<>();
		always.add(VARY);
		always.add(answer.isLasting() ? new HeaderLine(HttpHeaders.CACHE_CONTROL, caching) : NO_STORE);
		List<HeaderLine> withBody = new ArrayList<>();
		others.forEach((name, values) -> values.forEach((value) -> withBody.add(new HeaderLine(name, value))));
		if (release != null) {
			(tellsItsRelease(answer) ? withBody : always).add(new HeaderLine(Recipient.RELEASE_HEADER, release));
		}
		if (answer.status() == HttpStatus.SERVICE_UNAVAILABLE) {
			withBody.add(RETRY_AFTER);
		}
		return new Reply(answer, always, withBody);
	}

	/**
	 * Whether the release is among the bytes, so that those of two releases are never
	 * alike. Of tables they may be.
	 */
	private static boolean tellsItsRelease(Answer answer) {
		return answer.type().getSubtype().endsWith("json");
	}

	Answer answer() {
		return this.answer;
	}

	/**
	 * Those that somebody needs who has the answer already: the others came along with
	 * it.
	 */
	List<HeaderLine> always() {
		return this.always;
	}

	/**
	 * The headers beside those that depend on who gets it.
	 */
	List<HeaderLine> headers() {
		return this.headers;
	}

}
