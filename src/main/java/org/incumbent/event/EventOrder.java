package org.incumbent.event;

import org.incumbent.paging.OrderDirection;
import org.incumbent.paging.Sort;
import org.jspecify.annotations.Nullable;

/**
 * How to sort events.
 */
record EventOrder(EventOrderField field, OrderDirection direction) {

	/** The sort key that the places of events follow. */
	static final String PLACES = "event_sort";

	/**
	 * What to sort events by.
	 */
	enum EventOrderField {

		DATE

	}

	static Sort sort(@Nullable EventOrder order) {
		return new Sort("events.DATE", PLACES, (order != null) ? order.direction : OrderDirection.ASC);
	}

}
