package org.incumbent.appointment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.incumbent.time.Bounds;
import org.incumbent.time.FuzzyDate;

/**
 * Between which days people took up and left their roles, drawn from everything that is
 * known: the dates, what sources show without giving a date, the life of the role and its
 * body, and the order that sources give of careers and of a role's holders.
 */
public final class Tenures {

	private Tenures() {
	}

	/**
	 * The bounds of every tenure, by key.
	 */
	public static Map<String, Bounds> bounds(Collection<Tenure> tenures) {
		Map<String, Bounds> bounds = new HashMap<>();
		Map<String, List<String>> predecessors = new HashMap<>();
		List<Order> orders = new ArrayList<>();
		for (Tenure tenure : tenures) {
			bounds.put(tenure.key(), tenure.alone());
			List<String> others = tenure.predecessors().stream().filter((key) -> !key.equals(tenure.key())).toList();
			predecessors.put(tenure.key(), others);
			others.forEach((predecessor) -> orders.add(new Order(predecessor, tenure.key())));
		}
		Map<String, Integer> ranks = Ranks.of(predecessors);
		orders.sort(Comparator.comparing((order) -> ranks.getOrDefault(order.earlier(), 0)));
		passOn(orders, bounds);
		return bounds;
	}

	/**
	 * Once along the chains and once back settles all but circles, however long they are.
	 * Bounds only ever narrow, to days that are there, so that it comes to an end.
	 */
	private static void passOn(List<Order> orders, Map<String, Bounds> bounds) {
		List<Order> back = new ArrayList<>(orders);
		Collections.reverse(back);
		boolean changed = true;
		while (changed) {
			changed = false;
			for (List<Order> way : List.of(orders, back)) {
				changed |= passOnAlong(way, bounds);
			}
		}
	}

	private static boolean passOnAlong(List<Order> orders, Map<String, Bounds> bounds) {
		boolean changed = false;
		for (Order order : orders) {
			changed |= passOn(order, bounds);
		}
		return changed;
	}

	private static boolean passOn(Order order, Map<String, Bounds> bounds) {
		Bounds earlier = bounds.get(order.earlier());
		Bounds later = bounds.get(order.later());
		if (earlier == null || later == null) {
			return false;
		}
		Bounds laterNow = later.after(earlier);
		Bounds earlierNow = earlier.before(later);
		bounds.put(order.later(), laterNow);
		bounds.put(order.earlier(), earlierNow);
		return !laterNow.equals(later) || !earlierNow.equals(earlier);
	}

	/**
	 * What is known of one tenure by itself.
	 *
	 * @param own the bounds of its dates and state
	 * @param life the bounds of the role and its body
	 * @param predecessors the keys of the tenures that were over when this one began: the
	 * same person's in a career, another's in the role
	 */
	public record Tenure(String key, Bounds own, Bounds life, List<Sighting> sightings, List<String> predecessors) {

		/**
		 * The bounds that it has whatever came before and after it.
		 */
		public Bounds alone() {
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

	private record Order(String earlier, String later) {

	}

}
