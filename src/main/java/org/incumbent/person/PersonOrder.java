package org.incumbent.person;

import org.incumbent.paging.OrderDirection;
import org.incumbent.paging.Sort;
import org.jspecify.annotations.Nullable;

/**
 * How to sort people.
 */
record PersonOrder(PersonOrderField field, OrderDirection direction) {

	/**
	 * What to sort people by.
	 */
	enum PersonOrderField {

		NAME

	}

	static Sort sort(@Nullable PersonOrder order) {
		return new Sort("people.NAME", "name_sort", (order != null) ? order.direction : OrderDirection.ASC);
	}

}
