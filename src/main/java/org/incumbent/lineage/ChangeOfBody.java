package org.incumbent.lineage;

import java.util.List;

import org.incumbent.organisation.Organisation;
import org.incumbent.organisation.OrganisationChange;

/**
 * A change with the bodies on both sides of it.
 */
record ChangeOfBody(OrganisationChange change, List<Organisation> from, List<Organisation> to) {

	/**
	 * Whether a body went into others by it, and did not stay beside them.
	 */
	boolean isFrom(Organisation body) {
		return this.from.contains(body) && !this.to.contains(body);
	}

	boolean isTo(Organisation body) {
		return this.to.contains(body);
	}

	/**
	 * The bodies that it came from, but one.
	 */
	List<Organisation> fromBeside(Organisation body) {
		return this.from.stream().filter((other) -> !other.equals(body)).toList();
	}

}
