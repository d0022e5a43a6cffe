package org.incumbent.appointment;

import java.util.List;

import org.incumbent.organisation.Organisation;
import org.incumbent.role.Role;
import org.incumbent.role.RoleKind;
import org.incumbent.time.FuzzyDate;

/**
 * Who held the posts of a kind at a body within a span.
 *
 * @param on the span, from the first to the last day of it
 * @param roles the posts of the kind that the body may have had then
 */
record RoleHolders(Organisation organisation, RoleKind kind, FuzzyDate on, List<Role> roles, List<RoleHolder> holders) {

}
