package org.incumbent.appointment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.incumbent.graphql.BadRequestException;
import org.incumbent.graphql.Loader;
import org.incumbent.naming.DatedName;
import org.incumbent.organisation.Organisation;
import org.incumbent.organisation.OrganisationBy;
import org.incumbent.organisation.OrganisationRepository;
import org.incumbent.person.Person;
import org.incumbent.role.Role;
import org.incumbent.role.RoleKind;
import org.incumbent.role.RoleRepository;
import org.incumbent.source.Subject;
import org.incumbent.time.EdtfException;
import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves who held the posts of a kind at a body.
 */
@Controller
class RoleHolderController {

	private final OrganisationRepository organisations;

	private final RoleRepository roles;

	private final AppointmentRepository appointments;

	RoleHolderController(OrganisationRepository organisations, RoleRepository roles,
			AppointmentRepository appointments) {
		this.organisations = organisations;
		this.roles = roles;
		this.appointments = appointments;
	}

	@QueryMapping
	@Nullable RoleHolders roleHolder(@Argument RoleKind kind, @Argument OrganisationBy organisation, @Argument String on) {
		FuzzyDate date = date(on);
		return this.organisations.find(organisation, "organisation")
			.map((body) -> holders(body, kind, date))
			.orElse(null);
	}

	@SchemaMapping
	CompletableFuture<List<DatedName>> knownAs(RoleHolders holders, Loader<Subject, List<DatedName>> subjectNames) {
		Organisation organisation = holders.organisation();
		return subjectNames.load(new Subject(organisation.type(), organisation.key()))
			.thenApply((names) -> names.stream().filter((name) -> isKnownBy(name, holders.on())).toList());
	}

	@SchemaMapping
	CompletableFuture<Person> person(RoleHolder holder, Loader<String, Person> loader) {
		return loader.load(holder.appointments().get(0).personKey());
	}

	private RoleHolders holders(Organisation organisation, RoleKind kind, FuzzyDate on) {
		List<Role> found = this.roles.findByKind(organisation.key(), kind, on.earliest(), on.latest());
		Map<String, List<Appointment>> tenures = this.appointments.findByRoles(found.stream().map(Role::key).toList(),
				on.earliest(), on.latest());
		SpanOfHolding span = SpanOfHolding.of(on.earliest(), on.latest());
		List<RoleHolder> holders = new ArrayList<>();
		found.forEach((role) -> holders.addAll(span.holders(role, tenures.getOrDefault(role.key(), List.of()))));
		holders.sort(Comparator.comparing(RoleHolder::extent));
		return new RoleHolders(organisation, kind, on, found, holders);
	}

	private static FuzzyDate date(String on) {
		FuzzyDate date = parse(on);
		if (date.earliest() == null && date.latest() == null) {
			throw new BadRequestException(
					"'on' takes a date that is known at least roughly: send a day, a month or a year, for example \"2018-03\"");
		}
		return date;
	}

	private static FuzzyDate parse(String on) {
		try {
			return FuzzyDate.parse(on);
		}
		catch (EdtfException ex) {
			throw new BadRequestException("'on' takes one date, without a time of day and not an extent: send a day, a "
					+ "month, a year or a set, for example \"2018-03\" or \"[2018-01..2018-03]\"");
		}
	}

	/**
	 * Whether the body may have had the name then. A name without dates tells nothing of
	 * a time.
	 */
	private static boolean isKnownBy(DatedName name, FuzzyDate on) {
		boolean dated = name.period().start() != null || name.period().end() != null;
		LocalDate from = name.period().bounds().startEarliest();
		LocalDate until = name.period().bounds().endLatest();
		boolean begun = from == null || on.latest() == null || !from.isAfter(on.latest());
		boolean notOver = until == null || on.earliest() == null || !until.isBefore(on.earliest());
		return dated && begun && notOver;
	}

}
