package org.incumbent.paging;

/**
 * The order of a list: a NOT NULL sort key of its table, and the record's key among
 * equals.
 *
 * @param name tells this order from every other, so that a cursor fits only the list it
 * came from
 * @param column the sort key's column
 */
public record Sort(String name, String column, boolean descending) {

	public Sort(String name, String column, OrderDirection direction) {
		this(name + '.' + direction, column, direction == OrderDirection.DESC);
	}

	/**
	 * The same order in the lists of one field, whose cursors fit no other field's.
	 */
	Sort in(Link link) {
		return new Sort(this.name + '@' + Integer.toHexString(link.join().sql().hashCode()), this.column,
				this.descending);
	}

}
