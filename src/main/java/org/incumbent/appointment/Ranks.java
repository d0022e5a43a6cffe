package org.incumbent.appointment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many posts come before each one, by the longest way that sources show.
 */
public final class Ranks {

	private Ranks() {
	}

	/**
	 * The rank of every post, by key: above those of all posts before it, unless they
	 * come before each other in a circle.
	 * @param predecessors the keys of the posts just before each post, by its own; those
	 * of posts that are not there are passed over
	 */
	public static Map<String, Integer> of(Map<String, List<String>> predecessors) {
		Map<String, Integer> ranks = new HashMap<>();
		Map<String, Integer> unranked = new HashMap<>();
		Map<String, List<String>> followers = new HashMap<>();
		predecessors.forEach((key, before) -> {
			List<String> known = before.stream().filter(predecessors::containsKey).toList();
			known.forEach(
					(predecessor) -> followers.computeIfAbsent(predecessor, (absent) -> new ArrayList<>()).add(key));
			unranked.put(key, known.size());
			ranks.put(key, 0);
		});
		Deque<String> ranked = new ArrayDeque<>();
		unranked.forEach((key, before) -> addIf(before == 0, key, ranked));
		while (!ranked.isEmpty()) {
			String key = ranked.remove();
			int next = ranks.getOrDefault(key, 0) + 1;
			for (String follower : followers.getOrDefault(key, List.of())) {
				ranks.merge(follower, next, Math::max);
				addIf(unranked.merge(follower, -1, Integer::sum) == 0, follower, ranked);
			}
		}
		return ranks;
	}

	private static void addIf(boolean allRanked, String key, Deque<String> ranked) {
		if (allRanked) {
			ranked.add(key);
		}
	}

}
