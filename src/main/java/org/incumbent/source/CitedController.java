package org.incumbent.source;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

import org.dataloader.DataLoader;
import org.incumbent.graphql.BadRequestException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/**
 * Serves the provenance of every record that cites sources.
 */
@Controller
class CitedController {

	CitedController(SourceRepository sources, ClaimRepository claims, BatchLoaderRegistry registry) {
		registry.<Subject, List<Source>>forName("subjectSources")
			.registerMappedBatchLoader(
					(subjects, environment) -> Mono.fromSupplier(() -> sources.findBySubjects(subjects)));
		registry.<Subject, List<Claim>>forName("subjectClaims")
			.registerMappedBatchLoader(
					(subjects, environment) -> Mono.fromSupplier(() -> claims.findBySubjects(subjects)));
	}

	@SchemaMapping(typeName = "Cited")
	CompletableFuture<List<Source>> sources(Cited cited, DataLoader<Subject, List<Source>> subjectSources) {
		return subjectSources.load(new Subject(cited.type(), cited.key()));
	}

	@SchemaMapping(typeName = "Cited")
	CompletableFuture<List<Claim>> claims(Cited cited, @Argument @Nullable String field,
			DataLoader<Subject, List<Claim>> subjectClaims) {
		Subject subject = new Subject(cited.type(), cited.key());
		if (field == null) {
			return subjectClaims.load(subject);
		}
		check(field, cited);
		return subjectClaims.load(subject)
			.thenApply((claims) -> claims.stream().filter((claim) -> claim.field().equals(field)).toList());
	}

	private static void check(String field, Cited cited) {
		Set<String> fields = cited.claimFields();
		if (!fields.contains(field)) {
			throw new BadRequestException("'field' takes one of %s for a record of type %s; this is '%s'"
				.formatted(String.join(", ", new TreeSet<>(fields)), cited.type(), field));
		}
	}

}
