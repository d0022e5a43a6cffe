package org.incumbent.answer;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What two requests have in common if and only if one answer does for both: a hash of all
 * that the answer depends on, in which the order of the fields of a JSON object does not
 * count.
 *
 * @param text the hash
 */
public record AnswerKey(String text) {

	/** Never used itself: a copy is had sooner than another one. */
	private static final MessageDigest SHA_256 = newSha256();

	/**
	 * The key of what an answer depends on.
	 * @param parts texts, numbers, truth values, nulls, and lists and maps of those, as
	 * JSON has them
	 */
	public static AnswerKey of(@Nullable Object... parts) {
		StringBuilder written = new StringBuilder();
		for (Object part : parts) {
			write(part, written);
		}
		// char by char: as UTF-8, halves of characters would all become the same
		ByteBuffer bytes = ByteBuffer.allocate(Character.BYTES * written.length());
		bytes.asCharBuffer().append(written);
		byte[] sum = sha256().digest(bytes.array());
		return new AnswerKey(Base64.getUrlEncoder().withoutPadding().encodeToString(sum));
	}

	/**
	 * Writes each value with its kind and length, so that no two values are written
	 * alike.
	 */
	private static void write(@Nullable Object value, StringBuilder written) {
		if (value instanceof Map<?, ?> map) {
			written.append('{').append(map.size()).append(':');
			Map<String, @Nullable Object> sorted = new TreeMap<>();
			map.forEach((name, each) -> sorted.put(String.valueOf(name), each));
			sorted.forEach((name, each) -> {
				write(name, written);
				write(each, written);
			});
			return;
		}
		if (value instanceof List<?> list) {
			written.append('[').append(list.size()).append(':');
			list.forEach((each) -> write(each, written));
			return;
		}
		String text = String.valueOf(value);
		written.append(kind(value)).append(text.length()).append(':').append(text);
	}

	private static char kind(@Nullable Object value) {
		if (value == null) {
			return 'n';
		}
		if (value instanceof Number) {
			return '1';
		}
		return (value instanceof Boolean) ? 'b' : 's';
	}

	static MessageDigest sha256() {
		try {
			return (MessageDigest) SHA_256.clone();
		}
		catch (CloneNotSupportedException ex) {
			return newSha256();
		}
	}

	private static MessageDigest newSha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
