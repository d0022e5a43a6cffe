package org.incumbent.appointment;

import org.incumbent.time.Certainty;

/**
 * Somebody's hold on a role on the day that was asked for.
 */
record Holding(Appointment appointment, Certainty certainty) {

}
