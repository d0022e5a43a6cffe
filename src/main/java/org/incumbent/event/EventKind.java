package org.incumbent.event;

/**
 * What sort of thing happened.
 */
public enum EventKind {

	ANNOUNCEMENT, DECISION, APPOINTMENT, DEPARTURE, REORGANISATION, INTERVIEW, REACTION, REPORT, INQUIRY, HEARING,
	LAUNCH, POLICY, INCIDENT, OTHER

}
