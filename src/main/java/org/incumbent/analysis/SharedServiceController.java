package org.incumbent.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.incumbent.analysis.ServiceRepository.Beside;
import org.incumbent.appointment.Appointment;
import org.incumbent.graphql.BadRequestException;
import org.incumbent.graphql.Batches;
import org.incumbent.graphql.GlobalId;
import org.incumbent.graphql.Loader;
import org.incumbent.organisation.Organisation;
import org.incumbent.paging.BatchKey;
import org.incumbent.paging.Connection;
import org.incumbent.paging.DateRange;
import org.incumbent.paging.PageInfo;
import org.incumbent.paging.PageRequest;
import org.incumbent.paging.SortedPage;
import org.incumbent.person.Person;
import org.incumbent.role.RoleKind;
import org.incumbent.time.Period;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves who served with whom, and by whom two people are connected.
 */
@Controller
class SharedServiceController {

	private final ServiceRepository services;

	SharedServiceController(ServiceRepository services, Batches batches) {
		this.services = services;
		batches.<BatchKey<ServedWith>, List<SharedService>>add("servedWith",
				(keys) -> BatchKey.load(keys, this::findByPeople));
		batches.<ServiceQuestion, ServiceChains>add("serviceChains", (questions) -> findChains(questions));
	}

	@SchemaMapping
	CompletableFuture<OverlapConnection> servedWith(Person person, @Argument @Nullable Integer minimumDays,
			@Argument @Nullable List<RoleKind> roleKinds, @Argument @Nullable DateRange between, PageRequest page,
			Loader<BatchKey<ServedWith>, List<SharedService>> servedWith) {
		if (minimumDays != null && minimumDays < 1) {
			throw new BadRequestException(
					"'minimumDays' takes a number of days from 1 on; this is %d: leave it out for those who may have served together"
						.formatted(minimumDays));
		}
		return servedWith.load(new BatchKey<>(person.key(), new ServedWith(minimumDays, roleKinds, between)))
			.thenApply((shared) -> new OverlapConnection(
					SortedPage.of(shared, "servedWith", SharedService::sortKey, SharedService::otherKey, page)));
	}

	@QueryMapping
	CompletableFuture<@Nullable ServiceChains> connection(@Argument String from, @Argument String to,
			@Argument @Nullable Integer maxSteps, @Argument @Nullable Integer maxChains,
			@Argument @Nullable Integer minimumDays, @Argument @Nullable Boolean includePossible,
			Loader<String, Person> loader, Loader<ServiceQuestion, ServiceChains> serviceChains) {
		CompletableFuture<@Nullable Person> first = loader.load(GlobalId.keyOf(from, "Person", "from"));
		CompletableFuture<@Nullable Person> second = loader.load(GlobalId.keyOf(to, "Person", "to"));
		return first.thenCombine(second, (one, other) -> {
			if (one == null || other == null) {
				return Optional.<ServiceQuestion>empty();
			}
			if (one.key().equals(other.key())) {
				throw new BadRequestException("'from' and 'to' are the same person: send the ids of two people");
			}
			return Optional
				.of(ServiceQuestion.of(one.key(), other.key(), maxSteps, maxChains, minimumDays, includePossible));
		})
			.thenCompose((question) -> question.map(serviceChains::load)
				.orElseGet(() -> CompletableFuture.completedFuture(null)));
	}

	@SchemaMapping
	CompletableFuture<Person> from(ServiceChains chains, Loader<String, Person> loader) {
		return loader.load(chains.fromKey());
	}

	@SchemaMapping
	CompletableFuture<Person> to(ServiceChains chains, Loader<String, Person> loader) {
		return loader.load(chains.toKey());
	}

	@SchemaMapping
	CompletableFuture<Person> from(SharedService shared, Loader<String, Person> loader) {
		return loader.load(shared.personKey());
	}

	@SchemaMapping
	CompletableFuture<Person> to(SharedService shared, Loader<String, Person> loader) {
		return loader.load(shared.otherKey());
	}

	@SchemaMapping
	CompletableFuture<List<Person>> nodes(OverlapConnection overlaps, Loader<String, Person> loader) {
		return loader.loadMany(overlaps.page().nodes().stream().map(SharedService::otherKey).toList());
	}

	@SchemaMapping
	CompletableFuture<Person> node(OverlapEdge edge, Loader<String, Person> loader) {
		return loader.load(edge.shared().otherKey());
	}

	@SchemaMapping
	CompletableFuture<Organisation> organisation(OverlapEdge edge, Loader<String, Organisation> loader) {
		return loader.load(edge.longest().organisationKey());
	}

	@SchemaMapping
	CompletableFuture<Organisation> organisation(Overlap overlap, Loader<String, Organisation> loader) {
		return loader.load(overlap.organisationKey());
	}

	@SchemaMapping
	CompletableFuture<Appointment> appointment(Overlap overlap, Loader<String, Appointment> loader) {
		return loader.load(overlap.appointmentKey());
	}

	@SchemaMapping
	CompletableFuture<Appointment> with(Overlap overlap, Loader<String, Appointment> loader) {
		return loader.load(overlap.withKey());
	}

	private Map<String, List<SharedService>> findByPeople(Collection<String> people, ServedWith asked) {
		Map<String, List<SharedService>> found = new HashMap<>();
		this.services.findBeside(people, asked.roleKinds())
			.forEach((person, beside) -> found.put(person, asked.shared(person, beside)));
		return found;
	}

	private Map<ServiceQuestion, ServiceChains> findChains(Collection<ServiceQuestion> questions) {
		Map<ServiceQuestion, ServiceChains> found = new HashMap<>();
		questions.forEach((question) -> found.put(question,
				new ServiceSearch(this.services::findByPeople, this.services::findByOrganisations, question).run()));
		return found;
	}

	/**
	 * What a client sends with a list of those with whom somebody served.
	 */
	record ServedWith(@Nullable Integer minimumDays, @Nullable List<RoleKind> roleKinds, @Nullable DateRange between) {

		private List<SharedService> shared(String person, List<Beside> beside) {
			Map<String, List<Overlap>> overlaps = new LinkedHashMap<>();
			long from = (this.between != null && this.between.from() != null) ? this.between.from().toEpochDay()
					: TenureDays.BEFORE_ALL;
			long to = (this.between != null && this.between.to() != null) ? this.between.to().toEpochDay()
					: TenureDays.AFTER_ALL;
			beside.stream().filter((each) -> each.one().isBeside(each.other())).forEach((each) -> {
				Overlap overlap = Overlap.of(each.one(), each.other()).within(from, to);
				if (overlap.mayBe()) {
					overlaps.computeIfAbsent(each.other().personKey(), (key) -> new ArrayList<>()).add(overlap);
				}
			});
			List<SharedService> shared = new ArrayList<>();
			overlaps.forEach((other, each) -> shared.add(new SharedService(person, other, each)));
			shared.removeIf((each) -> this.minimumDays != null && each.certainDays() < this.minimumDays);
			shared.sort(Comparator.comparing(SharedService::sortKey).thenComparing(SharedService::otherKey));
			return shared;
		}

	}

	/**
	 * A page of those with whom somebody served.
	 */
	record OverlapConnection(Connection<SharedService> page) {

		public List<OverlapEdge> edges() {
			return this.page.edges().stream().map((edge) -> new OverlapEdge(edge.node(), edge.cursor())).toList();
		}

		public PageInfo pageInfo() {
			return this.page.pageInfo();
		}

		public int totalCount() {
			return this.page.totalCount();
		}

	}

	/**
	 * One of those with whom somebody served.
	 */
	record OverlapEdge(SharedService shared, String cursor) {

		public Period period() {
			return longest().period();
		}

		public int certainDays() {
			return this.shared.certainDays();
		}

		public @Nullable Integer possibleDays() {
			return this.shared.possibleDays();
		}

		public List<Overlap> overlaps() {
			return this.shared.overlaps();
		}

		private Overlap longest() {
			return this.shared.overlaps().get(0);
		}

	}

}
