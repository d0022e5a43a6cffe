package org.incumbent.analysis;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import org.incumbent.analysis.TurnoverMethod.TurnoverMethodInput;
import org.incumbent.appointment.Appointment;
import org.incumbent.graphql.BadRequestException;
import org.incumbent.graphql.Batches;
import org.incumbent.graphql.Loader;
import org.incumbent.lineage.Calendar;
import org.incumbent.organisation.Organisation;
import org.incumbent.paging.Connection;
import org.incumbent.paging.DateRange;
import org.incumbent.paging.PageInfo;
import org.incumbent.paging.PageRequest;
import org.incumbent.person.Person;
import org.incumbent.role.Role;
import org.incumbent.role.RoleKind;
import org.incumbent.source.Claim;
import org.incumbent.source.Source;
import org.incumbent.source.Subject;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves how often posts changed hands.
 */
@Controller
class TurnoverController {

	/**
	 * The claims that decide who held a post when.
	 */
	private static final Set<String> BASIS = Set.of("person_id", "role_id", "capacity", "start_date", "end_date",
			"state", "career_predecessor_id", "role_predecessor_id");

	private static final String REPORTED_TURNOVER = "reported_turnover";

	private final TurnoverRepository posts;

	TurnoverController(TurnoverRepository posts, LineRoleRepository lineages, Batches batches) {
		this.posts = posts;
		batches.<Post, List<String>>add("rolesOfPost", (keys) -> posts.findRoles(keys));
		batches.<LineOf<Post>, List<LineRole>>add("rolesOfLine", (keys) -> findLines(keys, lineages::findByPosts));
		batches.<LineOf<String>, List<LineRole>>add("rolesLikeRole", (keys) -> findLines(keys, lineages::findByRoles));
	}

	@SchemaMapping
	CompletableFuture<Turnover> turnover(Role role, @Argument DateRange between,
			@Argument @Nullable TurnoverMethodInput method, Loader<LineOf<String>, List<LineRole>> rolesLikeRole,
			Loader<String, List<Appointment>> tenuresOfRole) {
		TurnoverQuestion question = new TurnoverQuestion(between, TurnoverMethod.of(method));
		List<RoleKind> kinds = role.kinds().stream().filter((kind) -> kind != RoleKind.UNSPECIFIED).toList();
		List<String> own = kinds.isEmpty() ? List.of() : List.of(role.key());
		return history(own, role.key(), question, rolesLikeRole, tenuresOfRole)
			.thenApply((history) -> question.answer(role.organisationKey(), kinds, List.of(history)));
	}

	@SchemaMapping
	CompletableFuture<Turnover> turnover(Organisation organisation, @Argument RoleKind roleKind,
			@Argument DateRange between, @Argument @Nullable TurnoverMethodInput method,
			Loader<Post, List<String>> rolesOfPost, Loader<LineOf<Post>, List<LineRole>> rolesOfLine,
			Loader<String, List<Appointment>> tenuresOfRole) {
		checkIsPost(roleKind, "roleKind");
		return turnover(organisation.key(), roleKind, new TurnoverQuestion(between, TurnoverMethod.of(method)),
				rolesOfPost, rolesOfLine, tenuresOfRole);
	}

	@QueryMapping
	TurnoverConnection turnovers(@Argument TurnoverFilter filter, @Argument DateRange between,
			@Argument @Nullable TurnoverMethodInput method, PageRequest page) {
		checkIsPost(filter.roleKind(), "filter.roleKind");
		return new TurnoverConnection(this.posts.list(filter, page), filter,
				new TurnoverQuestion(between, TurnoverMethod.of(method)));
	}

	@SchemaMapping
	CompletableFuture<Turnover> overall(TurnoverConnection turnovers, Loader<Post, List<String>> rolesOfPost,
			Loader<LineOf<Post>, List<LineRole>> rolesOfLine, Loader<String, List<Appointment>> tenuresOfRole) {
		RoleKind kind = turnovers.filter().roleKind();
		List<CompletableFuture<PostHistory>> histories = this.posts.findKeys(turnovers.filter())
			.stream()
			.map((key) -> history(new Post(key, kind), turnovers.question(), rolesOfPost, rolesOfLine, tenuresOfRole))
			.toList();
		return CompletableFuture.allOf(histories.toArray(CompletableFuture[]::new))
			.thenApply((done) -> turnovers.question()
				.answer(null, List.of(kind), histories.stream().map(CompletableFuture::join).toList()));
	}

	@SchemaMapping
	CompletableFuture<List<Organisation>> nodes(TurnoverConnection turnovers, Loader<String, Organisation> loader) {
		return loader.loadMany(turnovers.page().nodes());
	}

	@SchemaMapping
	CompletableFuture<Organisation> node(TurnoverEdge edge, Loader<String, Organisation> loader) {
		return loader.load(edge.organisationKey());
	}

	@SchemaMapping
	CompletableFuture<Turnover> turnover(TurnoverEdge edge, Loader<Post, List<String>> rolesOfPost,
			Loader<LineOf<Post>, List<LineRole>> rolesOfLine, Loader<String, List<Appointment>> tenuresOfRole) {
		return turnover(edge.organisationKey(), edge.kind(), edge.question(), rolesOfPost, rolesOfLine, tenuresOfRole);
	}

	@SchemaMapping
	CompletableFuture<Person> person(Term term, Loader<String, Person> loader) {
		return loader.load(term.personKey());
	}

	@SchemaMapping
	CompletableFuture<List<Claim>> claims(Turnover turnover, Loader<Subject, List<Claim>> subjectClaims) {
		List<Subject> rows = turnover.appointments()
			.stream()
			.map((appointment) -> new Subject(appointment.type(), appointment.key()))
			.toList();
		return subjectClaims.loadMany(rows)
			.thenApply((claims) -> claims.stream()
				.flatMap(List::stream)
				.filter((claim) -> BASIS.contains(claim.field()))
				.toList());
	}

	@SchemaMapping
	CompletableFuture<List<ReportedTurnover>> reported(Turnover turnover, Loader<Subject, List<Claim>> subjectClaims,
			Loader<String, Source> sources) {
		if (turnover.organisationKey() == null) {
			return CompletableFuture.completedFuture(List.of());
		}
		return subjectClaims.load(new Subject("Organisation", turnover.organisationKey())).thenCompose((all) -> {
			List<Claim> claims = all.stream().filter((claim) -> claim.field().equals(REPORTED_TURNOVER)).toList();
			return sources.loadMany(claims.stream().map(Claim::sourceKey).toList())
				.thenApply((found) -> IntStream.range(0, claims.size())
					.mapToObj((i) -> ReportedTurnover.of(claims.get(i), found.get(i).publishedOn(), turnover))
					.toList());
		});
	}

	private static CompletableFuture<Turnover> turnover(String organisation, RoleKind kind, TurnoverQuestion question,
			Loader<Post, List<String>> rolesOfPost, Loader<LineOf<Post>, List<LineRole>> rolesOfLine,
			Loader<String, List<Appointment>> tenuresOfRole) {
		return history(new Post(organisation, kind), question, rolesOfPost, rolesOfLine, tenuresOfRole)
			.thenApply((history) -> question.answer(organisation, List.of(kind), List.of(history)));
	}

	private static CompletableFuture<PostHistory> history(Post post, TurnoverQuestion question,
			Loader<Post, List<String>> rolesOfPost, Loader<LineOf<Post>, List<LineRole>> rolesOfLine,
			Loader<String, List<Appointment>> tenuresOfRole) {
		return rolesOfPost.load(post)
			.thenCompose((roles) -> history(roles, post, question, rolesOfLine, tenuresOfRole));
	}

	private static <K> CompletableFuture<PostHistory> history(List<String> own, K lineOf, TurnoverQuestion question,
			Loader<LineOf<K>, List<LineRole>> lines, Loader<String, List<Appointment>> tenuresOfRole) {
		return line(lineOf, question, lines).thenCompose((line) -> {
			Map<String, TenureDays> roles = question.rolesWithDays(own, line);
			return tenuresOfRole.loadMany(List.copyOf(roles.keySet()))
				.thenApply((tenures) -> question.history(List.copyOf(roles.values()), tenures));
		});
	}

	private static <K> CompletableFuture<List<LineRole>> line(K of, TurnoverQuestion question,
			Loader<LineOf<K>, List<LineRole>> lines) {
		return question.method().followSuccessors() ? lines.load(new LineOf<>(of, question.method().calendar()))
				: CompletableFuture.completedFuture(List.of());
	}

	/**
	 * One statement for each calendar that the query names.
	 */
	private static <K> Map<LineOf<K>, List<LineRole>> findLines(Collection<LineOf<K>> lines,
			BiFunction<Collection<K>, Calendar, Map<K, List<LineRole>>> lineages) {
		Map<LineOf<K>, List<LineRole>> found = new HashMap<>();
		for (Calendar calendar : Calendar.values()) {
			List<K> keys = lines.stream().filter((line) -> line.calendar() == calendar).map(LineOf::key).toList();
			if (!keys.isEmpty()) {
				lineages.apply(keys, calendar).forEach((key, roles) -> found.put(new LineOf<>(key, calendar), roles));
			}
		}
		return found;
	}

	private static void checkIsPost(RoleKind kind, String argument) {
		if (kind == RoleKind.UNSPECIFIED) {
			throw new BadRequestException(
					"'%s' takes a kind of post; UNSPECIFIED stands for work without one".formatted(argument));
		}
	}

	/**
	 * What came before a post or a role, on one calendar.
	 */
	private record LineOf<K>(K key, Calendar calendar) {

	}

	/**
	 * A page of bodies with the turnover of each.
	 */
	record TurnoverConnection(Connection<String> page, TurnoverFilter filter, TurnoverQuestion question) {

		public List<TurnoverEdge> edges() {
			return this.page.edges()
				.stream()
				.map((edge) -> new TurnoverEdge(edge.node(), edge.cursor(), this.filter.roleKind(), this.question))
				.toList();
		}

		public PageInfo pageInfo() {
			return this.page.pageInfo();
		}

		public int totalCount() {
			return this.page.totalCount();
		}

	}

	/**
	 * One body in its place in the list.
	 */
	record TurnoverEdge(String organisationKey, String cursor, RoleKind kind, TurnoverQuestion question) {

	}

}
