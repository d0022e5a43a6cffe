package org.incumbent.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The ways from one person to another along links without circles, those whose weakest
 * link has the most days first and, among equals, by key.
 */
final class WidestWays {

	private static final int NO_WAY = -1;

	private final Links links;

	private final String from;

	private final String to;

	/** The most days that the weakest link can have from each person on. */
	private final Map<String, Integer> width = new HashMap<>();

	WidestWays(Links links, String from, String to) {
		this.links = links;
		this.from = from;
		this.to = to;
		this.width.put(to, Integer.MAX_VALUE);
	}

	/**
	 * The first ways; of each that is begun it is known how wide it can end, so that none
	 * is begun in vain.
	 */
	List<List<String>> first(int most) {
		PriorityQueue<Way> begun = new PriorityQueue<>(
				Comparator.comparingInt(Way::width).reversed().thenComparing((way) -> String.join("\n", way.people())));
		begun.add(new Way(List.of(this.from), Integer.MAX_VALUE));
		List<List<String>> ways = new ArrayList<>();
		while (ways.size() < most && !begun.isEmpty()) {
			Way way = begun.remove();
			if (way.last().equals(this.to)) {
				ways.add(way.people());
			}
			else {
				this.links.from(way.last()).forEach((person, days) -> {
					int width = Math.min(Math.min(way.width(), days), widthFrom(person));
					if (widthFrom(person) != NO_WAY) {
						begun.add(way.to(person, width));
					}
				});
			}
		}
		return ways;
	}

	private int widthFrom(String person) {
		Integer known = this.width.get(person);
		if (known != null) {
			return known;
		}
		int width = NO_WAY;
		for (Map.Entry<String, Integer> link : this.links.from(person).entrySet()) {
			int onward = widthFrom(link.getKey());
			width = (onward != NO_WAY) ? Math.max(width, Math.min(link.getValue(), onward)) : width;
		}
		this.width.put(person, width);
		return width;
	}

	private record Way(List<String> people, int width) {

		String last() {
			return this.people.get(this.people.size() - 1);
		}

		Way to(String person, int width) {
			List<String> further = new ArrayList<>(this.people);
			further.add(person);
			return new Way(further, width);
		}

	}

}
