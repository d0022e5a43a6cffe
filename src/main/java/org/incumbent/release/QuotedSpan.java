package org.incumbent.release;

import java.util.ArrayList;
import java.util.List;

/**
 * Words in quotation marks in a paragraph.
 * <p>
 * An apostrophe looks like a closing mark. Between letters it is none; after an s it may
 * be either, so that a span can be read in more than one way. A span whose mark is not
 * closed goes on to the end of the paragraph: the next paragraph takes up the statement.
 *
 * @param start where the opening mark stands in the paragraph, from 0
 * @param end where the mark that surely closes it stands, else the end of the first
 * reading
 * @param readings what may be the words, the shortest first
 */
record QuotedSpan(int start, int end, List<String> readings) {

	QuotedSpan {
		readings = List.copyOf(readings);
	}

	/**
	 * The spans of a paragraph in their order; a span within a span is part of it.
	 */
	static List<QuotedSpan> in(String paragraph) {
		List<QuotedSpan> spans = new ArrayList<>();
		for (int index = 0; index < paragraph.length(); index++) {
			if (isOpening(paragraph, index)) {
				QuotedSpan span = from(paragraph, index);
				spans.add(span);
				index = span.end();
			}
			else if (isStrayClosing(paragraph, index)) {
				spans.add(new QuotedSpan(0, index, List.of(paragraph.substring(0, index))));
			}
		}
		return spans;
	}

	/**
	 * The words up to the mark that surely closes the span, or as far as they may go.
	 */
	String words() {
		return this.readings.get(this.readings.size() - 1);
	}

	/**
	 * Whether the words can be read as a part of a statement.
	 */
	boolean isPartOf(String statement) {
		return this.readings.stream().anyMatch((words) -> Wording.contains(statement, words));
	}

	private static QuotedSpan from(String paragraph, int start) {
		boolean single = isSingle(paragraph.charAt(start));
		int limit = nextOpening(paragraph, start, single);
		List<String> readings = new ArrayList<>();
		for (int index = start + 1; index < limit; index++) {
			if (!isClosing(paragraph, index, single)) {
				continue;
			}
			readings.add(paragraph.substring(start + 1, index));
			if (!isPossessive(paragraph, index)) {
				return new QuotedSpan(start, index, readings);
			}
		}
		readings.add(paragraph.substring(start + 1, limit));
		return new QuotedSpan(start, start + readings.get(0).length(), readings);
	}

	/**
	 * Where a mark stands that can only open a span, or else the paragraph's length.
	 */
	private static int nextOpening(String paragraph, int start, boolean single) {
		for (int index = start + 1; index < paragraph.length(); index++) {
			char mark = paragraph.charAt(index);
			if (mark == (single ? '\u2018' : '\u201C') && isOpening(paragraph, index)) {
				return index;
			}
		}
		return paragraph.length();
	}

	private static boolean isSingle(char mark) {
		return mark == '\'' || mark == '\u2018' || mark == '\u2019';
	}

	private static boolean isOpening(String paragraph, int index) {
		char mark = paragraph.charAt(index);
		boolean opensWord = !isLetterAt(paragraph, index - 1) && index + 1 < paragraph.length()
				&& !Character.isWhitespace(paragraph.charAt(index + 1));
		return mark == '\u201C' || mark == '"' || ((mark == '\u2018' || mark == '\'') && opensWord);
	}

	private static boolean isClosing(String paragraph, int index, boolean single) {
		char mark = paragraph.charAt(index);
		if (!single) {
			return mark == '\u201D' || mark == '"';
		}
		return (mark == '\u2019' || mark == '\'') && !isLetterAt(paragraph, index + 1)
				&& !Character.isWhitespace(paragraph.charAt(index - 1));
	}

	/**
	 * Whether a mark outside of any span closes one that nothing opened.
	 */
	private static boolean isStrayClosing(String paragraph, int index) {
		char mark = paragraph.charAt(index);
		boolean afterStop = index > 0 && ".,;:!?\u2026".indexOf(paragraph.charAt(index - 1)) >= 0;
		return mark == '\u201D' || (mark == '\u2019' && afterStop && !isLetterAt(paragraph, index + 1));
	}

	private static boolean isPossessive(String paragraph, int index) {
		return isSingle(paragraph.charAt(index)) && Character.toLowerCase(paragraph.charAt(index - 1)) == 's'
				&& paragraph.startsWith(" ", index + 1) && isLetterAt(paragraph, index + 2);
	}

	private static boolean isLetterAt(String paragraph, int index) {
		return index >= 0 && index < paragraph.length() && Character.isLetterOrDigit(paragraph.charAt(index));
	}

}
