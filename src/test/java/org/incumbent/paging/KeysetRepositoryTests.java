package org.incumbent.paging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import org.incumbent.graphql.BadRequestException;
import org.incumbent.paging.ItemTable.Item;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.incumbent.paging.OrderDirection.ASC;
import static org.incumbent.paging.OrderDirection.DESC;

class KeysetRepositoryTests {

	/** More rows than any table of these tests has. */
	private static final int LONGEST_WALK = 1_000;

	private static final int RANDOM_TABLES = 60;

	private static final List<String> FAMILIES = List.of("even", "odd", "all", "none");

	private static final Comparator<Item> BY_NAME = Comparator.comparing(Item::sortKey).thenComparing(Item::id);

	private final ItemTable table = new ItemTable();

	@AfterEach
	void close() {
		this.table.close();
	}

	@Test
	void recordsWithEqualSortKeysAreOrderedByKey() {
		this.table.insert("c", "same");
		this.table.insert("a", "same");
		this.table.insert("d", "other");
		this.table.insert("b", "same");
		assertThat(ids(this.table.page(ASC, first(10, null)))).containsExactly("d", "a", "b", "c");
		assertThat(ids(this.table.page(DESC, first(10, null)))).containsExactly("c", "b", "a", "d");
	}

	@Test
	void aNameThatIsCutAtACharacterOfTwoPartsIsVisitedOnce() {
		String start = "a".repeat(198);
		this.table.insert("a", Folding.sortKey(start));
		this.table.insert("b", Folding.sortKey(start + "a\ud83d\ude00"));
		this.table.insert("c", Folding.sortKey(start + "b"));
		assertThat(walkForward(ASC, 1)).containsExactly("a", "b", "c");
		assertThat(walkBackward(ASC, 1)).containsExactly("a", "b", "c");
	}

	@Test
	void aPageMayEndAmongEqualSortKeys() {
		insertAll("a", "b", "c", "d", "e");
		Connection<Item> page = this.table.page(ASC, first(2, null));
		assertThat(ids(page)).containsExactly("a", "b");
		assertThat(ids(this.table.page(ASC, first(2, page.pageInfo().endCursor())))).containsExactly("c", "d");
		assertThat(ids(this.table.page(ASC, last(2, null)))).containsExactly("d", "e");
	}

	@ParameterizedTest
	@EnumSource(OrderDirection.class)
	void aWalkInPagesOfAnySizeVisitsEachRecordOnceAndInOrder(OrderDirection direction) {
		for (int seed = 0; seed < RANDOM_TABLES; seed++) {
			List<String> expected = ids(sorted(fillAtRandom(seed), direction));
			for (int size = 1; size <= expected.size() + 1; size++) {
				assertThat(walkForward(direction, size)).as("seed %d, first %d", seed, size).isEqualTo(expected);
				assertThat(walkBackward(direction, size)).as("seed %d, last %d", seed, size).isEqualTo(expected);
			}
		}
	}

	@Test
	void aPageIsThePartOfItsListThatTheArgumentsName() {
		for (int seed = 0; seed < RANDOM_TABLES; seed++) {
			Random random = new Random(seed);
			List<Item> items = fillAtRandom(seed);
			for (OrderDirection direction : OrderDirection.values()) {
				Sort sort = ItemTable.byName(direction);
				PageRequest page = randomPage(random, sort);
				assertPage(this.table.page(direction, page), items, sort, page, "seed " + seed);
			}
		}
	}

	@Test
	void eachParentGetsThePageThatItsOwnListWouldGive() {
		for (int seed = 0; seed < RANDOM_TABLES; seed++) {
			Random random = new Random(seed);
			Map<String, List<Item>> families = putIntoFamilies(fillAtRandom(seed));
			for (OrderDirection direction : OrderDirection.values()) {
				Sort sort = ItemTable.byName(direction).in(ItemTable.OF_FAMILY);
				PageRequest page = randomPage(random, sort);
				Map<String, Connection<Item>> pages = this.table.pages(direction, page, FAMILIES);
				assertThat(pages).containsOnlyKeys(FAMILIES);
				int number = seed;
				families.forEach((family, items) -> assertPage(Objects.requireNonNull(pages.get(family)), items, sort,
						page, family + " of seed " + number));
				families.keySet()
					.forEach((family) -> assertThat(this.table.pages(direction, page, List.of(family)))
						.as("%s alone, of seed %d", family, number)
						.isEqualTo(Map.of(family, Objects.requireNonNull(pages.get(family)))));
			}
		}
	}

	@Test
	void aListWithoutRecordsIsOneEmptyPage() {
		for (PageRequest request : List.of(first(5, null), last(5, null), first(0, null), last(0, null))) {
			Connection<Item> page = this.table.page(ASC, request);
			assertThat(page.nodes()).isEmpty();
			assertThat(page.pageInfo()).isEqualTo(new PageInfo(false, false, null, null));
			assertThat(page.totalCount()).isZero();
		}
	}

	@Test
	void aPageOfNoneStillTellsWhetherThereIsMore() {
		insertAll("a", "b");
		assertThat(this.table.page(ASC, first(0, null)))
			.isEqualTo(new Connection<>(List.of(), new PageInfo(true, false, null, null), 2));
		assertThat(this.table.page(ASC, last(0, null)))
			.isEqualTo(new Connection<>(List.of(), new PageInfo(false, true, null, null), 2));
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 4 })
	void aPageThatEndsWithItsListHasNoNext(int size) {
		insertAll("a", "b", "c", "d");
		assertThat(walkForward(ASC, size)).containsExactly("a", "b", "c", "d");
		Connection<Item> whole = this.table.page(ASC, first(4, null));
		assertThat(whole.pageInfo().hasNextPage()).isFalse();
		assertThat(whole.pageInfo().hasPreviousPage()).isFalse();
		assertThat(this.table.page(ASC, last(4, null)).pageInfo().hasPreviousPage()).isFalse();
		assertThat(this.table.page(ASC, first(3, null)).pageInfo().hasNextPage()).isTrue();
		assertThat(this.table.page(ASC, last(3, null)).pageInfo().hasPreviousPage()).isTrue();
	}

	@Test
	void aPageInBetweenHasBothNeighbours() {
		insertAll("a", "b", "c");
		PageInfo forward = this.table.page(ASC, first(1, cursor("a", ASC))).pageInfo();
		assertThat(forward.hasPreviousPage()).isTrue();
		assertThat(forward.hasNextPage()).isTrue();
		PageInfo backward = this.table.page(ASC, last(1, cursor("c", ASC))).pageInfo();
		assertThat(backward.hasPreviousPage()).isTrue();
		assertThat(backward.hasNextPage()).isTrue();
	}

	@Test
	void afterAndBeforeTogetherNameWhatLiesBetween() {
		insertAll("a", "b", "c", "d", "e");
		PageRequest between = new PageRequest(null, cursor("a", ASC), null, cursor("e", ASC), true, true);
		assertThat(ids(this.table.page(ASC, between))).containsExactly("b", "c", "d");
		PageRequest lastBetween = new PageRequest(null, cursor("a", ASC), 2, cursor("e", ASC), true, true);
		assertThat(ids(this.table.page(ASC, lastBetween))).containsExactly("c", "d");
		PageRequest falling = new PageRequest(1, cursor("e", DESC), null, cursor("a", DESC), true, true);
		assertThat(ids(this.table.page(DESC, falling))).containsExactly("d");
		PageRequest crossed = new PageRequest(null, cursor("d", ASC), null, cursor("b", ASC), true, true);
		assertThat(ids(this.table.page(ASC, crossed))).isEmpty();
	}

	@Test
	void everyEdgeHasTheCursorOfItsOwnRecord() {
		insertAll("a", "b", "c");
		Connection<Item> page = this.table.page(DESC, first(3, null));
		assertThat(page.edges()).extracting(Edge::cursor)
			.containsExactly(cursor("c", DESC), cursor("b", DESC), cursor("a", DESC));
		assertThat(page.pageInfo().startCursor()).isEqualTo(cursor("c", DESC));
		assertThat(page.pageInfo().endCursor()).isEqualTo(cursor("a", DESC));
	}

	@Test
	void aPageResumesWhereARecordThatIsGoneStood() {
		insertAll("a", "b", "c", "d");
		String gone = cursor("b", ASC);
		this.table.delete("b");
		assertThat(ids(this.table.page(ASC, first(1, gone)))).containsExactly("c");
		assertThat(ids(this.table.page(ASC, last(5, gone)))).containsExactly("a");
	}

	@Test
	void recordsThatComeAndGoBetweenPagesNeitherHideNorRepeatOthers() {
		insertAll("b", "d", "f", "h");
		Connection<Item> page = this.table.page(ASC, first(2, null));
		assertThat(ids(page)).containsExactly("b", "d");
		this.table.delete("b");
		this.table.delete("d");
		insertAll("a", "c", "e", "g");
		page = this.table.page(ASC, first(2, page.pageInfo().endCursor()));
		assertThat(ids(page)).containsExactly("e", "f");
		this.table.delete("e");
		insertAll("d");
		assertThat(ids(this.table.page(ASC, first(5, page.pageInfo().endCursor())))).containsExactly("g", "h");
		assertThat(ids(this.table.page(ASC, last(5, page.pageInfo().startCursor())))).containsExactly("a", "c", "d");
	}

	@Test
	void theTotalCountsWhatTheFilterLeavesWhateverThePage() {
		insertWeights();
		Connection<Item> page = this.table.heavierThan(1, first(1, null));
		assertThat(ids(page)).containsExactly("b");
		assertThat(page.totalCount()).isEqualTo(3);
		Connection<Item> next = this.table.heavierThan(1, first(1, page.pageInfo().endCursor()));
		assertThat(ids(next)).containsExactly("c");
		assertThat(next.totalCount()).isEqualTo(3);
	}

	@Test
	void theTotalOfEachParentCountsWhatTheFilterLeavesToIt() {
		insertWeights();
		this.table.addTo("light", "a");
		this.table.addTo("mixed", "a");
		this.table.addTo("mixed", "b");
		this.table.addTo("heavy", "b");
		this.table.addTo("heavy", "c");
		this.table.addTo("heavy", "d");
		Map<String, Connection<Item>> pages = this.table.heavierThan(1, first(2, null),
				List.of("light", "mixed", "heavy", "unknown"));
		assertThat(pages).hasEntrySatisfying("light", (page) -> assertThat(page).isEqualTo(empty()))
			.hasEntrySatisfying("unknown", (page) -> assertThat(page).isEqualTo(empty()))
			.hasEntrySatisfying("mixed", (page) -> assertThat(ids(page)).containsExactly("b"))
			.hasEntrySatisfying("mixed", (page) -> assertThat(page.totalCount()).isEqualTo(1))
			.hasEntrySatisfying("heavy", (page) -> assertThat(ids(page)).containsExactly("b", "c"))
			.hasEntrySatisfying("heavy", (page) -> assertThat(page.totalCount()).isEqualTo(3))
			.hasEntrySatisfying("heavy", (page) -> assertThat(page.pageInfo().hasNextPage()).isTrue());
	}

	@Test
	void noParentsHaveNoPages() {
		insertAll("a");
		assertThat(this.table.pages(ASC, first(1, null), List.of())).isEmpty();
	}

	@Test
	void onlyWhatTheClientSelectedIsFetched() {
		insertAll("a", "b");
		this.table.addTo("all", "a");
		PageRequest totalOnly = new PageRequest(null, null, null, null, false, true);
		assertThat(this.table.page(ASC, totalOnly))
			.isEqualTo(new Connection<>(List.of(), new PageInfo(false, false, null, null), 2));
		assertThat(this.table.pages(ASC, totalOnly, List.of("all"))).hasEntrySatisfying("all",
				(page) -> assertThat(page.counted()).isEqualTo(1));
		PageRequest rowsOnly = new PageRequest(null, null, null, null, true, false);
		assertThat(this.table.page(ASC, rowsOnly).counted()).isNull();
		assertThat(this.table.pages(ASC, rowsOnly, List.of("all"))).hasEntrySatisfying("all",
				(page) -> assertThat(page.counted()).isNull());
	}

	@Test
	void aCursorOfAnotherOrderIsRefusedByNameOfItsArgument() {
		insertAll("a");
		assertThatExceptionOfType(BadRequestException.class)
			.isThrownBy(() -> this.table.page(ASC, first(1, cursor("a", DESC))))
			.withMessageContaining("'after'");
		assertThatExceptionOfType(BadRequestException.class)
			.isThrownBy(() -> this.table.pages(DESC, last(1, cursor("a", ASC)), List.of("all")))
			.withMessageContaining("'before'");
	}

	private List<String> walkForward(OrderDirection direction, int size) {
		List<String> visited = new ArrayList<>();
		String cursor = null;
		boolean more = true;
		while (more) {
			Connection<Item> page = this.table.page(direction, first(size, cursor));
			assertThat(page.pageInfo().hasPreviousPage()).isEqualTo(cursor != null);
			visited.addAll(ids(page));
			assertThat(visited).as("a walk that ends").hasSizeLessThan(LONGEST_WALK);
			cursor = page.pageInfo().endCursor();
			more = page.pageInfo().hasNextPage();
			assertThat(page.edges()).as("a page with a next one is full").hasSizeLessThanOrEqualTo(size);
			assertThat(!more || page.edges().size() == size).isTrue();
		}
		return visited;
	}

	private List<String> walkBackward(OrderDirection direction, int size) {
		List<String> visited = new ArrayList<>();
		String cursor = null;
		boolean more = true;
		while (more) {
			Connection<Item> page = this.table.page(direction, last(size, cursor));
			assertThat(page.pageInfo().hasNextPage()).isEqualTo(cursor != null);
			visited.addAll(0, ids(page));
			assertThat(visited).as("a walk that ends").hasSizeLessThan(LONGEST_WALK);
			cursor = page.pageInfo().startCursor();
			more = page.pageInfo().hasPreviousPage();
			assertThat(!more || page.edges().size() == size).isTrue();
		}
		return visited;
	}

	/**
	 * Compares with the definition: the whole list, what lies behind {@code after} and
	 * ahead of {@code before}, and of that the first or the last.
	 */
	private static void assertPage(Connection<Item> page, List<Item> items, Sort sort, PageRequest request,
			String description) {
		OrderDirection direction = sort.descending() ? OrderDirection.DESC : OrderDirection.ASC;
		List<Item> between = sorted(items, direction).stream()
			.filter((item) -> isBehind(item, request.after(), sort, "after"))
			.filter((item) -> request.before() == null || isAhead(item, request.before(), sort))
			.toList();
		int size = Math.min(request.size(), between.size());
		boolean cut = between.size() > size;
		boolean backward = request.last() != null;
		List<Item> expected = backward ? between.subList(between.size() - size, between.size())
				: between.subList(0, size);
		assertThat(page.nodes()).as("%s, %s, %s", description, direction, request).isEqualTo(expected);
		assertThat(page.totalCount()).as(description).isEqualTo(items.size());
		assertThat(page.pageInfo().hasNextPage()).as("%s, %s", description, request)
			.isEqualTo((!backward && cut) || request.before() != null);
		assertThat(page.pageInfo().hasPreviousPage()).as("%s, %s", description, request)
			.isEqualTo((backward && cut) || request.after() != null);
	}

	private static boolean isBehind(Item item, @Nullable String after, Sort sort, String argument) {
		if (after == null) {
			return true;
		}
		Cursor place = Cursor.decode(after, sort, argument);
		int comparison = BY_NAME.compare(item, new Item(place.key(), place.sortKey()));
		return sort.descending() ? comparison < 0 : comparison > 0;
	}

	private static boolean isAhead(Item item, String before, Sort sort) {
		Cursor place = Cursor.decode(before, sort, "before");
		return !isBehind(item, before, sort, "before") && !item.equals(new Item(place.key(), place.sortKey()));
	}

	/**
	 * Some twelve rows that share three sort keys.
	 */
	private List<Item> fillAtRandom(int seed) {
		this.table.clear();
		Random random = new Random(seed);
		List<Item> items = new ArrayList<>();
		int count = random.nextInt(13);
		for (int i = 0; i < count; i++) {
			items.add(new Item(id(i), randomSortKey(random)));
		}
		List<Item> shuffled = new ArrayList<>(items);
		Collections.shuffle(shuffled, random);
		shuffled.forEach((item) -> this.table.insert(item, null));
		return items;
	}

	private Map<String, List<Item>> putIntoFamilies(List<Item> items) {
		Map<String, List<Item>> families = new HashMap<>();
		FAMILIES.forEach((family) -> families.put(family, new ArrayList<>()));
		for (int i = 0; i < items.size(); i++) {
			for (String family : List.of("all", (i % 2 == 0) ? "even" : "odd")) {
				this.table.addTo(family, items.get(i).id());
				families.computeIfAbsent(family, (absent) -> new ArrayList<>()).add(items.get(i));
			}
		}
		return families;
	}

	private static PageRequest randomPage(Random random, Sort sort) {
		int size = random.nextInt(6);
		boolean backward = random.nextBoolean();
		return new PageRequest(backward ? null : size, randomCursor(random, sort), backward ? size : null,
				randomCursor(random, sort), true, true);
	}

	/**
	 * A place that a row may or may not stand at.
	 */
	private static @Nullable String randomCursor(Random random, Sort sort) {
		if (random.nextInt(3) == 0) {
			return null;
		}
		return new Cursor(randomSortKey(random), id(random.nextInt(13))).encode(sort);
	}

	private static String randomSortKey(Random random) {
		return List.of("", "a", "b").get(random.nextInt(3));
	}

	private static String id(int number) {
		return "item-" + (char) ('a' + number);
	}

	private void insertAll(String... ids) {
		for (String id : ids) {
			this.table.insert(id, "same");
		}
	}

	private void insertWeights() {
		this.table.insert(new Item("a", "same"), 1);
		this.table.insert(new Item("b", "same"), 2);
		this.table.insert(new Item("c", "same"), 2);
		this.table.insert(new Item("d", "same"), 3);
		this.table.insert(new Item("e", "same"), null);
	}

	private static String cursor(String id, OrderDirection direction) {
		return new Cursor("same", id).encode(ItemTable.byName(direction));
	}

	private static Connection<Item> empty() {
		return new Connection<>(List.of(), new PageInfo(false, false, null, null), 0);
	}

	private static PageRequest first(int size, @Nullable String after) {
		return new PageRequest(size, after, null, null, true, true);
	}

	private static PageRequest last(int size, @Nullable String before) {
		return new PageRequest(null, null, size, before, true, true);
	}

	private static List<Item> sorted(List<Item> items, OrderDirection direction) {
		return items.stream().sorted((direction == ASC) ? BY_NAME : BY_NAME.reversed()).toList();
	}

	private static List<String> ids(Connection<Item> page) {
		return ids(page.nodes());
	}

	private static List<String> ids(List<Item> items) {
		return items.stream().map(Item::id).toList();
	}

}
