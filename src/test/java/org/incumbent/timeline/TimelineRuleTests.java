package org.incumbent.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import javax.sql.DataSource;

import org.incumbent.graphql.RunningApi;
import org.incumbent.paging.Connection;
import org.incumbent.paging.DateRange;
import org.incumbent.paging.Edge;
import org.incumbent.paging.OrderDirection;
import org.incumbent.paging.PageRequest;
import org.incumbent.source.Subject;
import org.incumbent.time.Certainty;
import org.incumbent.time.FuzzyDate;
import org.incumbent.timeline.TimelineRepository.TimelineOf;
import org.incumbent.timeline.TimelineRepository.TimelineRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any page of a timeline of random events and changes of organisations, filtered in any
 * way, against the whole of it sorted and filtered in plain Java.
 */
@RunningApi
class TimelineRuleTests {

	private static final LocalDate DAY_0 = LocalDate.of(2000, 1, 1);

	private static final int DAYS = 30;

	private static final int ITEMS = 150;

	private static final int PAGES = 10_000;

	private final TimelineRepository timelines;

	private final JdbcClient jdbc;

	private final DataSource database;

	private final Random random = new Random(20190304);

	private final List<Entry> entries = new ArrayList<>();

	@Autowired
	TimelineRuleTests(TimelineRepository timelines, JdbcClient jdbc, DataSource database) {
		this.timelines = timelines;
		this.jdbc = jdbc;
		this.database = database;
	}

	@BeforeEach
	void fillABodyWithRandomHistory() {
		this.jdbc.sql("""
				insert into organisations (id, slug, name, kind, named, state, name_sort, founded_sort, names_folded,
				  disputed)
				values ('body', 'body', 'Body', 'OTHER', true, 'UNKNOWN', 'body', '~', 'body', false)
				""").update();
		for (int i = 0; i < ITEMS; i++) {
			insertEvent("event-" + i, randomDate());
			insertChange("change-" + i, maybe(), maybe(), maybe());
		}
		this.entries.sort(Comparator.naturalOrder());
		for (String table : List.of("timeline_subjects", "timeline_entries", "moves")) {
			this.jdbc.sql("delete from " + table).update();
		}
		new ResourceDatabasePopulator(new ClassPathResource("db/release/derived/timeline.sql")).execute(this.database);
	}

	@Test
	void everyPageIsASliceOfTheWholeListFilteredAndSorted() {
		List<Edge<TimelineEntry>> rising = whole(OrderDirection.ASC);
		List<Edge<TimelineEntry>> falling = whole(OrderDirection.DESC);
		int certain = 0;
		for (int i = 0; i < PAGES; i++) {
			OrderDirection direction = this.random.nextBoolean() ? OrderDirection.ASC : OrderDirection.DESC;
			List<Edge<TimelineEntry>> whole = (direction == OrderDirection.ASC) ? rising : falling;
			TimelineArguments arguments = randomArguments(direction);
			int place = this.random.nextInt(whole.size());
			int size = this.random.nextInt(1, 15);
			boolean forward = this.random.nextBoolean();
			String cursor = whole.get(place).cursor();
			List<String> expected = new ArrayList<>(
					expected(arguments, forward ? whole.subList(place + 1, whole.size()) : whole.subList(0, place)));
			if (expected.size() > size) {
				expected = forward ? expected.subList(0, size)
						: expected.subList(expected.size() - size, expected.size());
			}
			Connection<TimelineEntry> page = page(arguments,
					forward ? new PageRequest(size, cursor, null, null, true, true)
							: new PageRequest(null, null, size, cursor, true, true));
			assertThat(page.nodes().stream().map(TimelineRuleTests::key)).as("%s from %s", arguments, place)
				.isEqualTo(expected);
			assertThat(page.totalCount()).isEqualTo(expected(arguments, whole).size());
			certain += (int) page.nodes().stream().filter((entry) -> entry.certainty() == Certainty.CERTAIN).count();
		}
		assertThat(certain).as("certain entries met").isGreaterThan(1000);
	}

	/**
	 * The whole list, which has been compared with what it has to be.
	 */
	private List<Edge<TimelineEntry>> whole(OrderDirection direction) {
		TimelineArguments arguments = new TimelineArguments(null, null, null, null, direction);
		List<Edge<TimelineEntry>> whole = new ArrayList<>();
		PageRequest next = new PageRequest(100, null, null, null, true, false);
		while (next != null) {
			Connection<TimelineEntry> page = page(arguments, next);
			whole.addAll(page.edges());
			next = page.pageInfo().hasNextPage()
					? new PageRequest(100, page.pageInfo().endCursor(), null, null, true, false) : null;
		}
		List<String> expected = new ArrayList<>(this.entries.stream().map(Entry::key).toList());
		if (direction == OrderDirection.DESC) {
			Collections.reverse(expected);
		}
		assertThat(whole.stream().map((edge) -> key(edge.node()))).isEqualTo(expected).hasSizeGreaterThan(2 * ITEMS);
		return whole;
	}

	private List<String> expected(TimelineArguments arguments, List<Edge<TimelineEntry>> within) {
		Set<String> keys = new HashSet<>(within.stream().map((edge) -> key(edge.node())).toList());
		List<String> expected = new ArrayList<>(this.entries.stream()
			.filter((entry) -> entry.matches(arguments))
			.map(Entry::key)
			.filter(keys::contains)
			.toList());
		if (arguments.direction() == OrderDirection.DESC) {
			Collections.reverse(expected);
		}
		return expected;
	}

	private Connection<TimelineEntry> page(TimelineArguments arguments, PageRequest page) {
		return Objects.requireNonNull(this.timelines
			.findByParents(List.of("body"), new TimelineRequest(TimelineOf.ORGANISATION, arguments, page))
			.get("body"));
	}

	private static String key(TimelineEntry entry) {
		Subject record = entry.record();
		return record.type() + "/" + record.key() + "/" + entry.field();
	}

	private TimelineArguments randomArguments(OrderDirection direction) {
		int from = this.random.nextInt(DAYS);
		DateRange span = new DateRange(this.random.nextInt(4) == 0 ? null : DAY_0.plusDays(from),
				this.random.nextInt(4) == 0 ? null : DAY_0.plusDays(this.random.nextInt(from, DAYS)));
		boolean between = this.random.nextInt(3) > 0;
		return new TimelineArguments(between ? span : null, maybeSome(TimelineKind.class), maybeSome(DateBasis.class),
				(between && this.random.nextBoolean()) ? List.of(Certainty.values()).get(this.random.nextInt(3)) : null,
				direction);
	}

	private <E extends Enum<E>> @Nullable List<E> maybeSome(Class<E> type) {
		if (this.random.nextBoolean()) {
			return null;
		}
		List<E> some = new ArrayList<>(EnumSet.allOf(type));
		some.removeIf((constant) -> this.random.nextInt(3) == 0);
		return some;
	}

	private @Nullable FuzzyDate maybe() {
		return this.random.nextInt(3) == 0 ? null : randomDate();
	}

	private FuzzyDate randomDate() {
		LocalDate day = DAY_0.plusDays(this.random.nextInt(DAYS));
		return switch (this.random.nextInt(7)) {
			case 0 -> FuzzyDate.parse("[" + day + ".." + day.plusDays(this.random.nextInt(1, 7)) + "]");
			case 1 -> FuzzyDate.parse("[.." + day + "]");
			case 2 -> FuzzyDate.parse("[" + day + "..]");
			case 3 -> FuzzyDate.parse("2000-01");
			default -> FuzzyDate.of(day);
		};
	}

	private void insertEvent(String key, FuzzyDate date) {
		this.jdbc
			.sql("""
					insert into events (id, slug, name, kind, event_date, event_earliest, event_latest, began_latest, event_sort,
					  text_folded, disputed, place)
					values (:id, :id, 'Event', 'OTHER', :date, :earliest, date '2030-01-01', :latest, '~', 'event', false, 0)
					""")
			.param("id", key)
			.param("date", date.edtf())
			.param("earliest", date.earliest())
			.param("latest", date.latest())
			.update();
		this.jdbc.sql("insert into event_participants values ('Organisation', 'body', ?)").param(key).update();
		this.entries.add(new Entry("Event/" + key + "/event_date", TimelineKind.EVENT, DateBasis.DATED, date));
	}

	private void insertChange(String key, @Nullable FuzzyDate announced, @Nullable FuzzyDate operational,
			@Nullable FuzzyDate legal) {
		this.jdbc.sql("""
				insert into organisation_changes (id, kind, announced_on, announced_earliest, announced_latest,
				  operational_on, operational_earliest, operational_latest, legal_on, legal_earliest, legal_latest,
				  change_sort, disputed)
				values (?, 'MERGED', ?, ?, ?, ?, ?, ?, ?, ?, ?, '~', false)
				""").param(key).params(dates(announced)).params(dates(operational)).params(dates(legal)).update();
		this.jdbc.sql("insert into organisation_change_parts values (?, 'FROM', 'body')").param(key).update();
		String record = "OrganisationChange/" + key + "/";
		TimelineKind kind = TimelineKind.ORGANISATION_CHANGED;
		if (legal != null) {
			this.entries.add(new Entry(record + "legal_on", kind, DateBasis.DATED, legal));
		}
		if (operational != null && (legal == null || !legal.edtf().equals(operational.edtf()))) {
			this.entries.add(new Entry(record + "operational_on", kind, DateBasis.DATED, operational));
		}
		if (announced != null && legal == null && operational == null) {
			this.entries.add(new Entry(record + "announced_on", kind, DateBasis.ANNOUNCED, announced));
		}
	}

	private static List<@Nullable Object> dates(@Nullable FuzzyDate date) {
		List<@Nullable Object> columns = new ArrayList<>();
		columns.add((date != null) ? date.edtf() : null);
		columns.add((date != null) ? date.earliest() : null);
		columns.add((date != null) ? date.latest() : null);
		return columns;
	}

	/**
	 * What has to be on the timeline.
	 */
	private record Entry(String key, TimelineKind kind, DateBasis basis, FuzzyDate date) implements Comparable<Entry> {

		boolean matches(TimelineArguments arguments) {
			boolean wanted = (arguments.kinds() == null || arguments.kinds().contains(this.kind))
					&& (arguments.bases() == null || arguments.bases().contains(this.basis));
			if (arguments.between() == null) {
				return wanted;
			}
			Certainty certainty = new PossibleDays(this.date.earliest(), this.date.latest(), this.basis)
				.within(arguments.between());
			return wanted && certainty != Certainty.NO
					&& (arguments.certainty() == null || arguments.certainty() == certainty);
		}

		@Override
		public int compareTo(Entry other) {
			return Comparator.comparing(Entry::placedOn)
				.thenComparing((entry) -> entry.date.earliest() != null)
				.thenComparing(Entry::latest)
				.thenComparing((entry) -> entry.kind != TimelineKind.ORGANISATION_CHANGED)
				.thenComparing(Entry::key)
				.compare(this, other);
		}

		private LocalDate placedOn() {
			LocalDate earliest = this.date.earliest();
			return (earliest != null) ? earliest : Objects.requireNonNull(this.date.latest());
		}

		private LocalDate latest() {
			return (this.date.latest() != null) ? this.date.latest() : LocalDate.MAX;
		}

	}

}
