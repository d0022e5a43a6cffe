package org.incumbent.time;

/**
 * What is known of how far a period has got.
 */
public enum PeriodState {

	/**
	 * Announced, and nothing shows yet that it began.
	 */
	PLANNED,

	/**
	 * Begun and not over when the source was written; this asserts nothing about today.
	 */
	ONGOING,

	/**
	 * Over, with an end date.
	 */
	ENDED,

	/**
	 * Over, but no source says since when.
	 */
	ENDED_DATE_UNKNOWN,

	/**
	 * No source says whether it is over.
	 */
	UNKNOWN

}
