package org.incumbent.paging;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes texts comparable that differ only in case, accents, the shape of quotation marks
 * or spaces.
 */
public final class Folding {

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern SINGLE_QUOTES = Pattern.compile("[\u2018\u2019\u201a\u201b\u2032`]");

	private static final Pattern DOUBLE_QUOTES = Pattern.compile("[\u201c\u201d\u201e\u201f\u00ab\u00bb]");

	private static final Pattern DASHES = Pattern.compile("[\u2010-\u2015\u2212]");

	private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

	private static final int LONGEST_SORT_KEY = 200;

	private Folding() {
	}

	/**
	 * The text as text filters compare it.
	 */
	public static String fold(String text) {
		// Normalizing would take these two apart, into a space and an accent and into two
		// apostrophes.
		String whole = text.replace('\u00b4', '\'').replace('\u2033', '"');
		String folded = Normalizer.normalize(whole, Normalizer.Form.NFKD);
		folded = MARKS.matcher(folded).replaceAll("");
		folded = SINGLE_QUOTES.matcher(folded).replaceAll("'");
		folded = DOUBLE_QUOTES.matcher(folded).replaceAll("\"");
		folded = DASHES.matcher(folded).replaceAll("-");
		return SPACES.matcher(folded).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
	}

	/**
	 * The text as lists are ordered by it; long texts are cut, between characters, and
	 * equal ones are ordered by key.
	 */
	public static String sortKey(String text) {
		String folded = fold(text);
		if (folded.length() <= LONGEST_SORT_KEY) {
			return folded;
		}
		boolean splits = Character.isHighSurrogate(folded.charAt(LONGEST_SORT_KEY - 1));
		return folded.substring(0, splits ? LONGEST_SORT_KEY - 1 : LONGEST_SORT_KEY);
	}

}
