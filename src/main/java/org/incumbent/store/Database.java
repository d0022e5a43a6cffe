package org.incumbent.store;

import java.util.List;
import java.util.Locale;

/**
 * The databases that a store can be in, and where their SQL differs.
 */
public enum Database {

	/** H2, in memory or in a file; text compares byte by byte as it is. */
	H2("", "set schema ", false),

	/** PostgreSQL 15 or later, and what speaks its protocol and SQL. */
	POSTGRESQL("collate \"C\"", "set search_path to ", true);

	private final String binary;

	private final String useSchema;

	private final boolean lateralJoins;

	Database(String binary, String useSchema, boolean lateralJoins) {
		this.binary = binary;
		this.useSchema = useSchema;
		this.lateralJoins = lateralJoins;
	}

	/**
	 * The database at a JDBC address.
	 * @throws StoreException if it is another one
	 */
	static Database of(String url) {
		String lower = url.toLowerCase(Locale.ROOT);
		if (lower.startsWith("jdbc:h2:mem:") || lower.startsWith("jdbc:h2:file:")) {
			return H2;
		}
		if (lower.startsWith("jdbc:postgresql:")) {
			return POSTGRESQL;
		}
		throw new StoreException(
				"The address of the store must start with jdbc:h2:mem:, jdbc:h2:file: or jdbc:postgresql:, such as jdbc:h2:file:./incumbent-store");
	}

	/**
	 * Whether a subquery may depend on the rows of a table ahead of it, so that each of
	 * them has a first few.
	 */
	public boolean hasLateralJoins() {
		return this.lateralJoins;
	}

	/**
	 * Whether each statement has a way to go to it and back.
	 */
	public boolean isAnotherProcess() {
		return this == POSTGRESQL;
	}

	/**
	 * What makes a column compare byte by byte.
	 */
	String binary() {
		return this.binary;
	}

	/**
	 * The statement after which unqualified names are those of a schema.
	 */
	String use(String schema) {
		return this.useSchema + schema;
	}

	/**
	 * The statement by which it looks at what is in tables, so that it plans well. H2
	 * takes no list, and looks at all tables; but it reads ten thousand rows of each at
	 * most.
	 */
	String analyze(List<String> tables) {
		return (this == H2) ? "analyze" : "analyze " + String.join(", ", tables);
	}

}
