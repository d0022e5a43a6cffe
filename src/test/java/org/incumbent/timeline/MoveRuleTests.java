package org.incumbent.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

import javax.sql.DataSource;

import org.incumbent.appointment.AppointmentFilter;
import org.incumbent.appointment.Shown;
import org.incumbent.appointment.Tenures;
import org.incumbent.appointment.Tenures.Sighting;
import org.incumbent.appointment.Tenures.Tenure;
import org.incumbent.graphql.GlobalId;
import org.incumbent.graphql.RunningApi;
import org.incumbent.paging.Connection;
import org.incumbent.paging.DateRange;
import org.incumbent.paging.Edge;
import org.incumbent.paging.OrderDirection;
import org.incumbent.paging.PageRequest;
import org.incumbent.store.ResultRow;
import org.incumbent.time.Bounds;
import org.incumbent.time.Certainty;
import org.incumbent.time.FuzzyDate;
import org.incumbent.time.PeriodState;
import org.incumbent.timeline.MoveRepository.MoveRequest;
import org.incumbent.timeline.MoveRepository.MovesOf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who moved within a span, as the database tells it, against the plain meaning: every
 * first and last day that the facts of a tenure allow, listed one by one. The days -1 and
 * {@code DAYS} stand for all days before and after.
 */
@RunningApi
class MoveRuleTests {

	private static final LocalDate DAY_0 = LocalDate.of(2000, 1, 1);

	private static final int DAYS = 25;

	private static final int TENURES = 400;

	private static final int SPANS = 40;

	private static final int PAGES = 10_000;

	private final MoveRepository moves;

	private final JdbcClient jdbc;

	private final DataSource database;

	private final Random random = new Random(20190304);

	private final Map<String, Facts> facts = new LinkedHashMap<>();

	@Autowired
	MoveRuleTests(MoveRepository moves, JdbcClient jdbc, DataSource database) {
		this.moves = moves;
		this.jdbc = jdbc;
		this.database = database;
	}

	@BeforeEach
	void fillARoleWithRandomTenures() {
		this.jdbc.sql("""
				insert into people (id, slug, name, sort_name, name_sort, names_folded, disputed)
				values ('somebody', 'somebody', 'Somebody', 'Somebody', 'somebody', 'somebody', false)
				""").update();
		this.jdbc.sql("""
				insert into roles (id, slug, name, kinds, organisation_id, state, name_sort, names_folded, disputed)
				values ('role', 'role', 'Role', 'OTHER', 'nhs-england', 'UNKNOWN', 'role', 'role', false)
				""").update();
		while (this.facts.size() < TENURES) {
			Facts facts = randomFacts("tenure-" + this.facts.size());
			if (!facts.bounds().isContradictory()) {
				this.facts.put(facts.key(), facts);
				insert(facts);
			}
		}
		this.jdbc.sql("delete from timeline_subjects").update();
		this.jdbc.sql("delete from timeline_entries").update();
		this.jdbc.sql("delete from moves").update();
		new ResourceDatabasePopulator(new ClassPathResource("db/release/derived/timeline.sql")).execute(this.database);
	}

	@Test
	void aMoveIsCertainIfEveryChoiceOfDaysPutsItInTheSpanAndPossibleIfOneDoes() {
		Map<String, Integer> met = new HashMap<>();
		for (int i = 0; i < SPANS; i++) {
			DateRange span = randomSpan();
			Map<String, Certainty> expected = expected(span);
			Map<String, Certainty> listed = list(span, null);
			assertThat(listAmongAll(span)).as("of all moves within %s", span).isEqualTo(listed);
			assertThat(listed).as("moves within %s", span).isEqualTo(expected);
			expected.forEach((key, certainty) -> met.merge(certainty + key.replaceFirst(".*/", " "), 1, Integer::sum));
			assertThat(list(span, Certainty.CERTAIN)).isEqualTo(only(Certainty.CERTAIN, expected));
			assertThat(list(span, Certainty.POSSIBLE)).isEqualTo(only(Certainty.POSSIBLE, expected));
			assertThat(list(span, Certainty.NO)).isEmpty();
		}
		assertThat(met.keySet()).contains("CERTAIN DATED", "POSSIBLE DATED", "CERTAIN BOUNDED", "POSSIBLE BOUNDED",
				"POSSIBLE ANNOUNCED");
		assertThat(SPANS * TENURES).isGreaterThanOrEqualTo(10_000);
	}

	@Test
	void whatMayHaveHappenedOverManyYearsIsFoundInEachOfThem() {
		this.jdbc.sql("""
				update moves set move_earliest = date '1990-01-01', move_latest = date '2010-12-31',
				  move_sort = '1990-01-01/2010-12-31/4', wide_sort = '1990-01-01/2010-12-31/4', basis = 'DATED'
				where kind = 'ARRIVED' and person_id = 'somebody'
				""").update();
		int arrivals = this.jdbc.sql("select count(*) from moves where kind = 'ARRIVED' and person_id = 'somebody'")
			.query(Integer.class)
			.single();
		for (int year : List.of(1990, 1999, 2010)) {
			DateRange span = new DateRange(LocalDate.of(year, 3, 1), LocalDate.of(year, 9, 30));
			Map<String, Certainty> listed = listAmongAll(span);
			listed.keySet().removeIf((key) -> key.contains("LEFT"));
			assertThat(listed).hasSize(arrivals).containsValue(Certainty.POSSIBLE);
		}
	}

	@Test
	void pagesForwardAndBackAreSlicesOfTheSameList() {
		DateRange span = new DateRange(DAY_0.minusYears(1), DAY_0.plusYears(1));
		MoveArguments arguments = new MoveArguments(span, null, null, null, null, OrderDirection.ASC);
		List<Edge<Move>> all = wholeList((page) -> page(arguments, page));
		assertThat(all).extracting((edge) -> key(edge.node()))
			.containsExactlyInAnyOrderElementsOf(expected(span).keySet());
		for (int i = 0; i < PAGES; i++) {
			int from = this.random.nextInt(all.size());
			int size = this.random.nextInt(12);
			String cursor = all.get(from).cursor();
			boolean forward = this.random.nextBoolean();
			PageRequest request = forward ? new PageRequest(size, cursor, null, null, true, false)
					: new PageRequest(null, null, size, cursor, true, false);
			int start = forward ? from + 1 : Math.max(0, from - size);
			int end = forward ? Math.min(all.size(), from + 1 + size) : from;
			Connection<Move> page = page(arguments, request);
			assertThat(page.edges()).isEqualTo(all.subList(start, end));
			assertThat(forward ? page.pageInfo().hasNextPage() : page.pageInfo().hasPreviousPage())
				.isEqualTo(forward ? end < all.size() : start > 0);
		}
	}

	@Test
	void theOppositeDirectionIsTheListFromItsEnd() {
		DateRange span = randomSpan();
		List<String> rising = keys(span, OrderDirection.ASC);
		List<String> falling = keys(span, OrderDirection.DESC);
		Collections.reverse(falling);
		assertThat(falling).isEqualTo(rising).hasSizeGreaterThan(100);
	}

	@Test
	void movesStandByTheirFirstPossibleDayOrJustAheadOfTheirLast() {
		List<String> ofEntries = this.jdbc.sql("""
				select e.id from timeline_entries e
				join appointments a on a.id = e.item_id
				where e.item_type = 'Appointment' and a.person_id = 'somebody'
				order by e.entry_sort, e.id
				""").query(String.class).list();
		List<Entry> entries = new ArrayList<>();
		this.jdbc.sql("select * from moves where person_id = 'somebody' order by id")
			.query(ResultRow.each((row) -> entries.add(new Entry("Appointment/" + row.getString("id"),
					PossibleDays.of(row, "move"), rank(row.getString("kind"), row.getString("appointment_id"))))))
			.list();
		entries.sort(Entry::comparedTo);
		assertThat(ofEntries).isEqualTo(entries.stream().map(Entry::id).toList()).hasSizeGreaterThan(TENURES);
	}

	/**
	 * Those who leave come first, except those who came on the very same days.
	 */
	private int rank(String kind, String appointment) {
		Bounds bounds = Objects.requireNonNull(this.facts.get(appointment)).bounds();
		boolean sameDays = Objects.equals(bounds.startEarliest(), bounds.endEarliest())
				&& Objects.equals(bounds.startLatest(), bounds.endLatest());
		return kind.equals("ARRIVED") ? 1 : (sameDays ? 2 : 0);
	}

	private Map<String, Certainty> expected(DateRange span) {
		Map<String, Certainty> expected = new LinkedHashMap<>();
		for (Facts facts : this.facts.values()) {
			put(facts.key() + " ARRIVED", facts.startBasis(), facts.starts(), span, expected);
			put(facts.key() + " LEFT", facts.endBasis(), facts.ends(), span, expected);
		}
		return expected;
	}

	private static void put(String key, @Nullable DateBasis basis, SortedSet<Integer> days, DateRange span,
			Map<String, Certainty> expected) {
		boolean open = days.isEmpty() || days.first() < 0 || days.last() == DAYS;
		if (basis == null || (basis == DateBasis.BOUNDED && open)) {
			return;
		}
		long inside = days.stream().filter((day) -> isIn(day, span)).count();
		boolean certain = inside == days.size() && basis != DateBasis.ANNOUNCED;
		if (inside > 0) {
			expected.put(key + "/" + basis, certain ? Certainty.CERTAIN : Certainty.POSSIBLE);
		}
	}

	private static boolean isIn(int day, DateRange span) {
		LocalDate date = DAY_0.plusDays(day);
		return !date.isBefore(Objects.requireNonNull(span.from())) && !date.isAfter(Objects.requireNonNull(span.to()));
	}

	private Map<String, Certainty> list(DateRange span, @Nullable Certainty certainty) {
		MoveArguments arguments = new MoveArguments(span, null, null, null, certainty, OrderDirection.ASC);
		return certainties(wholeList((page) -> page(arguments, page)));
	}

	/**
	 * The same through the list of everybody's moves.
	 */
	private Map<String, Certainty> listAmongAll(DateRange span) {
		AppointmentFilter somebody = new AppointmentFilter(GlobalId.of("Person", "somebody"), null, null, null, null,
				null, null, null, null, null, null, null);
		MoveArguments arguments = new MoveArguments(span, somebody, null, null, null, OrderDirection.ASC);
		return certainties(wholeList((page) -> this.moves.list(arguments, page)));
	}

	private List<String> keys(DateRange span, OrderDirection direction) {
		MoveArguments arguments = new MoveArguments(span, null, null, null, null, direction);
		return new ArrayList<>(
				wholeList((page) -> page(arguments, page)).stream().map((edge) -> key(edge.node())).toList());
	}

	/**
	 * All entries, page after page, as many as the total says.
	 */
	private static List<Edge<Move>> wholeList(Function<PageRequest, Connection<Move>> pages) {
		List<Edge<Move>> all = new ArrayList<>();
		int total = 0;
		PageRequest next = new PageRequest(100, null, null, null, true, true);
		while (next != null) {
			Connection<Move> page = pages.apply(next);
			all.addAll(page.edges());
			total = page.totalCount();
			next = page.pageInfo().hasNextPage()
					? new PageRequest(100, page.pageInfo().endCursor(), null, null, true, true) : null;
		}
		assertThat(all).hasSize(total);
		return all;
	}

	private static Map<String, Certainty> certainties(List<Edge<Move>> edges) {
		Map<String, Certainty> certainties = new LinkedHashMap<>();
		edges.forEach((edge) -> certainties.put(key(edge.node()), edge.node().certainty()));
		return certainties;
	}

	private Connection<Move> page(MoveArguments arguments, PageRequest page) {
		Map<String, Connection<Move>> pages = this.moves.findByParents(List.of("somebody"),
				new MoveRequest(MovesOf.PERSON, arguments, page));
		return Objects.requireNonNull(pages.get("somebody"));
	}

	private static String key(Move move) {
		return move.appointmentKey() + " " + move.kind() + "/" + move.basis();
	}

	private static Map<String, Certainty> only(@Nullable Certainty certainty, Map<String, Certainty> all) {
		Map<String, Certainty> some = new LinkedHashMap<>(all);
		some.values().removeIf((each) -> certainty != null && each != certainty);
		return some;
	}

	private DateRange randomSpan() {
		int from = this.random.nextInt(DAYS - 1);
		return new DateRange(DAY_0.plusDays(from), DAY_0.plusDays(this.random.nextInt(from, DAYS - 1)));
	}

	private Facts randomFacts(String key) {
		FuzzyDate start = randomDate();
		FuzzyDate end = randomDate();
		boolean inOrder = start == null || end == null || start.sortKey().compareTo(end.sortKey()) <= 0;
		PeriodState state = List.of(PeriodState.values()).get(this.random.nextInt(PeriodState.values().length));
		Integer founded = (this.random.nextInt(3) == 0) ? this.random.nextInt(DAYS / 2) : null;
		Integer abolished = (this.random.nextInt(3) == 0) ? this.random.nextInt(DAYS / 2, DAYS - 1) : null;
		List<Sighting> sightings = new ArrayList<>();
		int count = this.random.nextInt(3);
		for (int i = 0; i < count; i++) {
			FuzzyDate on = randomDate();
			if (on != null && on.earliest() != null && on.latest() != null) {
				sightings.add(new Sighting(
						List.of(Shown.IN_POST, Shown.IN_POST, Shown.OVER, Shown.NOT_YET).get(this.random.nextInt(4)),
						on));
			}
		}
		return new Facts(key, inOrder ? start : end, inOrder ? end : start, state, founded, abolished, sightings);
	}

	private @Nullable FuzzyDate randomDate() {
		LocalDate day = DAY_0.plusDays(this.random.nextInt(DAYS - 8));
		return switch (this.random.nextInt(7)) {
			case 0, 1 -> null;
			case 2 -> FuzzyDate.parse("[" + day + ".." + day.plusDays(this.random.nextInt(1, 7)) + "]");
			case 3 -> FuzzyDate.parse("[.." + day + "]");
			case 4 -> FuzzyDate.parse("[" + day + "..]");
			default -> FuzzyDate.of(day);
		};
	}

	private void insert(Facts facts) {
		Bounds bounds = facts.bounds();
		FuzzyDate start = facts.start();
		FuzzyDate end = facts.end();
		this.jdbc
			.sql("""
					insert into appointments (id, person_id, role_id, capacity, start_date, end_date, state, organisation_id,
					  single_seat, held_from_earliest, held_from_latest, held_until_earliest, held_until_latest,
					  start_earliest, start_latest, end_earliest, end_latest, start_sort, end_sort, person_sort, role_sort, disputed)
					values (:id, 'somebody', 'role', 'UNKNOWN', :start, :end, :state, 'nhs-england',
					  false, :fromEarliest, :fromLatest, :untilEarliest, :untilLatest,
					  :startEarliest, :startLatest, :endEarliest, :endLatest, '~', '~', 'somebody', 'role', false)
					""")
			.param("id", facts.key())
			.param("start", (start != null) ? start.edtf() : null)
			.param("end", (end != null) ? end.edtf() : null)
			.param("state", facts.state().name())
			.param("fromEarliest", bounds.startEarliest())
			.param("fromLatest", bounds.startLatest())
			.param("untilEarliest", bounds.endEarliest())
			.param("untilLatest", bounds.endLatest())
			.param("startEarliest", (start != null) ? start.earliest() : null)
			.param("startLatest", (start != null) ? start.latest() : null)
			.param("endEarliest", (end != null) ? end.earliest() : null)
			.param("endLatest", (end != null) ? end.latest() : null)
			.update();
	}

	/**
	 * All that is known of one tenure.
	 */
	private record Facts(String key, @Nullable FuzzyDate start, @Nullable FuzzyDate end, PeriodState state,
			@Nullable Integer founded, @Nullable Integer abolished, List<Sighting> sightings) {

		Bounds bounds() {
			LocalDate first = (this.founded != null) ? DAY_0.plusDays(this.founded) : null;
			LocalDate last = (this.abolished != null) ? DAY_0.plusDays(this.abolished) : null;
			Tenure tenure = new Tenure(this.key, Bounds.of(this.start, this.end, this.state),
					new Bounds(first, first, last, last), this.sightings, List.of());
			return Objects.requireNonNull(Tenures.bounds(List.of(tenure)).get(this.key));
		}

		/**
		 * Whether something shows that it came about.
		 */
		boolean isShown() {
			return bounds().startLatest() != null || bounds().endEarliest() != null;
		}

		@Nullable DateBasis startBasis() {
			if (this.start == null) {
				return (isShown() && starts().last() < DAYS) ? DateBasis.BOUNDED : null;
			}
			boolean announced = this.state == PeriodState.PLANNED
					&& this.sightings.stream().noneMatch((sighting) -> sighting.shows() != Shown.NOT_YET);
			return announced ? DateBasis.ANNOUNCED : DateBasis.DATED;
		}

		@Nullable DateBasis endBasis() {
			if (this.end == null) {
				boolean over = this.state == PeriodState.ENDED_DATE_UNKNOWN || ends().last() < DAYS;
				return (isShown() && over) ? DateBasis.BOUNDED : null;
			}
			return isAhead() ? DateBasis.ANNOUNCED : DateBasis.DATED;
		}

		/**
		 * The days on which it may have begun; what is announced begins as announced,
		 * unless that is ruled out.
		 */
		SortedSet<Integer> starts() {
			SortedSet<Integer> days = new TreeSet<>(pairs().stream().map((pair) -> pair.get(0)).toList());
			return (startsAhead() && this.start != null) ? asAnnounced(days, this.start) : days;
		}

		SortedSet<Integer> ends() {
			SortedSet<Integer> days = new TreeSet<>(pairs().stream().map((pair) -> pair.get(1)).toList());
			return (isAhead() && this.end != null) ? asAnnounced(days, this.end) : days;
		}

		private boolean startsAhead() {
			return this.state == PeriodState.PLANNED
					&& this.sightings.stream().noneMatch((sighting) -> sighting.shows() != Shown.NOT_YET);
		}

		private boolean isAhead() {
			return this.state == PeriodState.PLANNED || this.state == PeriodState.ONGOING;
		}

		private static SortedSet<Integer> asAnnounced(SortedSet<Integer> days, FuzzyDate announced) {
			SortedSet<Integer> kept = new TreeSet<>(days);
			kept.removeIf((day) -> !isWithin(day, announced));
			return kept.isEmpty() ? days : kept;
		}

		private List<List<Integer>> pairs() {
			List<List<Integer>> pairs = new ArrayList<>();
			for (int first = -1; first <= DAYS; first++) {
				for (int last = first; last <= DAYS; last++) {
					if (allows(first, last)) {
						pairs.add(List.of(first, last));
					}
				}
			}
			return pairs;
		}

		private boolean allows(int first, int last) {
			boolean lives = (this.founded == null || first >= this.founded)
					&& (this.abolished == null || last <= this.abolished);
			return lives && allowsStart(first) && allowsEnd(last)
					&& this.sightings.stream().allMatch((sighting) -> allows(first, last, sighting));
		}

		private boolean allowsStart(int first) {
			if (this.start == null) {
				return true;
			}
			boolean notBefore = this.start.earliest() == null || !DAY_0.plusDays(first).isBefore(this.start.earliest());
			return (this.state == PeriodState.PLANNED) ? notBefore : isWithin(first, this.start);
		}

		private boolean allowsEnd(int last) {
			if (this.end == null) {
				return true;
			}
			boolean notAfter = this.end.latest() == null || !DAY_0.plusDays(last).isAfter(this.end.latest());
			return isAhead() ? notAfter : isWithin(last, this.end);
		}

		private static boolean allows(int first, int last, Sighting sighting) {
			for (int day = 0; day < DAYS; day++) {
				boolean fits = switch (sighting.shows()) {
					case IN_POST -> first <= day && day <= last;
					case OVER -> last <= day;
					case NOT_YET -> first >= day;
					case VACANT -> true;
				};
				if (fits && isWithin(day, sighting.on())) {
					return true;
				}
			}
			return false;
		}

		private static boolean isWithin(int number, FuzzyDate date) {
			LocalDate day = DAY_0.plusDays(number);
			return (date.earliest() == null || !day.isBefore(date.earliest()))
					&& (date.latest() == null || !day.isAfter(date.latest()));
		}

	}

	/**
	 * An entry in its order as the rule tells it.
	 */
	private record Entry(String id, PossibleDays days, int rank) {

		int comparedTo(Entry other) {
			int placed = placed().compareTo(other.placed());
			if (placed != 0) {
				return placed;
			}
			boolean late = this.days.earliest() == null;
			if (late != (other.days.earliest() == null)) {
				return late ? -1 : 1;
			}
			int last = last().compareTo(other.last());
			if (last != 0) {
				return last;
			}
			return (this.rank != other.rank) ? Integer.compare(this.rank, other.rank) : this.id.compareTo(other.id);
		}

		private LocalDate placed() {
			LocalDate day = this.days.placedOn();
			return (day != null) ? day : LocalDate.MAX;
		}

		private LocalDate last() {
			return (this.days.latest() != null) ? this.days.latest() : LocalDate.MAX;
		}

	}

}
