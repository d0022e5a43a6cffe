package org.incumbent.appointment;

import java.util.List;

import org.incumbent.role.Role;
import org.incumbent.time.Certainty;

/**
 * Somebody who held a role within a span, or may have.
 *
 * @param appointments the person's tenures of the role that bear it out, oldest first
 */
record RoleHolder(Role role, HoldingExtent extent, List<Appointment> appointments) {

	/**
	 * How sure it is that the person held the role on a day of which nothing is known but
	 * that it lies in the span.
	 */
	public Certainty certainty() {
		return switch (this.extent) {
			case THROUGHOUT -> Certainty.CERTAIN;
			case PART, POSSIBLE -> Certainty.POSSIBLE;
		};
	}

}
