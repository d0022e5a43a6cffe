package org.incumbent.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.incumbent.appointment.Appointment;
import org.incumbent.appointment.Capacity;
import org.incumbent.appointment.Succession;
import org.incumbent.event.Event;
import org.incumbent.graphql.Batches;
import org.incumbent.graphql.Loader;
import org.incumbent.organisation.Organisation;
import org.incumbent.paging.BatchKey;
import org.incumbent.paging.Connection;
import org.incumbent.paging.PageRequest;
import org.incumbent.person.Person;
import org.incumbent.role.Role;
import org.incumbent.source.Claim;
import org.incumbent.source.Subject;
import org.incumbent.timeline.MoveRepository.MoveRequest;
import org.incumbent.timeline.MoveRepository.MovesOf;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves who arrived, who left, where they came from and went to, and who stood in.
 */
@Controller
class MoveController {

	private static final Set<Capacity> STANDING_IN = Set.of(Capacity.INTERIM, Capacity.ACTING);

	/** After how many empty days nobody stands in for one who left any more. */
	private static final int LONGEST_GAP = 30;

	private final MoveRepository moves;

	MoveController(MoveRepository moves, Batches batches) {
		this.moves = moves;
		batches.<BatchKey<MoveRequest>, Connection<Move>>add("movePages",
				(keys) -> BatchKey.load(keys, moves::findByParents));
		batches.<String, List<Career.Post>>add("careerOfPerson", (people) -> moves.findCareers(people));
	}

	@QueryMapping
	Connection<Move> moves(@Arguments MoveArguments arguments, PageRequest page) {
		return this.moves.list(arguments, page);
	}

	@SchemaMapping
	CompletableFuture<Connection<Move>> moves(Person person, @Arguments MoveArguments arguments, PageRequest page,
			Loader<BatchKey<MoveRequest>, Connection<Move>> movePages) {
		return movePages.load(new BatchKey<>(person.key(), new MoveRequest(MovesOf.PERSON, arguments, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<Move>> moves(Organisation organisation, @Arguments MoveArguments arguments,
			PageRequest page, Loader<BatchKey<MoveRequest>, Connection<Move>> movePages) {
		return movePages
			.load(new BatchKey<>(organisation.key(), new MoveRequest(MovesOf.ORGANISATION, arguments, page)));
	}

	@SchemaMapping
	CompletableFuture<Connection<Move>> moves(Role role, @Arguments MoveArguments arguments, PageRequest page,
			Loader<BatchKey<MoveRequest>, Connection<Move>> movePages) {
		return movePages.load(new BatchKey<>(role.key(), new MoveRequest(MovesOf.ROLE, arguments, page)));
	}

	@SchemaMapping
	CompletableFuture<Appointment> appointment(Move move, Loader<String, Appointment> loader) {
		return loader.load(move.appointmentKey());
	}

	@SchemaMapping
	CompletableFuture<@Nullable Event> event(Move move, Loader<String, Event> loader) {
		return (move.eventKey() != null) ? loader.load(move.eventKey()) : CompletableFuture.completedFuture(null);
	}

	@SchemaMapping
	CompletableFuture<List<Appointment>> cameFrom(Move move, Loader<String, List<Career.Post>> careerOfPerson) {
		return careerOfPerson.load(move.personKey())
			.thenApply((posts) -> (move.kind() == MoveKind.ARRIVED) ? new Career(posts).before(move.appointmentKey())
					: List.of());
	}

	@SchemaMapping
	CompletableFuture<List<Appointment>> wentTo(Move move, Loader<String, List<Career.Post>> careerOfPerson) {
		return careerOfPerson.load(move.personKey())
			.thenApply((posts) -> (move.kind() == MoveKind.LEFT) ? new Career(posts).after(move.appointmentKey())
					: List.of());
	}

	/**
	 * The tenures of a role are only looked at where it has one seat: nobody stands in
	 * for one of many, and of these there may be thousands.
	 */
	@SchemaMapping
	CompletableFuture<List<Appointment>> cover(Move move, Loader<String, Appointment> loader,
			Loader<String, List<Appointment>> tenuresOfRole) {
		return loader.load(move.appointmentKey())
			.thenCompose((own) -> own.singleSeat()
					? tenuresOfRole.load(own.roleKey())
						.thenApply((tenures) -> cover(move.kind(), own, new Succession(tenures)))
					: CompletableFuture.completedFuture(List.of()));
	}

	@SchemaMapping
	CompletableFuture<List<Claim>> claims(Move move, Loader<Subject, List<Claim>> subjectClaims) {
		return subjectClaims.load(new Subject("Appointment", move.appointmentKey()))
			.thenApply((claims) -> claims.stream().filter((claim) -> claim.field().equals(move.field())).toList());
	}

	/**
	 * Who stood in until somebody arrived, or after they had left.
	 */
	private static List<Appointment> cover(MoveKind kind, Appointment own, Succession succession) {
		List<Appointment> neighbours = switch (kind) {
			case ARRIVED -> succession.predecessors(own);
			case LEFT -> succession.successors(own);
		};
		return neighbours.stream()
			.filter((other) -> STANDING_IN.contains(other.capacity()))
			.filter((other) -> (kind == MoveKind.ARRIVED) ? adjoin(other, own) : adjoin(own, other))
			.toList();
	}

	/**
	 * Whether the role may have passed from one to the other without standing empty for
	 * long.
	 */
	private static boolean adjoin(Appointment earlier, Appointment later) {
		LocalDate left = earlier.period().bounds().endLatest();
		LocalDate arrived = later.period().bounds().startEarliest();
		return left == null || arrived == null || !arrived.isAfter(left.plusDays(LONGEST_GAP));
	}

}
