package org.incumbent.paging;

/**
 * The SQL that finds the listed table, as {@code t}, for a parent.
 *
 * @param table the first table on the way, with its alias, which is the listed one or
 * leads to it; a subquery may call all parents together {@code :parents}
 * @param condition what picks its rows; it calls the parent's key {@code u.parent_id}
 * @param further joins from there to the listed table, empty where it comes first
 */
public record Join(String table, String condition, String further) {

	private static final String PARENT = "u.parent_id";

	/**
	 * The listed table comes first.
	 */
	public Join(String table, String condition) {
		this(table, condition, "");
	}

	/**
	 * For whatever has the key of a parent as {@code u.parent_id}.
	 */
	String sql() {
		return "join " + this.table + " on " + this.condition + (this.further.isEmpty() ? "" : "\n" + this.further);
	}

	/**
	 * The tables without a parent.
	 */
	String tables() {
		return this.table + (this.further.isEmpty() ? "" : "\n" + this.further);
	}

	/**
	 * The condition for one parent.
	 * @param key SQL for the key of the parent
	 */
	String conditionFor(String key) {
		return this.condition.replace(PARENT, key);
	}

}
