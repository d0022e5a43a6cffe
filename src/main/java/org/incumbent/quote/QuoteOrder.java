package org.incumbent.quote;

import org.incumbent.paging.OrderDirection;
import org.incumbent.paging.Sort;
import org.jspecify.annotations.Nullable;

/**
 * How to sort quotes.
 */
record QuoteOrder(QuoteOrderField field, OrderDirection direction) {

	/** The sort key that the places of quotes follow. */
	static final String PLACES = "position_sort";

	/**
	 * What to sort quotes by.
	 */
	enum QuoteOrderField {

		SAID_ON, POSITION

	}

	static Sort sort(@Nullable QuoteOrder order) {
		if (order == null) {
			return new Sort("quotes.POSITION", PLACES, OrderDirection.ASC);
		}
		String column = switch (order.field) {
			case SAID_ON -> "said_sort";
			case POSITION -> PLACES;
		};
		return new Sort("quotes." + order.field, column, order.direction);
	}

}
