package org.incumbent.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

import org.incumbent.time.Certainty;

/**
 * How many holders there were, at least and at most.
 *
 * @param certain as many as there were whichever days the dates fall on
 * @param possible as many as there can have been
 */
record Tally(int certain, int possible) {

	/**
	 * The number of holders by a method.
	 */
	static Tally of(List<Held> tenures, TurnoverMethod method) {
		Map<String, List<Held>> people = new LinkedHashMap<>();
		tenures.forEach((held) -> people.computeIfAbsent(held.appointment().personKey(), (person) -> new ArrayList<>())
			.add(held));
		int certain = 0;
		int possible = 0;
		for (List<Held> person : people.values()) {
			Tally tally = ofPerson(person, method);
			certain += tally.certain();
			possible += tally.possible();
		}
		return new Tally(certain, possible);
	}

	/**
	 * One for the person, one more for each gap that a return follows and one more for
	 * each appointment that adjoins another, as far as the method counts these.
	 * <p>
	 * The adjoining appointments that no choice of days parts are the fewest, those that
	 * some choice brings together the most; of gaps it is the other way round.
	 */
	private static Tally ofPerson(List<Held> all, TurnoverMethod method) {
		List<Held> sure = all.stream().filter((held) -> held.within() == Certainty.CERTAIN).toList();
		if (!method.countReturns() && !method.countHandOvers()) {
			return new Tally(sure.isEmpty() ? 0 : 1, 1);
		}
		if (method.countReturns() && method.countHandOvers()) {
			return new Tally(sure.size(), all.size());
		}
		List<List<Held>> surelyUnbroken = groups(sure, (one, other) -> one.days().surelyAdjoins(other.days()));
		List<List<Held>> perhapsUnbroken = groups(all, (one, other) -> one.days().mayAdjoin(other.days()));
		if (method.countHandOvers()) {
			int joins = sure.size() - surelyUnbroken.size();
			return new Tally(sure.isEmpty() ? 0 : 1 + joins, 1 + all.size() - perhapsUnbroken.size());
		}
		int fewest = (int) perhapsUnbroken.stream().filter((group) -> group.stream().anyMatch(sure::contains)).count();
		int further = (int) all.stream()
			.filter((held) -> sure.stream().noneMatch((other) -> held.days().surelyAdjoins(other.days())))
			.filter((held) -> !sure.contains(held))
			.count();
		return new Tally(fewest, surelyUnbroken.size() + further);
	}

	/**
	 * What hangs together, directly or through others.
	 */
	static <T> List<List<T>> groups(Collection<T> members, BiPredicate<T, T> together) {
		List<List<T>> groups = new ArrayList<>();
		for (T member : members) {
			List<T> joined = new ArrayList<>();
			List<List<T>> apart = new ArrayList<>();
			for (List<T> group : groups) {
				if (group.stream().anyMatch((other) -> together.test(member, other))) {
					joined.addAll(group);
				}
				else {
					apart.add(group);
				}
			}
			joined.add(member);
			apart.add(joined);
			groups = apart;
		}
		return groups;
	}

}
