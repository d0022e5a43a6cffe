package org.incumbent.release;

import java.time.LocalDate;

/**
 * The release of the dataset that answers.
 *
 * @param checksum SHA-256 of the data package in hexadecimal
 */
record Dataset(String version, LocalDate releasedOn, String checksum, String licence, String citation) {

}
