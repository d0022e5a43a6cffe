package org.incumbent.event;

/**
 * The part that somebody played in an event.
 */
public enum ParticipationPart {

	SUBJECT, AUTHOR, DECIDER, BOARD, SPEAKER, INTERVIEWER, HOST, PUBLISHER, ORGANISER, OTHER

}
