package org.incumbent.appointment;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import org.incumbent.appointment.AppointmentRepository.AppointmentArguments;
import org.incumbent.appointment.AppointmentRepository.AppointmentsOf;
import org.incumbent.appointment.AppointmentRepository.AppointmentsOfLineage;
import org.incumbent.event.Event;
import org.incumbent.event.Participation;
import org.incumbent.graphql.BadRequestException;
import org.incumbent.graphql.Batches;
import org.incumbent.graphql.Loader;
import org.incumbent.lineage.Calendar;
import org.incumbent.organisation.Organisation;
import org.incumbent.paging.BatchKey;
import org.incumbent.paging.Connection;
import org.incumbent.paging.Link;
import org.incumbent.paging.PageRequest;
import org.incumbent.person.Person;
import org.incumbent.role.Role;
import org.incumbent.source.Source;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves appointments as lists and in detail.
 */
@Controller
class AppointmentController {

	private final AppointmentRepository appointments;

	AppointmentController(AppointmentRepository appointments, Batches batches) {
		this.appointments = appointments;
		batches.<BatchKey<AppointmentArguments>, Connection<Appointment>>add("appointmentPages",
				(keys) -> BatchKey.load(keys, appointments::findByParents));
		batches.<String, List<Appointment>>add("appointmentsWithEvent", (events) -> appointments.findByEvents(events));
		batches.<String, List<Appointment>>add("appointmentsWithJointKey",
				(jointKeys) -> appointments.findByJointKeys(jointKeys));
		batches.<String, List<Appointment>>add("appointmentsOfParticipation",
				(participations) -> appointments.findByParticipations(participations));
		batches.<String, List<Observation>>add("observations", (keys) -> appointments.findObservations(keys));
	}

	@QueryMapping
	Connection<Appointment> appointments(@Argument @Nullable LocalDate asOf,
			@Argument @Nullable AppointmentFilter filter, @Argument @Nullable AppointmentOrder orderBy,
			PageRequest page) {
		return this.appointments.list(asOf, filter, orderBy, page);
	}

	@SchemaMapping
	CompletableFuture<Connection<Appointment>> appointments(Person person, @Argument @Nullable LocalDate asOf,
			@Argument @Nullable AppointmentFilter filter, @Argument @Nullable AppointmentOrder orderBy,
			PageRequest page, Loader<BatchKey<AppointmentArguments>, Connection<Appointment>> appointmentPages) {
		return appointmentPages.load(new BatchKey<>(person.key(),
				new AppointmentArguments(AppointmentsOf.PERSON, asOf, filter, orderBy, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<Appointment>> appointments(Organisation organisation,
			@Argument @Nullable LocalDate asOf, @Argument @Nullable AppointmentFilter filter,
			@Argument @Nullable AppointmentOrder orderBy, @Argument @Nullable Boolean followSuccessors,
			@Argument @Nullable Calendar calendar, PageRequest page,
			Loader<BatchKey<AppointmentArguments>, Connection<Appointment>> appointmentPages) {
		Link of = link(AppointmentsOf.ORGANISATION, followSuccessors, calendar);
		return appointmentPages
			.load(new BatchKey<>(organisation.key(), new AppointmentArguments(of, asOf, filter, orderBy, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<Appointment>> appointments(Role role, @Argument @Nullable LocalDate asOf,
			@Argument @Nullable AppointmentFilter filter, @Argument @Nullable AppointmentOrder orderBy,
			@Argument @Nullable Boolean followSuccessors, @Argument @Nullable Calendar calendar, PageRequest page,
			Loader<BatchKey<AppointmentArguments>, Connection<Appointment>> appointmentPages) {
		Link of = link(AppointmentsOf.ROLE, followSuccessors, calendar);
		return appointmentPages
			.load(new BatchKey<>(role.key(), new AppointmentArguments(of, asOf, filter, orderBy, page)));
	}

	@SchemaMapping
	CompletableFuture<List<Appointment>> appointments(Event event,
			Loader<String, List<Appointment>> appointmentsWithEvent) {
		return appointmentsWithEvent.load(event.key());
	}

	@SchemaMapping
	CompletableFuture<List<Appointment>> as(Participation participation,
			Loader<String, List<Appointment>> appointmentsOfParticipation) {
		return appointmentsOfParticipation.load(participation.key());
	}

	@SchemaMapping
	CompletableFuture<Person> person(Appointment appointment, Loader<String, Person> loader) {
		return loader.load(appointment.personKey());
	}

	@SchemaMapping
	CompletableFuture<Role> role(Appointment appointment, Loader<String, Role> loader) {
		return loader.load(appointment.roleKey());
	}

	@SchemaMapping
	CompletableFuture<Organisation> organisation(Appointment appointment, Loader<String, Organisation> loader) {
		return loader.load(appointment.organisationKey());
	}

	@SchemaMapping
	CompletableFuture<@Nullable Event> startEvent(Appointment appointment, Loader<String, Event> loader) {
		return load(appointment.startEventKey(), loader);
	}

	@SchemaMapping
	CompletableFuture<@Nullable Event> endEvent(Appointment appointment, Loader<String, Event> loader) {
		return load(appointment.endEventKey(), loader);
	}

	@SchemaMapping
	CompletableFuture<@Nullable Appointment> careerPredecessor(Appointment appointment,
			Loader<String, Appointment> loader) {
		return load(appointment.careerPredecessorKey(), loader);
	}

	@SchemaMapping
	CompletableFuture<List<Appointment>> jointWith(Appointment appointment,
			Loader<String, List<Appointment>> appointmentsWithJointKey) {
		if (appointment.jointKey() == null) {
			return CompletableFuture.completedFuture(List.of());
		}
		return appointmentsWithJointKey.load(appointment.jointKey())
			.thenApply((joint) -> joint.stream().filter((other) -> !other.equals(appointment)).toList());
	}

	@SchemaMapping
	CompletableFuture<List<Observation>> observations(Appointment appointment,
			Loader<String, List<Observation>> observations) {
		return observations.load(appointment.key());
	}

	@SchemaMapping
	CompletableFuture<Source> source(Observation observation, Loader<String, Source> loader) {
		return loader.load(observation.sourceKey());
	}

	private static Link link(AppointmentsOf of, @Nullable Boolean followSuccessors, @Nullable Calendar calendar) {
		if (Boolean.TRUE.equals(followSuccessors)) {
			return new AppointmentsOfLineage(of, Objects.requireNonNullElse(calendar, Calendar.LEGAL));
		}
		if (calendar != null) {
			throw new BadRequestException("'calendar' says on which calendar to follow the lineage: send "
					+ "'followSuccessors: true' beside it, or leave it out");
		}
		return of;
	}

	private static <T> CompletableFuture<@Nullable T> load(@Nullable String key, Loader<String, T> loader) {
		return (key != null) ? loader.load(key) : CompletableFuture.completedFuture(null);
	}

}
