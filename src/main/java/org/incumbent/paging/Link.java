package org.incumbent.paging;

/**
 * How the records of a list hang on the record that the list belongs to.
 */
public interface Link {

	/**
	 * What leads from a parent to the listed records; none of them may come twice for one
	 * parent.
	 */
	Join join();

}
