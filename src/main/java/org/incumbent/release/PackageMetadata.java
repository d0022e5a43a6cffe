package org.incumbent.release;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a data package's descriptor says of the package as a whole.
 *
 * @param releasedOn the day on which this version was made, null only if the package is
 * not valid
 * @param citation how to cite the package, null if not given
 * @param descriptor the whole text of the descriptor
 */
record PackageMetadata(String name, String title, String version, @Nullable LocalDate releasedOn,
		List<Licence> licences, @Nullable String citation, String descriptor) {

	PackageMetadata {
		licences = List.copyOf(licences);
	}

	/**
	 * A licence under which the data may be used.
	 *
	 * @param name its short name, such as CC-BY-4.0
	 * @param url where its text is, null if not given
	 */
	record Licence(String name, @Nullable String title, @Nullable String url) {

	}

}
