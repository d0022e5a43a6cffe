package org.incumbent.appointment;

/**
 * For how much of a span somebody held a role.
 */
enum HoldingExtent {

	THROUGHOUT, PART, POSSIBLE

}
