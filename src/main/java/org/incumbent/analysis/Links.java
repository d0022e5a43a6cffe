package org.incumbent.analysis;

import java.util.HashMap;
import java.util.Map;

/**
 * Who can be reached from whom, and on how many certain days the two served together.
 */
final class Links {

	private final Map<String, Map<String, Integer>> links = new HashMap<>();

	void add(String person, String other, int days) {
		this.links.computeIfAbsent(person, (key) -> new HashMap<>()).put(other, days);
	}

	boolean isEmpty() {
		return this.links.isEmpty();
	}

	/**
	 * Those who can be reached from a person, with the days.
	 */
	Map<String, Integer> from(String person) {
		return this.links.getOrDefault(person, Map.of());
	}

	void addTo(Links others) {
		forEach(others::add);
	}

	Links reversed() {
		Links reversed = new Links();
		forEach((person, other, days) -> reversed.add(other, person, days));
		return reversed;
	}

	void forEach(LinkConsumer consumer) {
		this.links.forEach((person, others) -> others.forEach((other, days) -> consumer.accept(person, other, days)));
	}

	interface LinkConsumer {

		void accept(String person, String other, int days);

	}

}
