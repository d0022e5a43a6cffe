package org.incumbent.lineage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Works out what became of every body on one calendar, at whatever distance. A way leads
 * forward in time: what a body passed on before it took something over was not part of
 * that.
 */
public final class Lineage {

	private final Map<String, List<Step>> stepsFrom = new TreeMap<>();

	private final List<Descent> descents = new ArrayList<>();

	private Lineage(Collection<Step> steps) {
		steps.stream()
			.filter((step) -> !step.from().equals(step.to()))
			.sorted(Comparator.comparing(Step::sort).thenComparing(Step::to))
			.forEach((step) -> this.stepsFrom.computeIfAbsent(step.from(), (body) -> new ArrayList<>()).add(step));
	}

	/**
	 * Every pair of bodies of which one went into the other, each once.
	 */
	public static List<Descent> of(Collection<Step> steps) {
		Lineage lineage = new Lineage(steps);
		lineage.stepsFrom.forEach(lineage::follow);
		return lineage.descents;
	}

	/**
	 * Every pair of bodies of which one went into the other, with each change by which a
	 * way begins.
	 */
	public static Set<Origin> origins(Collection<Step> steps) {
		Lineage lineage = new Lineage(steps);
		Set<Origin> origins = new LinkedHashSet<>();
		lineage.stepsFrom.forEach((body,
				firstSteps) -> firstSteps.forEach((first) -> lineage.new Walk(body, first).descents()
					.keySet()
					.forEach((to) -> origins.add(new Origin(body, to, first.change())))));
		return origins;
	}

	/**
	 * Follows one body; of several shortest ways, the one that left it first is named.
	 */
	private void follow(String body, List<Step> firstSteps) {
		Map<String, Descent> nearest = new TreeMap<>();
		for (Step first : firstSteps) {
			new Walk(body, first).descents().forEach((to, descent) -> nearest.merge(to, descent, Lineage::nearer));
		}
		this.descents.addAll(nearest.values());
	}

	private static Descent nearer(Descent known, Descent other) {
		if (known.distance() != other.distance()) {
			return (known.distance() < other.distance()) ? known : other;
		}
		return known;
	}

	/**
	 * All ways that begin with one step, one step longer in each round.
	 */
	private final class Walk {

		private final String start;

		private final Step first;

		private final Map<String, Descent> reached = new HashMap<>();

		/** The first day on which each body can have been reached so far. */
		private final Map<String, LocalDate> arrivals = new HashMap<>();

		Walk(String start, Step first) {
			this.start = start;
			this.first = first;
		}

		Map<String, Descent> descents() {
			Map<String, Step> lastSteps = Map.of(this.first.to(), this.first);
			Map<String, LocalDate> days = Map.of(this.first.to(), this.first.earliest());
			for (int distance = 1; !days.isEmpty(); distance++) {
				note(distance, lastSteps);
				this.arrivals.putAll(days);
				lastSteps = new HashMap<>();
				days = goOn(days, lastSteps);
			}
			return this.reached;
		}

		private void note(int distance, Map<String, Step> lastSteps) {
			lastSteps.forEach((body, last) -> this.reached.putIfAbsent(body,
					new Descent(this.start, body, distance, this.first.change(), last.change())));
		}

		/**
		 * The bodies one step further and the first day on which each can have been
		 * reached, those left out that a shorter way reached as early: what can be
		 * reached from there is known.
		 */
		private Map<String, LocalDate> goOn(Map<String, LocalDate> days, Map<String, Step> lastSteps) {
			Map<String, LocalDate> next = new HashMap<>();
			days.forEach((body, day) -> {
				for (Step step : Lineage.this.stepsFrom.getOrDefault(body, List.of())) {
					LocalDate arrival = step.after(day);
					if (arrival != null && !step.to().equals(this.start) && isNew(step.to(), arrival)) {
						next.merge(step.to(), arrival, (one, other) -> one.isBefore(other) ? one : other);
						lastSteps.merge(step.to(), step,
								(one, other) -> (one.sort().compareTo(other.sort()) <= 0) ? one : other);
					}
				}
			});
			return next;
		}

		private boolean isNew(String body, LocalDate arrival) {
			LocalDate known = this.arrivals.get(body);
			return known == null || arrival.isBefore(known);
		}

	}

}
