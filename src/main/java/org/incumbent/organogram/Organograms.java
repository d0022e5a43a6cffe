package org.incumbent.organogram;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.incumbent.appointment.AppointmentRepository;
import org.incumbent.appointment.Holding;
import org.incumbent.appointment.Observation;
import org.incumbent.role.Role;
import org.incumbent.role.RoleRepository;

import org.springframework.stereotype.Component;

/**
 * Draws organograms: the roles of bodies on a day with their holders and lines.
 */
@Component
class Organograms {

	private final OrganogramRepository organograms;

	private final RoleRepository roles;

	private final AppointmentRepository appointments;

	Organograms(OrganogramRepository organograms, RoleRepository roles, AppointmentRepository appointments) {
		this.organograms = organograms;
		this.roles = roles;
		this.appointments = appointments;
	}

	/**
	 * The seats of each body on a day, in no order; an empty list for a body that surely
	 * did not exist or of which no role is recorded.
	 */
	Map<String, List<Seat>> findSeats(Collection<String> organisations, LocalDate day) {
		Map<String, List<RoleOfBody>> rolesOfBodies = this.organograms.findRoles(organisations, day);
		Set<String> keys = new LinkedHashSet<>();
		rolesOfBodies.values().forEach((ofBody) -> ofBody.forEach((role) -> keys.add(role.roleKey())));
		Map<String, Line> lines = this.organograms.findLines(keys, day);
		Map<String, List<Holding>> holdings = this.appointments.findHoldings(keys, day);
		Map<String, List<Observation>> vacancies = this.appointments.findVacancies(keys);
		lines.values().forEach((line) -> keys.add(line.reportsToKey()));
		Map<String, Role> records = this.roles.findByIds(keys);
		Map<String, List<Seat>> seats = new HashMap<>();
		rolesOfBodies.forEach((body, ofBody) -> seats.put(body, ofBody.stream().map((role) -> {
			String key = role.roleKey();
			Line line = lines.get(key);
			return Seat.of(Objects.requireNonNull(records.get(key)), role, day, holdings.getOrDefault(key, List.of()),
					vacancies.getOrDefault(key, List.of()), (line != null) ? records.get(line.reportsToKey()) : null,
					(line != null) ? line.certainty() : null);
		}).toList()));
		return seats;
	}

}
