package org.incumbent.analysis;

import org.incumbent.role.RoleKind;

/**
 * The roles of one kind at one body.
 */
record Post(String organisationKey, RoleKind kind) {

}
