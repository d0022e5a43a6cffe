package org.incumbent.paging;

import java.util.BitSet;

import org.jspecify.annotations.Nullable;

/**
 * What is known for one query of the records that may contain a text.
 */
final class TextHits {

	private final TextSearch search;

	private final WordMatch match;

	private @Nullable BitSet places;

	TextHits(TextSearch search, WordMatch match) {
		this.search = search;
		this.match = match;
	}

	TextSearch search() {
		return this.search;
	}

	WordMatch match() {
		return this.match;
	}

	/**
	 * Whether each record at the places of the words is one of those asked for.
	 */
	boolean areExact() {
		return this.search.alone() && this.match.exact();
	}

	/**
	 * Whether the places of all are known already.
	 */
	boolean areRead() {
		return this.places != null;
	}

	/**
	 * The places of all that may contain the text, asked for once.
	 */
	BitSet all(PlaceWalk.Part places) {
		BitSet known = this.places;
		if (known == null) {
			known = places.between(0, this.match.records() - 1);
			this.places = known;
		}
		return known;
	}

}
