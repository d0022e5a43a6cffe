package org.incumbent.paging;

/**
 * Ascending or descending.
 */
public enum OrderDirection {

	ASC, DESC

}
