package org.incumbent.attribution;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.dataloader.DataLoader;
import org.incumbent.appointment.Appointment;
import org.incumbent.paging.Connection;
import org.incumbent.paging.PageRequest;
import org.incumbent.quote.Quote;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/**
 * Serves quotes whose printed attribution disagrees with the dataset.
 */
@Controller
class AttributionController {

	private final AttributionRepository attributions;

	AttributionController(AttributionRepository attributions, BatchLoaderRegistry registry) {
		this.attributions = attributions;
		registry.<String, List<Appointment>>forName("heldWhenSaid")
			.registerMappedBatchLoader(
					(quotes, environment) -> Mono.fromSupplier(() -> attributions.findHeldThen(quotes)));
	}

	@QueryMapping
	Connection<AttributionMismatch> attributionMismatches(@Argument @Nullable AttributionFilter filter,
			PageRequest page) {
		return this.attributions.list(filter, page);
	}

	@SchemaMapping
	CompletableFuture<Quote> quote(AttributionMismatch mismatch, DataLoader<String, Quote> loader) {
		return loader.load(mismatch.quoteKey());
	}

	@SchemaMapping
	CompletableFuture<@Nullable Appointment> appointment(AttributionMismatch mismatch,
			DataLoader<String, Appointment> loader) {
		return (mismatch.appointmentKey() != null) ? loader.load(mismatch.appointmentKey())
				: CompletableFuture.completedFuture(null);
	}

	@SchemaMapping
	CompletableFuture<List<Appointment>> heldThen(AttributionMismatch mismatch,
			DataLoader<String, List<Appointment>> heldWhenSaid) {
		return heldWhenSaid.load(mismatch.quoteKey());
	}

}
