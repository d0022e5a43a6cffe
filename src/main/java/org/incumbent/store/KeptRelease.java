package org.incumbent.store;

import java.time.LocalDate;

/**
 * A release that the store keeps whole, in a schema of its own.
 *
 * @param number which of the store's schemas it is in; a number is never used again
 * @param layout of which layout its tables are
 * @param checksum SHA-256 of the data package in hexadecimal
 * @param content what {@link ContentSum} makes of its rows, in hexadecimal
 * @param descriptor the text of its datapackage.json
 */
public record KeptRelease(int number, int layout, String version, String title, LocalDate releasedOn, String checksum,
		String content, String licence, String citation, String descriptor) {

	/**
	 * The schema that holds its tables.
	 */
	String schema() {
		return schema(this.number);
	}

	static String schema(int number) {
		return "release_" + number;
	}

}
