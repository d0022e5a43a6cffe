package org.incumbent.paging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.incumbent.paging.Vocabulary.Word;
import org.jspecify.annotations.Nullable;

/**
 * The words by which a text can be looked up: whatever contains it has, for each of some
 * pieces of the text, one of the piece's words.
 *
 * @param pieces for each piece its words; rare ones, since common ones leave out little
 * @param most how many records can have them, at most
 * @param exact whether all that have them contain the text
 * @param records how many records there are
 */
record WordMatch(List<Set<String>> pieces, int most, boolean exact, int records) {

	/** Of a long text, so many pieces are enough. */
	private static final int LOOKED_AT = 32;

	private static final int TAKEN = 4;

	/** How many times as common as the rarest a piece may be to be worth reading. */
	private static final int AS_COMMON = 8;

	/**
	 * The words for a folded text, null if it cannot be looked up by words.
	 * @param mostWords a piece that more words have is not looked up
	 */
	static @Nullable WordMatch of(String folded, Vocabulary vocabulary, int mostWords) {
		List<Words.Part> parts = Words.parts(folded);
		List<List<Word>> pieces = new ArrayList<>();
		for (Words.Part part : parts.subList(0, Math.min(LOOKED_AT, parts.size()))) {
			List<Word> words = vocabulary.find(part, mostWords);
			if (words.size() <= mostWords) {
				pieces.add(words);
			}
		}
		if (pieces.isEmpty()) {
			return null;
		}
		pieces.sort(Comparator.comparingLong(WordMatch::count));
		long rarest = count(pieces.get(0));
		List<Set<String>> taken = new ArrayList<>();
		for (List<Word> words : pieces.subList(0, Math.min(TAKEN, pieces.size()))) {
			if (count(words) <= AS_COMMON * rarest) {
				taken.add(texts(words));
			}
		}
		boolean exact = parts.size() == 1 && parts.get(0).text().equals(folded)
				&& !taken.get(0).contains(Words.TOO_LONG);
		return new WordMatch(List.copyOf(taken), (int) Math.min(rarest, vocabulary.records()), exact,
				vocabulary.records());
	}

	private static long count(List<Word> words) {
		return words.stream().mapToLong(Word::count).sum();
	}

	private static Set<String> texts(List<Word> words) {
		Set<String> texts = new HashSet<>();
		words.forEach((word) -> texts.add(word.text()));
		return texts;
	}

	/**
	 * All words of all pieces.
	 */
	Set<String> words() {
		Set<String> words = new HashSet<>();
		this.pieces.forEach(words::addAll);
		return words;
	}

}
