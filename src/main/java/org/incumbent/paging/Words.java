package org.incumbent.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The words of folded texts: the longest runs of letters, of digits and of whatever is
 * beyond ASCII. What is beyond ASCII always belongs to words, since releases of Unicode
 * differ on which of it are letters, and a release of the data may be loaded with one and
 * asked with another.
 */
final class Words {

	/** In UTF-16 units; longer words are not told apart, since databases limit keys. */
	static final int LONGEST = 100;

	/** Stands for every word that is too long; sorts before all words. */
	static final String TOO_LONG = " ";

	private static final char BEYOND_ASCII = '\u0080';

	private Words() {
	}

	/**
	 * Hands over the words of a folded text as an index has them, one after the other and
	 * as often as they come.
	 */
	static void forEach(String folded, Consumer<String> action) {
		int start = start(folded, 0);
		while (start < folded.length()) {
			int end = end(folded, start);
			action.accept((end - start > LONGEST) ? TOO_LONG : folded.substring(start, end));
			start = start(folded, end);
		}
	}

	/**
	 * What a text must have among its words if it contains a folded text.
	 */
	static List<Part> parts(String folded) {
		List<Part> parts = new ArrayList<>();
		int start = start(folded, 0);
		while (start < folded.length()) {
			int end = end(folded, start);
			parts.add(new Part(folded.substring(start, end), start > 0, end < folded.length()));
			start = start(folded, end);
		}
		return parts;
	}

	private static int start(String text, int from) {
		int at = from;
		while (at < text.length() && !belongs(text.charAt(at))) {
			at++;
		}
		return at;
	}

	private static int end(String text, int from) {
		int at = from;
		while (at < text.length() && belongs(text.charAt(at))) {
			at++;
		}
		return at;
	}

	private static boolean belongs(char unit) {
		boolean letter = (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
		return letter || (unit >= '0' && unit <= '9') || unit >= BEYOND_ASCII;
	}

	/**
	 * A piece of a word.
	 *
	 * @param starts whether the word starts with it
	 * @param ends whether the word ends with it
	 */
	record Part(String text, boolean starts, boolean ends) {

		boolean isWhole() {
			return this.starts && this.ends;
		}

	}

}
