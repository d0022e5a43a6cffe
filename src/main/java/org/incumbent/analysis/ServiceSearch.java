package org.incumbent.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Looks for the shortest chains of shared service between two people, from both of them
 * at once. Once both sides have taken a step, it is asked before each further one whether
 * anybody whom one side has reached served with anybody whom the other has, so that the
 * widest step, the one in the middle, is never taken.
 */
final class ServiceSearch {

	/** How many tenures are read at most. */
	private static final int MOST_READ = 25_000;

	/** How many pairs of tenures are compared at most. */
	private static final int MOST_COMPARED = 3_000_000;

	private final Function<Collection<String>, List<Service>> ofPeople;

	private final AtOrganisations atOrganisations;

	private final ServiceQuestion question;

	private final Side from;

	private final Side to;

	private final Set<String> readPeople = new HashSet<>();

	private final Map<String, Set<Service>> byPerson = new HashMap<>();

	private final Map<String, List<Service>> byOrganisation = new HashMap<>();

	private int read;

	private int compared;

	/**
	 * A search that has not begun.
	 * @param ofPeople reads all tenures of people
	 * @param atOrganisations reads all tenures at bodies
	 */
	ServiceSearch(Function<Collection<String>, List<Service>> ofPeople, AtOrganisations atOrganisations,
			ServiceQuestion question) {
		this.ofPeople = ofPeople;
		this.atOrganisations = atOrganisations;
		this.question = question;
		this.from = new Side(question.from());
		this.to = new Side(question.to());
	}

	/**
	 * The shortest chains; none if there are none within the steps asked for, or if they
	 * are not found within the work allowed.
	 */
	ServiceChains run() {
		for (int steps = 1; steps <= this.question.maxSteps(); steps++) {
			Side smaller = (this.from.reached.size() <= this.to.reached.size()) ? this.from : this.to;
			if (smaller.reached.isEmpty()) {
				return nothing(true);
			}
			Links bridge = (smaller.reached.size() == 1) ? new Links() : bridge();
			if (bridge.isEmpty() && (smaller.reached.size() == 1 || steps < this.question.maxSteps())) {
				step(smaller);
			}
			if (isTooMuch()) {
				return nothing(false);
			}
			if (!bridge.isEmpty() || !Collections.disjoint(this.from.reached, this.to.reached)) {
				return found(steps, bridge);
			}
		}
		return nothing(true);
	}

	/**
	 * Who of those whom one side has reached last served with whom of the other's.
	 */
	private Links bridge() {
		readPeople(this.from.reached);
		readPeople(this.to.reached);
		return links(this.from.reached, byOrganisation(this.to.reached));
	}

	private ServiceChains found(int steps, Links bridge) {
		Links onward = new Links();
		bridge.addTo(onward);
		this.from.links.addTo(onward);
		this.to.links.reversed().addTo(onward);
		List<List<String>> ways = new WidestWays(onward, this.question.from(), this.question.to())
			.first(this.question.maxChains() + 1);
		List<ServiceChain> chains = ways.stream().limit(this.question.maxChains()).map(this::chain).toList();
		return new ServiceChains(this.question.from(), this.question.to(), steps, chains,
				ways.size() > this.question.maxChains(), true);
	}

	private ServiceChains nothing(boolean complete) {
		return new ServiceChains(this.question.from(), this.question.to(), null, List.of(), false, complete);
	}

	private ServiceChain chain(List<String> way) {
		List<SharedService> steps = new ArrayList<>();
		for (int i = 0; i < way.size() - 1; i++) {
			steps.add(shared(way.get(i), way.get(i + 1)));
		}
		return new ServiceChain(steps);
	}

	private SharedService shared(String person, String other) {
		List<Overlap> overlaps = new ArrayList<>();
		for (Service one : servicesOf(person)) {
			servicesOf(other).stream()
				.filter((two) -> one.organisationKey().equals(two.organisationKey()) && one.isBeside(two))
				.forEach((two) -> overlaps.add(Overlap.of(one, two)));
		}
		return new SharedService(person, other, overlaps);
	}

	private boolean isTooMuch() {
		return this.read > MOST_READ || this.compared > MOST_COMPARED;
	}

	/**
	 * Reads all tenures of people of whom not all have been read.
	 */
	private void readPeople(Collection<String> people) {
		Set<String> unread = new HashSet<>(people);
		unread.removeAll(this.readPeople);
		if (!unread.isEmpty() && !isTooMuch()) {
			this.readPeople.addAll(unread);
			add(this.ofPeople.apply(unread));
		}
	}

	private void add(List<Service> rows) {
		this.read += rows.size();
		rows.forEach((row) -> this.byPerson.computeIfAbsent(row.personKey(), (key) -> new LinkedHashSet<>()).add(row));
	}

	/**
	 * Goes from those whom one side has reached to all whom they served with.
	 */
	private void step(Side side) {
		readPeople(side.reached);
		Set<String> organisations = new HashSet<>(byOrganisation(side.reached).keySet());
		organisations.removeAll(this.byOrganisation.keySet());
		if (!organisations.isEmpty() && !isTooMuch()) {
			List<Service> rows = this.atOrganisations.read(organisations, MOST_READ - this.read);
			add(rows);
			rows.forEach((row) -> this.byOrganisation.computeIfAbsent(row.organisationKey(), (key) -> new ArrayList<>())
				.add(row));
		}
		side.goAlong(links(side.reached, this.byOrganisation));
	}

	/**
	 * With whom of the members of bodies each of the people served for as long as is
	 * asked for.
	 */
	private Links links(Collection<String> people, Map<String, List<Service>> members) {
		Links links = new Links();
		for (String person : people) {
			Map<String, List<Overlap>> overlaps = new HashMap<>();
			for (Service service : servicesOf(person)) {
				List<Service> colleagues = members.getOrDefault(service.organisationKey(), List.of());
				this.compared += colleagues.size();
				if (isTooMuch()) {
					return links;
				}
				colleagues.stream()
					.filter(service::isBeside)
					.forEach((other) -> overlaps.computeIfAbsent(other.personKey(), (key) -> new ArrayList<>())
						.add(Overlap.of(service, other)));
			}
			overlaps.forEach((other, shared) -> link(new SharedService(person, other, shared), links));
		}
		return links;
	}

	private void link(SharedService shared, Links links) {
		if (this.question.isEnough(shared)) {
			links.add(shared.personKey(), shared.otherKey(), shared.certainDays());
		}
	}

	private Map<String, List<Service>> byOrganisation(Collection<String> people) {
		Map<String, List<Service>> members = new HashMap<>();
		people.stream()
			.flatMap((person) -> servicesOf(person).stream())
			.forEach((service) -> members.computeIfAbsent(service.organisationKey(), (key) -> new ArrayList<>())
				.add(service));
		return members;
	}

	private Set<Service> servicesOf(String person) {
		return this.byPerson.getOrDefault(person, Set.of());
	}

	/**
	 * Reads all tenures at bodies, or more than a number of them where there are more.
	 */
	interface AtOrganisations {

		List<Service> read(Collection<String> organisations, int most);

	}

	/**
	 * What has been reached from one of the two people.
	 */
	private static final class Side {

		/** The links along which people were reached, from each step to the next. */
		private final Links links = new Links();

		private final Set<String> met = new HashSet<>();

		/** Those whom the last step reached. */
		private Set<String> reached;

		Side(String person) {
			this.reached = Set.of(person);
			this.met.add(person);
		}

		void goAlong(Links further) {
			Set<String> next = new HashSet<>();
			further.forEach((person, other, days) -> {
				if (!this.met.contains(other)) {
					this.links.add(person, other, days);
					next.add(other);
				}
			});
			this.met.addAll(next);
			this.reached = next;
		}

	}

}
