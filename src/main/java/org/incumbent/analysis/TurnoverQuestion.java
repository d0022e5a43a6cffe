package org.incumbent.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.incumbent.appointment.Appointment;
import org.incumbent.paging.DateRange;
import org.incumbent.role.RoleKind;
import org.jspecify.annotations.Nullable;

/**
 * Which days a turnover is asked for, and by which method.
 */
record TurnoverQuestion(DateRange between, TurnoverMethod method) {

	/**
	 * The roles of a post and of the bodies that its body came from, each with the days
	 * on which it belongs there: of several changes that lead to a body, the latest.
	 */
	Map<String, TenureDays> rolesWithDays(Collection<String> own, List<LineRole> line) {
		Map<String, TenureDays> roles = new LinkedHashMap<>();
		own.forEach((role) -> roles.put(role, new TenureDays(from(), from(), to(), to())));
		line.forEach((role) -> roles.merge(role.roleKey(), role.within(from(), to()), TenureDays::joinedWith));
		return roles;
	}

	/**
	 * The history that the tenures of several roles tell together.
	 * @param days the days on which each role belongs to the post
	 * @param tenures all tenures of each role
	 */
	PostHistory history(List<TenureDays> days, List<List<Appointment>> tenures) {
		List<Held> held = new ArrayList<>();
		for (int i = 0; i < days.size(); i++) {
			held.addAll(Held.within(days.get(i), tenures.get(i)));
		}
		return PostHistory.of(held, this.method, from(), to());
	}

	Turnover answer(@Nullable String organisation, List<RoleKind> kinds, List<PostHistory> histories) {
		return Turnover.of(organisation, kinds, this.between, this.method, histories);
	}

	private long from() {
		return Turnover.day(this.between.from());
	}

	private long to() {
		return Turnover.day(this.between.to());
	}

}
