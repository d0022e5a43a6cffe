package org.incumbent.release;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Paragraphs of a source's body, headings counted.
 *
 * @param first from 1
 * @param last the last one included
 */
record Locator(int first, int last) {

	private static final Pattern PARAGRAPHS = Pattern.compile("p([0-9]{1,6})(?:-p([0-9]{1,6}))?");

	/**
	 * Reads {@code p8} or {@code p8-p10}; any other place, such as the title, is null.
	 */
	static @Nullable Locator parse(@Nullable String text) {
		Matcher matcher = PARAGRAPHS.matcher((text != null) ? text : "");
		if (!matcher.matches()) {
			return null;
		}
		int first = Integer.parseInt(matcher.group(1));
		return new Locator(first, (matcher.group(2) != null) ? Integer.parseInt(matcher.group(2)) : first);
	}

	/**
	 * Whether these paragraphs are there in this order.
	 */
	boolean isOrdered() {
		return this.first <= this.last;
	}

	boolean covers(int paragraph) {
		return this.first <= paragraph && paragraph <= this.last;
	}

}
