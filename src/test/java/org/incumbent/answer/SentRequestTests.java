package org.incumbent.answer;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two requests are the same only if nothing that counts differs.
 */
class SentRequestTests {

	private static final MediaType JSON = MediaType.APPLICATION_JSON;

	@Test
	void whateverCountsTellsRequestsApart() {
		MockHttpServletRequest plain = request("POST", "application/json", null);
		List<SentRequest> different = new ArrayList<>();
		different.add(of(plain, 1, JSON, "{}"));
		different.add(of(plain, 2, JSON, "{}"));
		different.add(of(plain, 1, MediaType.TEXT_PLAIN, "{}"));
		different.add(of(plain, 1, JSON, "{} "));
		different.add(of(request("GET", "application/json", null), 1, JSON, "{}"));
		different.add(of(request("PUT", "application/json", null), 1, JSON, "{}"));
		different.add(of(request("POST", "text/plain", null), 1, JSON, "{}"));
		different.add(of(request("POST", null, null), 1, JSON, "{}"));
		different.add(of(request("POST", "application/json", ""), 1, JSON, "{}"));
		different.add(of(request("POST", "application/json", "release=A"), 1, JSON, "{}"));
		different.add(of(naming(), 1, JSON, "{}{}"));
		different.add(of(naming(""), 1, JSON, "{}"));
		different.add(of(naming("A"), 1, JSON, "{}"));
		different.add(of(naming("A", "B"), 1, JSON, "{}"));
		different.add(of(naming("B", "A"), 1, JSON, "{}"));
		different.add(of(naming("A1:B"), 1, JSON, "{}"));
		assertThat(different).doesNotHaveDuplicates();
		assertThat(of(request("POST", "application/json", null), 1, JSON, "{}")).isEqualTo(different.get(0))
			.hasSameHashCodeAs(different.get(0));
	}

	@Test
	void aLongRequestIsKnownByItsHash() {
		MockHttpServletRequest post = request("POST", "application/json", null);
		String longest = "x".repeat(SentRequest.LONGEST);
		assertThat(of(post, 1, JSON, longest)).isEqualTo(of(post, 1, JSON, longest))
			.isNotEqualTo(of(post, 1, JSON, longest + "x"))
			.isNotEqualTo(of(post, 2, JSON, longest));
		int others = of(post, 1, JSON, "").weight() - SentRequest.OVERHEAD;
		String justKept = "x".repeat(SentRequest.LONGEST - others);
		assertThat(of(post, 1, JSON, justKept).weight()).isEqualTo(SentRequest.OVERHEAD + SentRequest.LONGEST);
		assertThat(of(post, 1, JSON, justKept + "x").weight()).isEqualTo(SentRequest.OVERHEAD + 1 + 32);
	}

	/**
	 * What a map needs to find one of many that it has in one place.
	 */
	@Test
	void theOrderTellsApartWhatIsNotEqual() {
		List<SentRequest> several = List.of(of(naming("A"), 1, JSON, "{}"), of(naming("A"), 1, JSON, "{}"),
				of(naming("B"), 1, JSON, "{}"), of(naming(), 1, JSON, "{}"), of(naming(), 1, JSON, "{}{}"));
		for (SentRequest one : several) {
			for (SentRequest other : several) {
				assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
				assertThat(Integer.signum(one.compareTo(other))).isEqualTo(-Integer.signum(other.compareTo(one)));
			}
		}
	}

	@Test
	void headIsTheSameAsGet() {
		assertThat(of(request("HEAD", null, "query=x"), 1, JSON, ""))
			.isEqualTo(of(request("GET", null, "query=x"), 1, JSON, ""));
	}

	private static SentRequest of(MockHttpServletRequest request, int edition, MediaType type, String body) {
		return SentRequest.of(request, edition, type, body.getBytes(UTF_8));
	}

	private static MockHttpServletRequest naming(String... releases) {
		MockHttpServletRequest request = request("POST", "application/json", null);
		for (String release : releases) {
			request.addHeader(Recipient.RELEASE_HEADER, release);
		}
		return request;
	}

	private static MockHttpServletRequest request(String method, @Nullable String contentType, @Nullable String query) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, "/graphql");
		request.setContentType(contentType);
		request.setQueryString(query);
		return request;
	}

}
