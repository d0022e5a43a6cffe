package org.incumbent.paging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words of all texts of one type of record in a release, in one text, so that those
 * with some piece within them are found by reading it through: about a millisecond for a
 * hundred thousand words.
 */
final class Vocabulary {

	/** Comes before and after each word, and sorts before whatever words have. */
	private static final char LIMIT = '\n';

	/** Stands for one that has more words than are to be held. */
	static final Vocabulary TOO_LARGE = of(List.of(), 0);

	private final String words;

	/** Where each word starts in the text. */
	private final int[] starts;

	/** In how many records each word is. */
	private final int[] counts;

	private final int records;

	private Vocabulary(String words, int[] starts, int[] counts, int records) {
		this.words = words;
		this.starts = starts;
		this.counts = counts;
		this.records = records;
	}

	/**
	 * A vocabulary of words that come each once, by {@link String#compareTo}.
	 * @param records how many records there are
	 */
	static Vocabulary of(List<Word> words, int records) {
		StringBuilder text = new StringBuilder().append(LIMIT);
		int[] starts = new int[words.size()];
		int[] counts = new int[words.size()];
		for (int i = 0; i < starts.length; i++) {
			starts[i] = text.length();
			counts[i] = words.get(i).count();
			text.append(words.get(i).text()).append(LIMIT);
		}
		return new Vocabulary(text.toString(), starts, counts, records);
	}

	/**
	 * How many records there are.
	 */
	int records() {
		return this.records;
	}

	/**
	 * The words that a piece may be of, {@link Words#TOO_LONG} among them if there are
	 * any that are too long.
	 * @param most how many words are looked for; if there are more, one more is given
	 */
	List<Word> find(Words.Part part, int most) {
		List<Word> found = new ArrayList<>();
		if (part.text().length() <= Words.LONGEST) {
			if (part.starts()) {
				findByStart(part, most, found);
			}
			else {
				findWithin(part, most, found);
			}
		}
		if (this.starts.length > 0 && word(0).text().equals(Words.TOO_LONG)) {
			found.add(word(0));
		}
		return found;
	}

	private void findByStart(Words.Part part, int most, List<Word> found) {
		String text = part.isWhole() ? part.text() + LIMIT : part.text();
		int index = firstFrom(part.text());
		while (index < this.starts.length && this.words.startsWith(text, this.starts[index]) && found.size() <= most) {
			found.add(word(index));
			index++;
		}
	}

	private void findWithin(Words.Part part, int most, List<Word> found) {
		String text = part.ends() ? part.text() + LIMIT : part.text();
		int at = this.words.indexOf(text);
		while (at >= 0 && found.size() <= most) {
			int index = Arrays.binarySearch(this.starts, at);
			index = (index >= 0) ? index : -index - 2;
			found.add(word(index));
			at = this.words.indexOf(text, end(index));
		}
	}

	/**
	 * The first word that does not sort before a text.
	 */
	private int firstFrom(String text) {
		int low = 0;
		int high = this.starts.length;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (word(middle).text().compareTo(text) < 0) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	private int end(int index) {
		return ((index + 1 < this.starts.length) ? this.starts[index + 1] : this.words.length()) - 1;
	}

	private Word word(int index) {
		return new Word(this.words.substring(this.starts[index], end(index)), this.counts[index]);
	}

	/**
	 * A word.
	 *
	 * @param count in how many records it is
	 */
	record Word(String text, int count) {

	}

}
