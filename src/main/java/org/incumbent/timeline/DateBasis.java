package org.incumbent.timeline;

/**
 * What the date of an entry rests on.
 */
enum DateBasis {

	/**
	 * The record has a date.
	 */
	DATED,

	/**
	 * The record has a date that was told ahead of the day, and nothing shows that it
	 * came.
	 */
	ANNOUNCED,

	/**
	 * The record has no date; it lies between days that follow from what sources show.
	 */
	BOUNDED

}
