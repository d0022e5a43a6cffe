package org.incumbent.appointment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.incumbent.graphql.BadRequestException;
import org.incumbent.organisation.OrganisationKind;
import org.incumbent.paging.AsOf;
import org.incumbent.paging.Bindings;
import org.incumbent.paging.DateRange;
import org.incumbent.paging.Filter;
import org.incumbent.role.RoleKind;
import org.incumbent.time.Certainty;
import org.jspecify.annotations.Nullable;

/**
 * Which appointments to list.
 */
public record AppointmentFilter(@Nullable String person, @Nullable String organisation, @Nullable String role,
		@Nullable List<RoleKind> roleKinds, @Nullable List<Capacity> capacities,
		@Nullable List<OrganisationKind> organisationKinds, @Nullable DateRange startedIn, @Nullable DateRange endedIn,
		@Nullable Certainty certainty, @Nullable List<AppointmentFilter> and, @Nullable List<AppointmentFilter> or,
		@Nullable AppointmentFilter not) implements Filter<AppointmentFilter> {

	@Override
	public List<String> conditions(Bindings bindings) {
		List<String> conditions = new ArrayList<>();
		if (this.person != null) {
			conditions.add("t.person_id = " + bindings.key(this.person, "Person", "person"));
		}
		if (this.organisation != null) {
			conditions.add("""
					exists (
					  select 1 from organisation_roles o
					  where o.role_id = t.role_id and o.organisation_id = %s
					)""".formatted(bindings.key(this.organisation, "Organisation", "organisation")));
		}
		if (this.role != null) {
			conditions.add("t.role_id = " + bindings.key(this.role, "Role", "role"));
		}
		if (this.roleKinds != null) {
			conditions.add("""
					exists (
					  select 1 from role_kinds k
					  where k.role_id = t.role_id and %s
					)""".formatted(bindings.in("k.kind", this.roleKinds)));
		}
		if (this.capacities != null) {
			conditions.add(bindings.in("t.capacity", this.capacities));
		}
		if (this.organisationKinds != null) {
			conditions.add("""
					exists (
					  select 1 from organisation_roles o
					  join organisations b on b.id = o.organisation_id
					  where o.role_id = t.role_id and %s
					)""".formatted(bindings.in("b.kind", this.organisationKinds)));
		}
		if (this.startedIn != null) {
			conditions.add(this.startedIn.mayHold("start_date", "start", bindings));
		}
		if (this.endedIn != null) {
			conditions.add(this.endedIn.mayHold("end_date", "end", bindings));
		}
		if (this.certainty != null) {
			conditions.add(held(this.certainty, bindings));
		}
		return conditions;
	}

	/**
	 * A list with {@code asOf} holds only what certainly or possibly held on the day.
	 */
	private static String held(Certainty certainty, Bindings bindings) {
		LocalDate asOf = bindings.asOf();
		if (asOf == null) {
			throw new BadRequestException(
					"'certainty' says how sure an appointment is on a day: send it to a list that takes 'asOf', with 'asOf' beside it");
		}
		String certain = "coalesce(%s, false)".formatted(AsOf.certain("t.held", asOf, bindings));
		return switch (certainty) {
			case CERTAIN -> certain;
			case POSSIBLE -> "not " + certain;
			case NO -> "false";
		};
	}

}
