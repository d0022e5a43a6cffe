package org.incumbent.timeline;

/**
 * What an entry of a timeline tells.
 */
enum TimelineKind {

	APPOINTMENT_STARTED, APPOINTMENT_ENDED, EVENT, QUOTE, ORGANISATION_CHANGED

}
