package org.incumbent.release;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Compares words as printed, whatever the shape of their quotation marks and spaces.
 */
final class Wording {

	private static final Pattern SINGLE_MARKS = Pattern.compile("[\u2018\u2019\u201B]");

	private static final Pattern DOUBLE_MARKS = Pattern.compile("[\u201C\u201D\u201F]");

	private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

	private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

	private static final Pattern INSERTION = Pattern.compile(" ?\\[[^\\]]*\\]");

	private static final Pattern STOPS = Pattern.compile("[.,;:]");

	private static final Pattern LAST_STOP = Pattern.compile("[.,;:]$");

	private Wording() {
	}

	/**
	 * The words with straight quotation marks, plain single spaces, three dots for an
	 * ellipsis, and nothing invisible.
	 */
	static String fold(String words) {
		String folded = Normalizer.normalize(words, Normalizer.Form.NFC)
			.replace("\u2026", "...")
			.replace('\u2011', '-');
		folded = SINGLE_MARKS.matcher(folded).replaceAll("'");
		folded = DOUBLE_MARKS.matcher(folded).replaceAll("\"");
		folded = INVISIBLE.matcher(folded).replaceAll("");
		return SPACES.matcher(folded).replaceAll(" ").strip();
	}

	/**
	 * Whether the words are the same, save for a stop at their end, which printers set
	 * inside or outside of quotation marks.
	 */
	static boolean same(String words, String others) {
		return withoutLastStop(words).equals(withoutLastStop(others));
	}

	/**
	 * Whether the words are the same, save for stops, which change where a reporter
	 * interrupts a statement.
	 */
	static boolean sameSaveForStops(String words, String others) {
		return STOPS.matcher(fold(words)).replaceAll("").equals(STOPS.matcher(fold(others)).replaceAll(""));
	}

	/**
	 * Whether some words are part of a statement, save for a stop at their end and for
	 * the reporter's insertions in square brackets.
	 */
	static boolean contains(String statement, String part) {
		String words = withoutLastStop(part);
		return fold(statement).contains(words) || withoutInsertions(statement).contains(withoutInsertions(words));
	}

	private static String withoutLastStop(String words) {
		return LAST_STOP.matcher(fold(words)).replaceFirst("");
	}

	private static String withoutInsertions(String words) {
		return INSERTION.matcher(fold(words)).replaceAll("");
	}

}
