package org.incumbent.organogram;

import java.util.List;

import org.incumbent.appointment.Holding;
import org.incumbent.time.Certainty;

/**
 * What became of one person's hold on a role between two days.
 *
 * @param before the person's holdings on the earlier day, none if the person did not hold
 * the role
 * @param after the same on the later day
 */
record HolderChange(String personKey, List<Holding> before, List<Holding> after) {

	public HolderChangeKind kind() {
		return HolderChangeKind.of(surest(this.before), surest(this.after));
	}

	private static Certainty surest(List<Holding> holdings) {
		return holdings.stream().map(Holding::certainty).min(Certainty::compareTo).orElse(Certainty.NO);
	}

}
