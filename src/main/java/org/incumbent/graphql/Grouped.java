package org.incumbent.graphql;

/**
 * A key that is looked up together with its like only: a batch takes a statement, or a
 * few, for each group of its keys.
 */
public interface Grouped {

	/**
	 * What it has in common with its like.
	 */
	Object group();

}
