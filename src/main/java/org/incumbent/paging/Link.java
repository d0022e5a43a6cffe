package org.incumbent.paging;

/**
 * How the records of a list hang on the record that the list belongs to.
 */
public interface Link {

	/**
	 * The SQL that joins the listed table, as {@code t}, to {@code u.parent_id}; no child
	 * may come twice for one parent. All parents together are {@code :parents}, where a
	 * subquery has to be told.
	 */
	String join();

}
