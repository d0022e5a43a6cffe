package org.incumbent.organisation;

import org.incumbent.paging.OrderDirection;
import org.incumbent.paging.Sort;
import org.jspecify.annotations.Nullable;

/**
 * How to sort organisations.
 */
record OrganisationOrder(OrganisationOrderField field, OrderDirection direction) {

	/**
	 * What to sort organisations by.
	 */
	enum OrganisationOrderField {

		NAME, FOUNDED

	}

	static Sort sort(@Nullable OrganisationOrder order) {
		if (order == null) {
			return new Sort("organisations.NAME", "name_sort", OrderDirection.ASC);
		}
		String column = switch (order.field) {
			case NAME -> "name_sort";
			case FOUNDED -> "founded_sort";
		};
		return new Sort("organisations." + order.field, column, order.direction);
	}

}
