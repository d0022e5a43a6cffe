package org.incumbent.answer;

import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A request as it came, byte for byte: all that its answer depends on, and all that it
 * could be refused for. Whoever sends the same again need not be understood again.
 *
 * <p>
 * It has an order, so that a map finds the one it looks for soon even if somebody has
 * thought of many that it would put into one place.
 */
public final class SentRequest implements Comparable<SentRequest> {

	/** Bytes of a request that is kept itself; of a longer one, its SHA-256 is. */
	static final int LONGEST = 2_000;

	/**
	 * Bytes that a remembered request takes in memory beside its own, with what it leads
	 * to, about.
	 */
	static final int OVERHEAD = 450;

	/** No request that is kept itself begins with it. */
	private static final byte HASHED = 0;

	/** Characters of all that comes before the address and the body, mostly. */
	private static final int USUAL = 96;

	private final byte[] bytes;

	private final int hash;

	private SentRequest(byte[] bytes) {
		this.bytes = bytes;
		CRC32C sum = new CRC32C();
		sum.update(bytes, 0, bytes.length);
		this.hash = (int) sum.getValue();
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
		String query = request.getQueryString();
		StringBuilder before = new StringBuilder(USUAL + ((query != null) ? query.length() : 0));
		before.append(edition).append(',');
		write(head ? HttpMethod.GET.name() : request.getMethod(), before);
		write(type.toString(), before);
		write(SentHeaders.of(request, HttpHeaders.CONTENT_TYPE), before);
		write(SentHeaders.of(request, Recipient.RELEASE_HEADER), before);
		if (query == null) {
			before.append('-');
		}
		else {
			write(query, before);
		}
		byte[] start = before.toString().getBytes(UTF_8);
		byte[] all = start;
		if (body.length > 0) {
			all = Arrays.copyOf(start, start.length + body.length);
			System.arraycopy(body, 0, all, start.length, body.length);
		}
		return new SentRequest((all.length > LONGEST) ? hashed(all) : all);
	}

	private static byte[] hashed(byte[] all) {
		byte[] sum = AnswerKey.sha256().digest(all);
		byte[] hashed = new byte[1 + sum.length];
		hashed[0] = HASHED;
		System.arraycopy(sum, 0, hashed, 1, sum.length);
		return hashed;
	}

	private static void write(List<String> values, StringBuilder before) {
		before.append(values.size()).append('[');
		for (String value : values) {
			write(value, before);
		}
	}

	/**
	 * Writes a text with its length, so that no two sequences of texts are written alike.
	 */
	private static void write(String text, StringBuilder before) {
		before.append(text.length()).append(':').append(text);
	}

	/**
	 * The bytes that it takes in memory, about.
	 */
	int weight() {
		return OVERHEAD + this.bytes.length;
	}

	@Override
	public int compareTo(SentRequest other) {
		return Arrays.compare(this.bytes, other.bytes);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof SentRequest request && Arrays.equals(this.bytes, request.bytes);
	}

	@Override
	public int hashCode() {
		return this.hash;
	}

}
