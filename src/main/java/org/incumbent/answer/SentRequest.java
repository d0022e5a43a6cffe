package org.incumbent.answer;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A request as it came, byte for byte: the SHA-256 of all that its answer depends on, and
 * of all that it could be refused for. Whoever sends the same again need not be
 * understood again.
 *
 * <p>
 * The hash begins with bytes that nobody outside knows, so that nobody can look for
 * requests that a map would put into one place.
 */
public record SentRequest(long first, long second, long third, long fourth) {

	/** Bytes that a remembered request takes in memory, about. */
	static final int WEIGHT = 300;

	private static final byte[] SECRET = new byte[16];

	static {
		new SecureRandom().nextBytes(SECRET);
	}

	/**
	 * What came, for one state of the store. HEAD is answered as GET is; of a POST the
	 * address counts as well, since it may name a release.
	 * @param edition the state of the store, read before anything else of it
	 * @param type what the answer is to be written as, which is all that counts of what
	 * the client accepts
	 * @param body empty for GET and HEAD
	 */
	public static SentRequest of(HttpServletRequest request, int edition, MediaType type, byte[] body) {
		boolean head = HttpMethod.HEAD.matches(request.getMethod());
		StringBuilder all = new StringBuilder(128);
		all.append(edition).append(',');
		write(head ? HttpMethod.GET.name() : request.getMethod(), all);
		write(type.toString(), all);
		write(SentHeaders.of(request, HttpHeaders.CONTENT_TYPE), all);
		write(SentHeaders.of(request, Recipient.RELEASE_HEADER), all);
		write(request.getQueryString(), all);
		MessageDigest sha256 = AnswerKey.sha256();
		sha256.update(SECRET);
		sha256.update(all.toString().getBytes(UTF_8));
		ByteBuffer sum = ByteBuffer.wrap(sha256.digest(body));
		return new SentRequest(sum.getLong(), sum.getLong(), sum.getLong(), sum.getLong());
	}

	private static void write(List<String> values, StringBuilder head) {
		head.append(values.size()).append('[');
		for (String value : values) {
			write(value, head);
		}
	}

	/**
	 * Writes a text with its length, so that no two sequences of texts are written alike.
	 */
	private static void write(@Nullable String text, StringBuilder head) {
		if (text == null) {
			head.append('n');
			return;
		}
		head.append(text.length()).append(':').append(text);
	}

	@Override
	public int hashCode() {
		return (int) this.first;
	}

}
