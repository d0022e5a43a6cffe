package org.incumbent.appointment;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.incumbent.time.Bounds;
import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

/**
 * Between which days people took up and left their roles, drawn from everything that is
 * known: the dates, what sources show without giving a date, the life of the role and its
 * body, and the order of a career.
 */
public final class Tenures {

	private Tenures() {
	}

	/**
	 * The bounds of every tenure, by key.
	 */
	public static Map<String, Bounds> bounds(Collection<Tenure> tenures) {
		Map<String, Bounds> bounds = new HashMap<>();
		Map<String, Tenure> followers = new LinkedHashMap<>();
		for (Tenure tenure : tenures) {
			bounds.put(tenure.key(), tenure.alone());
			if (tenure.careerPredecessor() != null) {
				followers.put(tenure.key(), tenure);
			}
		}
		boolean changed = true;
		for (int round = 0; changed && round <= followers.size(); round++) {
			changed = false;
			for (Tenure follower : followers.values()) {
				changed |= passOn(follower, bounds);
			}
		}
		return bounds;
	}

	private static boolean passOn(Tenure follower, Map<String, Bounds> bounds) {
		String predecessor = Objects.requireNonNull(follower.careerPredecessor());
		Bounds earlier = bounds.get(predecessor);
		Bounds later = bounds.get(follower.key());
		if (earlier == null || later == null) {
			return false;
		}
		Bounds laterNow = later.after(earlier);
		Bounds earlierNow = earlier.before(later);
		bounds.put(follower.key(), laterNow);
		bounds.put(predecessor, earlierNow);
		return !laterNow.equals(later) || !earlierNow.equals(earlier);
	}

	/**
	 * What is known of one tenure by itself.
	 *
	 * @param own the bounds of its dates and state
	 * @param life the bounds of the role and its body
	 * @param careerPredecessor the key of the tenure that was over when this one began,
	 * null where there is none or the two ran side by side
	 */
	public record Tenure(String key, Bounds own, Bounds life, List<Sighting> sightings,
			@Nullable String careerPredecessor) {

		Bounds alone() {
			Bounds bounds = this.own;
			for (Sighting sighting : this.sightings) {
				bounds = switch (sighting.shows()) {
					case IN_POST -> bounds.shownOn(sighting.on());
					case OVER -> bounds.overBy(sighting.on());
					case NOT_YET -> bounds.notYetOn(sighting.on());
					case VACANT -> bounds;
				};
			}
			return bounds.within(this.life);
		}

	}

	/**
	 * What a source shows of a tenure on a day.
	 */
	public record Sighting(Shown shows, FuzzyDate on) {

	}

}
