package org.incumbent.release;

import java.time.LocalDate;

import org.incumbent.store.KeptRelease;

/**
 * The release of the dataset that answers.
 *
 * @param checksum SHA-256 of the data package in hexadecimal
 */
record Dataset(String version, LocalDate releasedOn, String checksum, String licence, String citation) {

	static Dataset of(KeptRelease release) {
		return new Dataset(release.version(), release.releasedOn(), release.checksum(), release.licence(),
				release.citation());
	}

}
