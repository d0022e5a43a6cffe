package org.incumbent.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

/**
 * Where and when two people served together, over all bodies.
 *
 * @param overlaps those with the most certain days first
 */
record SharedService(String personKey, String otherKey, List<Overlap> overlaps) {

	private static final long LONGEST = 9_999_999_999L;

	SharedService {
		overlaps = overlaps.stream()
			.sorted(Comparator.comparingInt(Overlap::certainDays)
				.reversed()
				.thenComparing(Overlap::organisationKey)
				.thenComparing(Overlap::appointmentKey)
				.thenComparing(Overlap::withKey))
			.toList();
	}

	/**
	 * On how many days they certainly served together, each counted once.
	 */
	public int certainDays() {
		DayUnion days = new DayUnion();
		this.overlaps.forEach((overlap) -> days.add(overlap.days().startLatest(), overlap.days().endEarliest()));
		return (int) days.count().orElse(0);
	}

	/**
	 * On how many days they may have, null where these have no first or no last one.
	 */
	public @Nullable Integer possibleDays() {
		DayUnion days = new DayUnion();
		this.overlaps.forEach((overlap) -> days.add(overlap.days().startEarliest(), overlap.days().endLatest()));
		OptionalLong count = days.count();
		return count.isPresent() ? (int) count.getAsLong() : null;
	}

	/**
	 * Puts those with the most certain days first, then those with the most possible
	 * ones, open ones first.
	 */
	String sortKey() {
		Integer possible = possibleDays();
		return "%010d/%010d".formatted(LONGEST - certainDays(), (possible != null) ? LONGEST - possible : 0);
	}

}
