package org.incumbent.organogram;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.incumbent.appointment.Holding;
import org.incumbent.role.Role;

/**
 * A role that was there on both of two days, as it was on each.
 */
record SeatChange(Seat before, Seat after) {

	public Role role() {
		return this.after.role();
	}

	/**
	 * What became of each holder: those of the earlier day first.
	 */
	public List<HolderChange> holders() {
		Set<String> people = new LinkedHashSet<>();
		this.before.holdings().forEach((holding) -> people.add(holding.appointment().personKey()));
		this.after.holdings().forEach((holding) -> people.add(holding.appointment().personKey()));
		List<HolderChange> changes = new ArrayList<>();
		for (String person : people) {
			changes.add(new HolderChange(person, ofPerson(person, this.before), ofPerson(person, this.after)));
		}
		return changes;
	}

	public boolean lineChanged() {
		return !Objects.equals(lineOf(this.before), lineOf(this.after));
	}

	/**
	 * Whether anything differs: a holder, how sure a holding is, what the role reported
	 * to, whether it was vacant or how sure it is that it was there.
	 */
	boolean isChange() {
		return lineChanged() || this.before.state() != this.after.state()
				|| this.before.existence() != this.after.existence()
				|| holders().stream().anyMatch((holder) -> holder.kind() != HolderChangeKind.STAYED);
	}

	private static List<Holding> ofPerson(String person, Seat seat) {
		return seat.holdings().stream().filter((holding) -> holding.appointment().personKey().equals(person)).toList();
	}

	private static String lineOf(Seat seat) {
		Role above = seat.reportsTo();
		return (above != null) ? above.key() : "";
	}

}
