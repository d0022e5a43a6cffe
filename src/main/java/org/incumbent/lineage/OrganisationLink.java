package org.incumbent.lineage;

/**
 * A body that another came from or went into.
 *
 * @param changeKey the change next to this body on a shortest way between the two
 * @param distance over how many changes, 1 for the nearest
 */
record OrganisationLink(String organisationKey, String changeKey, int distance) {

}
