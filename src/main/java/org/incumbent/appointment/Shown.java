package org.incumbent.appointment;

/**
 * What a source shows of a role or its holder on a day.
 */
public enum Shown {

	IN_POST, OVER, NOT_YET, VACANT

}
