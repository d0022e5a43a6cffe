package org.incumbent.release;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

import static org.assertj.core.api.Assertions.assertThat;

import org.incumbent.time.RandomCases;
import org.junit.jupiter.api.Test;

class PhrasesTests {

	@Test
	void aNameIsFoundWhateverItsCaseAndItsPossessive() {
		Phrases phrases = phrases("The King’s Fund", "kings-fund", "NHSI", "nhs-improvement", "Chair", "chair");
		assertThat(phrases.in("Dido Harding, NHSI’s chair")).containsExactly("nhs-improvement", "chair");
		assertThat(phrases.in("of the Kings' fund")).isEmpty();
		assertThat(phrases.in("of THE KING'S FUND")).containsExactly("kings-fund");
		assertThat(phrases.in("chairs and armchair")).isEmpty();
	}

	@Test
	void ofANameWithinALongerOneOnlyTheLongerOneCounts() {
		Phrases phrases = phrases("Chief executive", "chief", "Deputy chief executive", "deputy", "NHS England",
				"england", "NHS", "nhs");
		assertThat(phrases.in("deputy chief executive of NHS England")).containsExactly("deputy", "england");
		assertThat(phrases.in("chief executive of the NHS")).containsExactly("chief", "nhs");
		assertThat(phrases.in("")).isEmpty();
	}

	@Test
	void severalRecordsMayHaveOneName() {
		assertThat(phrases("Chair", "one", "chair", "other").in("Chair")).containsExactly("one", "other");
	}

	/**
	 * Texts of a few letters as words, against trying every run of words from the left.
	 */
	@Test
	void theLongestNamesAreFoundFromLeftToRight() {
		RandomCases.check((random) -> {
			Map<String, String> names = new TreeMap<>();
			int count = random.nextInt(1, 6);
			for (int i = 0; i < count; i++) {
				names.put(words(random.nextInt(1, 4), random::nextInt), "key-" + i);
			}
			Phrases phrases = new Phrases();
			names.forEach(phrases::add);
			String text = words(random.nextInt(0, 10), random::nextInt);
			assertThat(phrases.in(text)).as("%s in %s", names, text).containsExactlyElementsOf(definition(names, text));
		});
	}

	private static Set<String> definition(Map<String, String> names, String text) {
		List<String> longestFirst = new ArrayList<>(names.keySet());
		longestFirst.sort((one, other) -> Integer.compare(other.length(), one.length()));
		Set<String> found = new LinkedHashSet<>();
		String rest = text;
		while (!rest.isEmpty()) {
			String left = rest;
			String name = longestFirst.stream()
				.filter((each) -> (left + " ").startsWith(each + " "))
				.findFirst()
				.orElse(null);
			String taken = (name != null) ? name : rest.split(" ", -1)[0];
			if (name != null) {
				found.addAll(Collections.singleton(names.get(name)));
			}
			rest = rest.substring(taken.length()).strip();
		}
		return found;
	}

	private static String words(int count, IntUnaryOperator random) {
		List<String> words = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			words.add(String.valueOf("abc".charAt(random.applyAsInt(3))));
		}
		return String.join(" ", words);
	}

	private static Phrases phrases(String... namesAndKeys) {
		Phrases phrases = new Phrases();
		for (int i = 0; i < namesAndKeys.length; i += 2) {
			phrases.add(namesAndKeys[i], namesAndKeys[i + 1]);
		}
		return phrases;
	}

}
