package org.incumbent.dispute;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.incumbent.graphql.Loader;
import org.incumbent.graphql.NodeLoader;
import org.incumbent.paging.Connection;
import org.incumbent.paging.PageRequest;
import org.incumbent.source.Claim;
import org.incumbent.source.ClaimStanding;
import org.incumbent.source.Subject;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves the facts on which sources differ.
 */
@Controller
class DisputeController {

	private final DisputeRepository disputes;

	DisputeController(DisputeRepository disputes) {
		this.disputes = disputes;
	}

	@QueryMapping
	Connection<Dispute> disputes(@Argument @Nullable DisputeFilter filter, PageRequest page) {
		return this.disputes.list(filter, page);
	}

	@SchemaMapping
	CompletableFuture<@Nullable Object> subject(Dispute dispute, NodeLoader nodes) {
		return nodes.load(dispute.about().type(), dispute.about().key());
	}

	@SchemaMapping
	CompletableFuture<List<Claim>> claims(Dispute dispute, Loader<Subject, List<Claim>> subjectClaims) {
		return claimsOn(dispute, subjectClaims);
	}

	@SchemaMapping
	CompletableFuture<List<Claim>> accepted(Dispute dispute, Loader<Subject, List<Claim>> subjectClaims) {
		return claimsOn(dispute, subjectClaims).thenApply(
				(claims) -> claims.stream().filter((claim) -> claim.standing() == ClaimStanding.ACCEPTED).toList());
	}

	@SchemaMapping
	CompletableFuture<@Nullable Boolean> compatible(Dispute dispute, Loader<Subject, List<Claim>> subjectClaims) {
		return claimsOn(dispute, subjectClaims).thenApply((claims) -> CommonDay.existsIn(claims.stream()
			.filter((claim) -> claim.standing() != ClaimStanding.RETRACTED)
			.map(Claim::value)
			.toList()));
	}

	private static CompletableFuture<List<Claim>> claimsOn(Dispute dispute,
			Loader<Subject, List<Claim>> subjectClaims) {
		return subjectClaims.load(dispute.about())
			.thenApply((claims) -> claims.stream().filter((claim) -> claim.field().equals(dispute.field())).toList());
	}

}
