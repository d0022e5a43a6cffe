package org.incumbent.organisation;

/**
 * What became of bodies.
 */
public enum OrganisationChangeKind {

	CREATED, RENAMED, MERGED, ABSORBED, SPLIT, OPERATIONALLY_JOINED, FUNCTIONS_TRANSFERRED, ABOLISHED

}
