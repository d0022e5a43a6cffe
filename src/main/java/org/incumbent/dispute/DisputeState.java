package org.incumbent.dispute;

/**
 * What became of the values on which sources differ.
 */
enum DisputeState {

	UNDECIDED, DECIDED, SUPERSEDED

}
