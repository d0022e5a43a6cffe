package org.incumbent.attribution;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.incumbent.appointment.Appointment;
import org.incumbent.graphql.Batches;
import org.incumbent.graphql.Loader;
import org.incumbent.paging.Connection;
import org.incumbent.paging.PageRequest;
import org.incumbent.quote.Quote;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves quotes whose printed attribution disagrees with the dataset.
 */
@Controller
class AttributionController {

	private final AttributionRepository attributions;

	AttributionController(AttributionRepository attributions, Batches batches) {
		this.attributions = attributions;
		batches.<String, List<Appointment>>add("heldWhenSaid", (quotes) -> attributions.findHeldThen(quotes));
	}

	@QueryMapping
	Connection<AttributionMismatch> attributionMismatches(@Argument @Nullable AttributionFilter filter,
			PageRequest page) {
		return this.attributions.list(filter, page);
	}

	@SchemaMapping
	CompletableFuture<Quote> quote(AttributionMismatch mismatch, Loader<String, Quote> loader) {
		return loader.load(mismatch.quoteKey());
	}

	@SchemaMapping
	CompletableFuture<@Nullable Appointment> appointment(AttributionMismatch mismatch,
			Loader<String, Appointment> loader) {
		return (mismatch.appointmentKey() != null) ? loader.load(mismatch.appointmentKey())
				: CompletableFuture.completedFuture(null);
	}

	@SchemaMapping
	CompletableFuture<List<Appointment>> heldThen(AttributionMismatch mismatch,
			Loader<String, List<Appointment>> heldWhenSaid) {
		return heldWhenSaid.load(mismatch.quoteKey());
	}

}
