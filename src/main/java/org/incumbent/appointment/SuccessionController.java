package org.incumbent.appointment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.incumbent.graphql.Batches;
import org.incumbent.graphql.Loader;
import org.incumbent.role.Role;
import org.incumbent.source.Claim;
import org.incumbent.source.Subject;
import org.incumbent.time.Certainty;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves who held a role on a day, and who came before and after.
 */
@Controller
class SuccessionController {

	/**
	 * The claims that decide who held a role when.
	 */
	private static final Set<String> BASIS = Set.of("person_id", "role_id", "start_date", "end_date", "state",
			"career_predecessor_id", "role_predecessor_id");

	SuccessionController(AppointmentRepository appointments, Batches batches) {
		batches.<String, List<Appointment>>add("tenuresOfRole", (roles) -> appointments.findByRoles(roles));
	}

	@SchemaMapping
	CompletableFuture<List<Holding>> holders(Role role, @Argument LocalDate asOf,
			@Argument @Nullable List<Certainty> certainties, Loader<String, List<Appointment>> tenuresOfRole) {
		return tenuresOfRole.load(role.key())
			.thenApply((tenures) -> Holding.on(asOf, tenures, (certainties != null) ? certainties : Holding.HELD));
	}

	@SchemaMapping
	CompletableFuture<List<Appointment>> predecessors(Appointment appointment,
			Loader<String, List<Appointment>> tenuresOfRole) {
		return succession(appointment, tenuresOfRole).thenApply((succession) -> succession.predecessors(appointment));
	}

	@SchemaMapping
	CompletableFuture<List<Appointment>> successors(Appointment appointment,
			Loader<String, List<Appointment>> tenuresOfRole) {
		return succession(appointment, tenuresOfRole).thenApply((succession) -> succession.successors(appointment));
	}

	@SchemaMapping
	CompletableFuture<@Nullable LocalDate> lastShownOn(Holding holding,
			Loader<String, List<Observation>> observations) {
		return observations.load(holding.appointment().key()).thenApply(SuccessionController::lastShown);
	}

	@SchemaMapping
	CompletableFuture<List<Claim>> basis(Holding holding, Loader<Subject, List<Claim>> subjectClaims) {
		Appointment appointment = holding.appointment();
		return subjectClaims.load(new Subject(appointment.type(), appointment.key()))
			.thenApply((claims) -> claims.stream().filter((claim) -> BASIS.contains(claim.field())).toList());
	}

	/**
	 * The succession that an appointment stands in; an empty one, which does not read the
	 * perhaps many tenures of the role, where it is not held by one person at a time.
	 */
	private static CompletableFuture<Succession> succession(Appointment appointment,
			Loader<String, List<Appointment>> tenuresOfRole) {
		return appointment.singleSeat() ? tenuresOfRole.load(appointment.roleKey()).thenApply(Succession::new)
				: CompletableFuture.completedFuture(new Succession(List.of()));
	}

	/**
	 * Of a day known only roughly, the first that it may be: until then the person was
	 * certainly there.
	 */
	private static @Nullable LocalDate lastShown(List<Observation> observations) {
		return observations.stream()
			.filter((observation) -> observation.shows() == Shown.IN_POST)
			.map((observation) -> observation.on().earliest())
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder())
			.orElse(null);
	}

}
