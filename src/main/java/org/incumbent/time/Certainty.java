package org.incumbent.time;

/**
 * How sure it is that a period covers a day.
 */
public enum Certainty {

	/**
	 * Whatever the exact dates were, the period covers the day.
	 */
	CERTAIN,

	/**
	 * The period covers the day for some of the dates that the sources allow.
	 */
	POSSIBLE,

	/**
	 * Whatever the exact dates were, the period does not cover the day.
	 */
	NO

}
