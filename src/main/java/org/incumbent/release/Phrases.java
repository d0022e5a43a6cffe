package org.incumbent.release;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.incumbent.paging.Folding;

/**
 * Names of records, to be found as whole words in a text.
 */
final class Phrases {

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}']+");

	private static final Pattern POSSESSIVE = Pattern.compile("'s?$");

	private final Map<List<String>, Set<String>> keys = new HashMap<>();

	private int longest;

	/**
	 * Adds a name of a record.
	 */
	void add(String name, String key) {
		List<String> words = words(name);
		if (!words.isEmpty()) {
			this.keys.computeIfAbsent(words, (absent) -> new LinkedHashSet<>()).add(key);
			this.longest = Math.max(this.longest, words.size());
		}
	}

	/**
	 * The keys of the records that a text names; of a name within a longer one only the
	 * longer one counts.
	 */
	Set<String> in(String text) {
		List<String> words = words(text);
		Set<String> found = Set.of();
		int from = 0;
		while (from < words.size()) {
			int to = endOfName(words, from);
			found = union(found, this.keys.getOrDefault(words.subList(from, to), Set.of()));
			from = Math.max(to, from + 1);
		}
		return Collections.unmodifiableSet(found);
	}

	/**
	 * Copies nothing if one of them is empty: a name such as that of a chair may be that
	 * of many thousand records.
	 */
	private static Set<String> union(Set<String> one, Set<String> other) {
		if (one.isEmpty() || other.isEmpty()) {
			return one.isEmpty() ? other : one;
		}
		Set<String> both = new LinkedHashSet<>(one);
		both.addAll(other);
		return both;
	}

	/**
	 * Behind the longest name that begins at a word, or at the word itself where none
	 * does.
	 */
	private int endOfName(List<String> words, int from) {
		int to = Math.min(words.size(), from + this.longest);
		while (to > from && !this.keys.containsKey(words.subList(from, to))) {
			to--;
		}
		return to;
	}

	private static List<String> words(String text) {
		List<String> words = new ArrayList<>();
		for (String word : BETWEEN_WORDS.split(Folding.fold(text), -1)) {
			String bare = POSSESSIVE.matcher(word).replaceFirst("");
			if (!bare.isEmpty()) {
				words.add(bare);
			}
		}
		return words;
	}

}
