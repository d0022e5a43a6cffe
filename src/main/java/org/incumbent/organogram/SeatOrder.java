package org.incumbent.organogram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.incumbent.paging.Folding;
import org.incumbent.role.Role;
import org.incumbent.role.RoleKind;

/**
 * Puts seats into reporting order: the tops of the lines first, each followed by those
 * who report to it, directly and by way of others; then the seats without a line; in the
 * same way after all of these what only possibly existed. Seats side by side stand by how
 * sure their existence is, by kind of post, by title and by key.
 */
final class SeatOrder {

	private static final Comparator<Seat> SIDE_BY_SIDE = Comparator.comparing(Seat::existence)
		.thenComparingInt((seat) -> rank(seat.role()))
		.thenComparing((seat) -> Folding.sortKey(seat.role().name()))
		.thenComparing((seat) -> seat.role().key());

	private final Map<String, List<Seat>> reports = new HashMap<>();

	private final Set<String> placed = new HashSet<>();

	private final List<Seat> ordered = new ArrayList<>();

	private SeatOrder() {
	}

	static List<Seat> of(List<Seat> seats) {
		SeatOrder order = new SeatOrder();
		List<Seat> sorted = seats.stream().sorted(SIDE_BY_SIDE).toList();
		Set<String> here = new HashSet<>();
		sorted.forEach((seat) -> here.add(seat.role().key()));
		for (Seat seat : sorted) {
			Role above = seat.reportsTo();
			if (above != null) {
				order.reports.computeIfAbsent(above.key(), (key) -> new ArrayList<>()).add(seat);
			}
		}
		Comparator<Seat> tops = Comparator.comparing(Seat::existence)
			.thenComparing((seat) -> !order.isOnLine(seat))
			.thenComparing(SIDE_BY_SIDE);
		sorted.stream().filter((seat) -> !isBelow(seat, here)).sorted(tops).forEach(order::place);
		// Lines do not run in circles, but what an answer holds is not to hang on it.
		sorted.forEach(order::place);
		return List.copyOf(order.ordered);
	}

	private static boolean isBelow(Seat seat, Set<String> here) {
		Role above = seat.reportsTo();
		return above != null && here.contains(above.key());
	}

	/**
	 * Whether it reports to somebody, who may be at another body, or somebody to it.
	 */
	private boolean isOnLine(Seat seat) {
		return seat.reportsTo() != null || this.reports.containsKey(seat.role().key());
	}

	/**
	 * Places a seat and all below it, without recursion since a line may be long.
	 */
	private void place(Seat top) {
		Deque<Seat> waiting = new ArrayDeque<>();
		waiting.push(top.at(0));
		while (!waiting.isEmpty()) {
			Seat seat = waiting.pop();
			if (this.placed.add(seat.role().key())) {
				this.ordered.add(seat);
				List<Seat> below = this.reports.getOrDefault(seat.role().key(), List.of());
				for (int i = below.size() - 1; i >= 0; i--) {
					waiting.push(below.get(i).at(seat.depth() + 1));
				}
			}
		}
	}

	private static int rank(Role role) {
		return role.kinds().stream().mapToInt(SeatOrder::rank).min().orElse(Integer.MAX_VALUE);
	}

	private static int rank(RoleKind kind) {
		return switch (kind) {
			case MINISTER -> 1;
			case PRESIDENT -> 2;
			case CHAIR -> 3;
			case DEPUTY_CHAIR -> 4;
			case CHIEF_EXECUTIVE -> 5;
			case PARTNERSHIP_LEAD -> 6;
			case DEPUTY_CHIEF_EXECUTIVE -> 7;
			case CHIEF_OPERATING_OFFICER -> 8;
			case CHIEF_FINANCIAL_OFFICER -> 9;
			case MEDICAL_DIRECTOR -> 10;
			case CHIEF_NURSE -> 11;
			case CHIEF_PEOPLE_OFFICER -> 12;
			case NATIONAL_DIRECTOR -> 13;
			case DIRECTOR -> 14;
			case REGIONAL_DIRECTOR -> 15;
			case NON_EXECUTIVE_DIRECTOR -> 16;
			case OTHER -> 17;
			case UNSPECIFIED -> 18;
		};
	}

}
