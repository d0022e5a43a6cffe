package org.incumbent.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.incumbent.time.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * What is suspicious among the holders of a role that one person holds at a time: two who
 * certainly held it together, and a long time in which certainly nobody did.
 */
final class SingleSeatSuspicions {

	/**
	 * How many days may pass between two holders, from the one's last to the other's
	 * first.
	 */
	private static final int LONGEST_GAP = 30;

	private static final Comparator<Seated> BY_START = Comparator
		.<Seated, LocalDate>comparing((seated) -> seated.bounds().startEarliest(),
				Comparator.nullsFirst(Comparator.naturalOrder()))
		.thenComparing((seated) -> seated.tenure().id());

	private SingleSeatSuspicions() {
	}

	/**
	 * Adds what is suspicious in one role.
	 * @param tenures all recorded tenures of the role
	 */
	static void find(Collection<RecordedTenure> tenures, List<SuspiciousFact> facts) {
		List<Seated> seated = settled(tenures.stream()
			.filter(RecordedTenure::isSingleSeat)
			.filter(RecordedTenure::isSeated)
			.map((tenure) -> new Seated(tenure, tenure.bounds()))
			.toList());
		findOverlaps(seated, facts);
		findGaps(seated, facts);
	}

	private static void findOverlaps(List<Seated> seated, List<SuspiciousFact> facts) {
		for (int i = 0; i < seated.size(); i++) {
			for (Seated later : seated.subList(i + 1, seated.size())) {
				addOverlap(seated.get(i).tenure(), later.tenure(), facts);
			}
		}
	}

	private static void addOverlap(RecordedTenure one, RecordedTenure other, List<SuspiciousFact> facts) {
		Days shared = one.sharedWith(other);
		if (shared != null) {
			facts.add(new SuspiciousFact(SuspicionRule.OVERLAPPING_HOLDERS, one.subject(), other.subject(),
					shared.count(), "%s and %s were both %s, which has one seat, %s.".formatted(one.personName(),
							other.personName(), one.post(), shared.words()),
					null));
		}
	}

	private static void findGaps(List<Seated> seated, List<SuspiciousFact> facts) {
		Seated last = null;
		for (Seated next : seated) {
			if (last != null) {
				addGap(last, next, facts);
			}
			last = (last == null || next.leavesAfter(last)) ? next : last;
		}
	}

	private static void addGap(Seated last, Seated next, List<SuspiciousFact> facts) {
		LocalDate left = last.bounds().endLatest();
		LocalDate came = next.bounds().startEarliest();
		if (left == null || came == null || !left.plusDays(1).isBefore(came)) {
			return;
		}
		Days empty = new Days(left.plusDays(1), came.minusDays(1));
		if (empty.count() > LONGEST_GAP) {
			facts.add(new SuspiciousFact(SuspicionRule.GAP_BETWEEN_HOLDERS, last.tenure().subject(),
					next.tenure().subject(), empty.count(),
					"Nobody is recorded as %s %s, between %s and %s.".formatted(last.tenure().post(), empty.words(),
							last.tenure().personName(), next.tenure().personName()),
					null));
		}
	}

	/**
	 * The holders by their starts. As one seat is held by one person at a time, each left
	 * before whoever certainly came after had come, which bounds dates that no source
	 * gives.
	 */
	private static List<Seated> settled(List<Seated> holders) {
		List<Seated> settled = new ArrayList<>();
		for (Seated holder : holders) {
			Bounds bounds = holder.bounds();
			for (Seated other : holders) {
				bounds = holder.bounds().precedes(other.bounds()) ? bounds.before(other.bounds()) : bounds;
				bounds = other.bounds().precedes(holder.bounds()) ? bounds.after(other.bounds()) : bounds;
			}
			settled.add(new Seated(holder.tenure(), bounds));
		}
		settled.sort(BY_START);
		return settled;
	}

	/**
	 * A holder of the seat.
	 *
	 * @param bounds those of the tenure, or narrower ones
	 */
	private record Seated(RecordedTenure tenure, Bounds bounds) {

		boolean leavesAfter(Seated other) {
			@Nullable LocalDate left = this.bounds.endLatest();
			@Nullable LocalDate otherLeft = other.bounds.endLatest();
			return otherLeft != null && (left == null || left.isAfter(otherLeft));
		}

	}

}
