package org.incumbent.timeline;

import java.util.ArrayList;
import java.util.List;

import org.incumbent.appointment.AppointmentFilter;
import org.incumbent.paging.Bindings;
import org.incumbent.paging.DateRange;
import org.incumbent.paging.Filter;
import org.incumbent.paging.OrderDirection;
import org.incumbent.time.Certainty;
import org.jspecify.annotations.Nullable;

/**
 * Which moves to list, and which way.
 */
record MoveArguments(DateRange between, @Nullable AppointmentFilter filter, @Nullable List<MoveKind> kinds,
		@Nullable List<DateBasis> bases, @Nullable Certainty certainty, OrderDirection direction) {

	/**
	 * The SQL condition on the listed table, which has the columns of the appointment
	 * that its filter asks for.
	 */
	String sql(Bindings bindings) {
		List<String> conditions = new ArrayList<>();
		conditions.add(PossibleDays.within("move", this.between, this.certainty, bindings));
		conditions.add(Filter.sqlOf(this.filter, bindings));
		if (this.kinds != null) {
			conditions.add(bindings.in("t.kind", this.kinds));
		}
		if (this.bases != null) {
			conditions.add(bindings.in("t.basis", this.bases));
		}
		return String.join(" and ", conditions);
	}

}
