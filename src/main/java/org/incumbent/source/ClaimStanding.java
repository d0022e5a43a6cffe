package org.incumbent.source;

/**
 * What became of a claim.
 */
public enum ClaimStanding {

	ACCEPTED, DISPUTED, SUPERSEDED, RETRACTED

}
