package org.incumbent.source;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

import org.incumbent.graphql.BadRequestException;
import org.incumbent.graphql.Batches;
import org.incumbent.graphql.Loader;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves the provenance of every record that cites sources.
 */
@Controller
class CitedController {

	CitedController(SourceRepository sources, ClaimRepository claims, Batches batches) {
		batches.<Subject, List<Source>>add("subjectSources", (subjects) -> sources.findBySubjects(subjects));
		batches.<Subject, List<Claim>>add("subjectClaims", (subjects) -> claims.findBySubjects(subjects));
	}

	@SchemaMapping(typeName = "Cited")
	CompletableFuture<List<Source>> sources(Cited cited, Loader<Subject, List<Source>> subjectSources) {
		return subjectSources.load(new Subject(cited.type(), cited.key()));
	}

	@SchemaMapping(typeName = "Cited")
	CompletableFuture<List<Claim>> claims(Cited cited, @Argument @Nullable String field,
			Loader<Subject, List<Claim>> subjectClaims) {
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
