package org.incumbent.organogram;

import org.incumbent.time.Certainty;

/**
 * That a role reported to another on the day that was asked for.
 */
record Line(String reportsToKey, Certainty certainty) {

}
