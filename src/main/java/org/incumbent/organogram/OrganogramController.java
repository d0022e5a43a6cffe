package org.incumbent.organogram;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.incumbent.graphql.BadRequestException;
import org.incumbent.graphql.Batches;
import org.incumbent.graphql.Loader;
import org.incumbent.organisation.Organisation;
import org.incumbent.organisation.OrganisationBy;
import org.incumbent.organisation.OrganisationRepository;
import org.incumbent.paging.BatchKey;
import org.incumbent.person.Person;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves organograms, and what changed from one to another.
 */
@Controller
class OrganogramController {

	private final OrganisationRepository organisations;

	OrganogramController(OrganisationRepository organisations, Organograms organograms, Batches batches) {
		this.organisations = organisations;
		batches.<BatchKey<LocalDate>, List<Seat>>add("seatsOnDay",
				(keys) -> BatchKey.load(keys, organograms::findSeats));
	}

	@SchemaMapping
	CompletableFuture<Organogram> organogram(Organisation organisation, @Argument LocalDate asOf,
			Loader<BatchKey<LocalDate>, List<Seat>> seatsOnDay) {
		return draw(organisation, asOf, seatsOnDay);
	}

	@QueryMapping
	CompletableFuture<@Nullable OrganogramChanges> organogramChanges(@Argument OrganisationBy organisation,
			@Argument LocalDate from, @Argument LocalDate to, Loader<BatchKey<LocalDate>, List<Seat>> seatsOnDay) {
		if (from.isAfter(to)) {
			throw new BadRequestException(
					"'from' takes the earlier day; here %s is after 'to' %s: send them the other way round"
						.formatted(from, to));
		}
		Organisation body = this.organisations.find(organisation, "organisation").orElse(null);
		if (body == null) {
			return CompletableFuture.completedFuture(null);
		}
		return draw(body, from, seatsOnDay).thenCombine(draw(body, to, seatsOnDay), OrganogramChanges::new);
	}

	@SchemaMapping
	CompletableFuture<Person> person(HolderChange change, Loader<String, Person> loader) {
		return loader.load(change.personKey());
	}

	private static CompletableFuture<Organogram> draw(Organisation organisation, LocalDate day,
			Loader<BatchKey<LocalDate>, List<Seat>> seatsOnDay) {
		return seatsOnDay.load(new BatchKey<>(organisation.key(), day))
			.thenApply((seats) -> Organogram.of(organisation, day, seats));
	}

}
