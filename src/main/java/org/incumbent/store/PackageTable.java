package org.incumbent.store;

import java.util.List;

/**
 * A table that a file of the data package fills.
 *
 * @param columns those of the file, in its order
 * @param key those that order its rows
 * @param derives whether the table also has rows that follow from others and are in no
 * file
 */
public record PackageTable(String name, List<String> columns, List<String> key, boolean derives) {

	public PackageTable {
		columns = List.copyOf(columns);
		key = List.copyOf(key);
	}

	/**
	 * The condition for rows that a file has.
	 */
	public String condition() {
		return this.derives ? "not t.derived" : "true";
	}

}
