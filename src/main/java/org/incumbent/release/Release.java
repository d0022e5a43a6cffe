package org.incumbent.release;

import java.time.LocalDate;

/**
 * A release that can be asked for.
 *
 * @param current whether it answers requests that ask for none
 */
record Release(String version, LocalDate releasedOn, String checksum, boolean current) {

}
