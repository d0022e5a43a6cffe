package org.incumbent.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.incumbent.appointment.Appointment;
import org.incumbent.time.Certainty;
import org.incumbent.time.DayRange;
import org.jspecify.annotations.Nullable;

/**
 * One person's unbroken time in a post: an appointment, or several that show no gap
 * between them.
 *
 * @param within whether it reaches into the days asked about, CERTAIN or POSSIBLE
 * @param ended whether it had ended by the last of them
 * @param days from its first day to its last, or to the last that is asked about
 * @param daysBetween those of its days that are asked about
 * @param length what of {@code days} tells how long terms last, null where nothing shows
 * that it began
 */
record Term(String personKey, List<Appointment> appointments, Certainty within, Certainty ended, DayRange days,
		DayRange daysBetween, @Nullable TermLength length) {

	/**
	 * By the last day on which a tenure can have begun.
	 */
	private static final Comparator<Held> IN_ORDER = Comparator.comparingLong((Held held) -> held.days().startLatest())
		.thenComparingLong((held) -> held.days().endLatest())
		.thenComparing((held) -> held.appointment().key());

	/**
	 * Whether it began, as far as anything shows, and its length is such.
	 */
	boolean has(Predicate<TermLength> wanted) {
		return this.length != null && wanted.test(this.length);
	}

	/**
	 * The terms of the holders, by their first appointment.
	 */
	static List<Term> of(List<Held> held, TurnoverMethod method, long from, long to) {
		Map<String, List<Held>> people = new LinkedHashMap<>();
		held.forEach(
				(each) -> people.computeIfAbsent(each.appointment().personKey(), (key) -> new ArrayList<>()).add(each));
		List<List<Held>> groups = new ArrayList<>();
		people.values()
			.forEach((tenures) -> groups
				.addAll(Tally.groups(tenures, (one, other) -> !method.countHandOvers() && areUnbroken(one, other))));
		groups.forEach((group) -> group.sort(IN_ORDER));
		groups.sort(Comparator.comparing((group) -> group.get(0), IN_ORDER));
		return groups.stream().map((group) -> of(group, from, to)).toList();
	}

	/**
	 * Tenures whose start is not bounded have no place in an order, so that nothing says
	 * what they adjoin.
	 */
	private static boolean areUnbroken(Held one, Held other) {
		return isPlaced(one) && isPlaced(other) && one.days().mayAdjoin(other.days());
	}

	private static boolean isPlaced(Held held) {
		return held.days().startEarliest() > TenureDays.BEFORE_ALL && held.days().startLatest() < TenureDays.AFTER_ALL;
	}

	private static Term of(List<Held> group, long from, long to) {
		TenureDays days = group.stream().map(Held::days).reduce(TenureDays::joinedWith).orElseThrow();
		boolean open = group.stream().anyMatch(Held::isOpen);
		boolean certain = group.stream().anyMatch((held) -> held.within() == Certainty.CERTAIN);
		TermLength length = days.happened() ? TermLength.of(days, open, !certain, from, to) : null;
		return new Term(group.get(0).appointment().personKey(), group.stream().map(Held::appointment).toList(),
				certain ? Certainty.CERTAIN : Certainty.POSSIBLE, ended(days, to), until(days, to),
				daysWithin(group, from, to), length);
	}

	private static Certainty ended(TenureDays days, long to) {
		if (days.endLatest() <= to) {
			return Certainty.CERTAIN;
		}
		return (days.endEarliest() > to) ? Certainty.NO : Certainty.POSSIBLE;
	}

	private static DayRange until(TenureDays days, long to) {
		if (!days.happened()) {
			return new DayRange(0, TenureDays.count(days.startEarliest(), Math.min(days.endLatest(), to)));
		}
		Integer least = TenureDays.count(Math.min(days.startLatest(), to), Math.min(days.endEarliest(), to));
		return new DayRange((least != null) ? least : 1,
				TenureDays.count(days.startEarliest(), Math.min(days.endLatest(), to)));
	}

	private static DayRange daysWithin(List<Held> group, long from, long to) {
		DayUnion certain = new DayUnion();
		DayUnion possible = new DayUnion();
		for (Held held : group) {
			TenureDays days = held.days();
			certain.add(Math.max(days.startLatest(), from), Math.min(days.endEarliest(), to));
			possible.add(Math.max(days.startEarliest(), from), Math.min(days.endLatest(), to));
		}
		return new DayRange((int) certain.count().orElse(0), (int) possible.count().orElse(0));
	}

}
