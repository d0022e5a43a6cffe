package org.incumbent.organisation;

/**
 * By which dates one body followed another.
 */
public enum Calendar {

	LEGAL, OPERATIONAL

}
