package org.incumbent.appointment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.incumbent.role.Role;
import org.incumbent.time.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * Who held a role within a span of days, and for how much of it.
 *
 * @param first its first day
 * @param last its last day
 */
record SpanOfHolding(LocalDate first, LocalDate last) {

	/**
	 * A span that may be open.
	 * @param first null where it has no first day
	 * @param last null where it has no last day
	 */
	static SpanOfHolding of(@Nullable LocalDate first, @Nullable LocalDate last) {
		return new SpanOfHolding(Objects.requireNonNullElse(first, LocalDate.MIN),
				Objects.requireNonNullElse(last, LocalDate.MAX));
	}

	/**
	 * Everybody who held a role or may have, those of whom more is sure first, then the
	 * oldest. Who was only designate did not hold it.
	 * @param tenures the tenures of the role, oldest first: all of them, or at least
	 * those that their dates do not exclude within the span
	 */
	List<RoleHolder> holders(Role role, List<Appointment> tenures) {
		Map<String, List<Appointment>> byPerson = new LinkedHashMap<>();
		for (Appointment tenure : tenures) {
			if (tenure.capacity() != Capacity.DESIGNATE && (isCertainlyIn(tenure) || isPossiblyIn(tenure, tenures))) {
				byPerson.computeIfAbsent(tenure.personKey(), (person) -> new ArrayList<>()).add(tenure);
			}
		}
		return byPerson.values()
			.stream()
			.map((ofPerson) -> new RoleHolder(role, extent(ofPerson), List.copyOf(ofPerson)))
			.sorted(Comparator.comparing(RoleHolder::extent))
			.toList();
	}

	private HoldingExtent extent(List<Appointment> ofPerson) {
		if (isCovered(ofPerson)) {
			return HoldingExtent.THROUGHOUT;
		}
		return ofPerson.stream().anyMatch(this::isCertainlyIn) ? HoldingExtent.PART : HoldingExtent.POSSIBLE;
	}

	/**
	 * Whether one tenure or the next is certain on each day.
	 */
	private boolean isCovered(List<Appointment> ofPerson) {
		List<Bounds> tenures = ofPerson.stream()
			.map((tenure) -> tenure.period().bounds())
			.filter((tenure) -> tenure.startLatest() != null && tenure.endEarliest() != null)
			.sorted(Comparator.comparing(Bounds::startLatest))
			.toList();
		LocalDate open = this.first;
		for (Bounds tenure : tenures) {
			boolean begun = !Objects.requireNonNull(tenure.startLatest()).isAfter(open);
			LocalDate until = Objects.requireNonNull(tenure.endEarliest());
			if (begun && !until.isBefore(this.last)) {
				return true;
			}
			open = (begun && !until.isBefore(open)) ? until.plusDays(1) : open;
		}
		return false;
	}

	/**
	 * Whether it went on within the span whichever of their days its dates fall on, even
	 * where no single day is certain.
	 */
	private boolean isCertainlyIn(Appointment tenure) {
		Bounds bounds = tenure.period().bounds();
		return bounds.startLatest() != null && bounds.endEarliest() != null && !bounds.startLatest().isAfter(this.last)
				&& !bounds.endEarliest().isBefore(this.first);
	}

	/**
	 * Whether there is a day within the span on which it may have gone on: of a seat for
	 * one, a day on which nobody else surely sat in it.
	 */
	private boolean isPossiblyIn(Appointment tenure, List<Appointment> tenures) {
		Bounds bounds = tenure.period().bounds();
		LocalDate day = later(bounds.startEarliest(), this.first);
		LocalDate end = earlier(bounds.endLatest(), this.last);
		Succession succession = new Succession(tenures);
		while (!day.isAfter(end)) {
			LocalDate taken = succession.takenUntil(tenure, day);
			if (taken == null) {
				return true;
			}
			day = taken;
		}
		return false;
	}

	private static LocalDate later(@Nullable LocalDate day, LocalDate other) {
		return (day != null && day.isAfter(other)) ? day : other;
	}

	private static LocalDate earlier(@Nullable LocalDate day, LocalDate other) {
		return (day != null && day.isBefore(other)) ? day : other;
	}

}
