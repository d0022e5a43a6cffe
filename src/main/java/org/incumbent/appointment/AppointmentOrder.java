package org.incumbent.appointment;

import org.incumbent.paging.OrderDirection;
import org.incumbent.paging.Sort;
import org.jspecify.annotations.Nullable;

/**
 * How to sort appointments.
 */
record AppointmentOrder(AppointmentOrderField field, OrderDirection direction) {

	/**
	 * What to sort appointments by.
	 */
	enum AppointmentOrderField {

		START, END, PERSON, ROLE

	}

	static Sort sort(@Nullable AppointmentOrder order) {
		if (order == null) {
			return new Sort("appointments.START", "start_sort", OrderDirection.ASC);
		}
		String column = switch (order.field) {
			case START -> "start_sort";
			case END -> "end_sort";
			case PERSON -> "person_sort";
			case ROLE -> "role_sort";
		};
		return new Sort("appointments." + order.field, column, order.direction);
	}

}
