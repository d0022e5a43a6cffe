package org.incumbent.quote;

import org.incumbent.paging.OrderDirection;
import org.incumbent.paging.Sort;
import org.jspecify.annotations.Nullable;

/**
 * How to sort quotes.
 */
record QuoteOrder(QuoteOrderField field, OrderDirection direction) {

	/**
	 * What to sort quotes by.
	 */
	enum QuoteOrderField {

		SAID_ON, POSITION

	}

	static Sort sort(@Nullable QuoteOrder order) {
		if (order == null) {
			return new Sort("quotes.POSITION", "position_sort", OrderDirection.ASC);
		}
		String column = switch (order.field) {
			case SAID_ON -> "said_sort";
			case POSITION -> "position_sort";
		};
		return new Sort("quotes." + order.field, column, order.direction);
	}

}
