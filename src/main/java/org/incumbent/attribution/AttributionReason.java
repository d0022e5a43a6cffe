package org.incumbent.attribution;

/**
 * In what the printed attribution of a quote disagrees with the dataset.
 */
public enum AttributionReason {

	NO_SUCH_APPOINTMENT, APPOINTMENT_NOT_GIVEN, NOT_HELD_THEN, OTHER_ROLE, OTHER_BODY

}
