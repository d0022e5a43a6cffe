package org.incumbent.organogram;

/**
 * What is known of a post on a day.
 */
enum SeatState {

	HELD, POSSIBLY_HELD, VACANT, NOT_RECORDED

}
