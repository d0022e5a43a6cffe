package org.incumbent.exchange;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.incumbent.paging.Folding;

/**
 * Keys and slugs made of what others call a thing, always the same for the same thing.
 */
final class Keys {

	private static final Pattern WORDS = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

	private static final Pattern APOSTROPHES = Pattern.compile("(?<=[a-z])'(?=[a-z])");

	private static final int LONGEST_SLUG = 100;

	private static final int LONGEST_KEY = 120;

	private static final int HASH_BYTES = 6;

	private Keys() {
	}

	/**
	 * The key for the id of another. An id that is well-formed here stays as it is; any
	 * other gets a digest of itself at its end, so that two ids never get one key.
	 */
	static String of(String foreignId) {
		if (WORDS.matcher(foreignId).matches() && foreignId.length() <= LONGEST_KEY) {
			return foreignId;
		}
		String slug = slug(foreignId);
		return slug.isEmpty() ? hash(foreignId) : slug + "-" + hash(foreignId);
	}

	/**
	 * Lower-case ASCII words of a text, cut between words, empty if it has none.
	 */
	static String slug(String text) {
		String words = APOSTROPHES.matcher(Folding.fold(text)).replaceAll("");
		String slug = strip(OTHER.matcher(words).replaceAll("-"));
		if (slug.length() <= LONGEST_SLUG) {
			return slug;
		}
		int end = slug.lastIndexOf('-', LONGEST_SLUG);
		return slug.substring(0, (end > 0) ? end : LONGEST_SLUG);
	}

	private static String strip(String slug) {
		int start = slug.startsWith("-") ? 1 : 0;
		int end = slug.endsWith("-") ? slug.length() - 1 : slug.length();
		return (start < end) ? slug.substring(start, end) : "";
	}

	/**
	 * A digest in twelve hexadecimal digits: among a million texts the odds of two alike
	 * are one in five hundred.
	 */
	static String hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
			return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
