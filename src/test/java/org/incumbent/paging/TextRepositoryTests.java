package org.incumbent.paging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

import org.incumbent.paging.TextRepository.Limits;
import org.incumbent.paging.TextTable.Text;
import org.incumbent.time.RandomCases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is found by words is what contains the text, and nothing else.
 */
class TextRepositoryTests {

	private static final int TABLES = 60;

	private static final Limits ALWAYS = new Limits(-1, 1_000, 10_000, 20_000, 100_000, 2_000, 4_096, 1_000_000,
			1_000_000);

	private static final Map<Integer, TextTable> made = new HashMap<>();

	@AfterAll
	static void close() {
		made.values().forEach(TextTable::close);
		made.clear();
	}

	@Test
	void aPageHasWhatContainsTheText() {
		AtomicInteger lookedUp = new AtomicInteger();
		AtomicInteger full = new AtomicInteger();
		RandomCases.check((random) -> {
			TextTable table = table(random.nextInt(TABLES));
			String folded = searched(table, random);
			String kind = random.nextBoolean() ? "" : TextTable.one(TextTable.KINDS, random);
			boolean byKind = random.nextInt(4) == 0;
			Sort sort = new Sort("texts", byKind ? "kind" : "name_sort",
					TextTable.one(List.of(OrderDirection.values()), random));
			PageRequest page = page(table, sort, byKind, random);
			Limits limits = limits(random);
			lookedUp.addAndGet(table.looksUp(folded, limits) ? 1 : 0);
			Connection<Text> found = table.page(folded, kind, sort, page, limits);
			assertPage(found, table, folded, kind, byKind, sort, page);
			full.addAndGet(found.pageInfo().hasNextPage() && found.edges().size() > 2 ? 1 : 0);
		});
		assertThat(lookedUp).as("cases in which words were looked up").hasValueGreaterThan(5_000);
		assertThat(full).as("cases with more than a page").hasValueGreaterThan(500);
	}

	private static void assertPage(Connection<Text> found, TextTable table, String folded, String kind, boolean byKind,
			Sort sort, PageRequest page) {
		Comparator<Text> order = byKind ? TextTable.BY_KIND : TextTable.BY_NAME;
		Comparator<Text> listed = sort.descending() ? order.reversed() : order;
		List<Text> all = table.texts()
			.stream()
			.filter((text) -> text.folded().contains(folded) && (kind.isEmpty() || text.kind().equals(kind)))
			.sorted(listed)
			.toList();
		String after = page.after();
		String before = page.before();
		List<Text> between = all.stream()
			.filter((text) -> after == null || listed.compare(text, at(after, sort, "after")) > 0)
			.filter((text) -> before == null || listed.compare(text, at(before, sort, "before")) < 0)
			.toList();
		int size = Math.min(page.size(), between.size());
		assertThat(found.nodes()).as("'%s' of %s, %s, %s", folded, kind, sort, page)
			.isEqualTo(page.backward() ? between.subList(between.size() - size, between.size())
					: between.subList(0, size));
		boolean cut = between.size() > size;
		assertThat(found.pageInfo().hasNextPage()).isEqualTo((!page.backward() && cut) || before != null);
		assertThat(found.pageInfo().hasPreviousPage()).isEqualTo((page.backward() && cut) || after != null);
		assertThat(found.totalCount()).as("'%s' of %s", folded, kind).isEqualTo(all.size());
	}

	private static Text at(String cursor, Sort sort, String argument) {
		Cursor place = Cursor.decode(cursor, sort, argument);
		return new Text(place.key(), place.sortKey(), place.sortKey(), "");
	}

	/**
	 * Of forty texts, those that contain the word begin right behind what is read
	 * through, or one ahead of its end, or one after.
	 */
	@Test
	void aCommonTextIsFoundBehindWhatIsReadThrough() {
		for (int without = 5; without <= 35; without++) {
			List<String> folded = new ArrayList<>(Collections.nCopies(without, "other"));
			folded.addAll(Collections.nCopies(40 - without, "the word"));
			for (OrderDirection direction : OrderDirection.values()) {
				try (TextTable table = TextTable.of(folded)) {
					Sort sort = new Sort("texts", "name_sort", direction);
					for (int skimmed = without - 1; skimmed <= without + 1; skimmed++) {
						Limits limits = new Limits(-1, 1_000, 10_000, 20_000, 100_000, skimmed, 4_096, 1_000_000,
								1_000);
						PageRequest page = new PageRequest(1, null, null, null, true, true);
						assertPage(table.page("word", "", sort, page, limits), table, "word", "", false, sort, page);
					}
				}
				Collections.reverse(folded);
			}
		}
	}

	@Test
	void punctuationAloneIsNotLookedUp() {
		TextTable table = filled();
		for (String folded : List.of("", "-", "' .", "\\")) {
			assertThat(table.looksUp(folded, ALWAYS)).as(folded).isFalse();
		}
		assertThat(table.looksUp("ab", ALWAYS)).isTrue();
	}

	@Test
	void aSmallTableAndALargeVocabularyAreReadThrough() {
		TextTable table = filled();
		assertThat(table.looksUp("ab", Limits.USUAL)).isFalse();
		assertThat(table.looksUp("ab", new Limits(-1, 1_000, 10_000, 20_000, 100_000, 2_000, 4_096, 1_000_000, 3)))
			.isFalse();
	}

	private static TextTable filled() {
		int number = 0;
		while (table(number).texts().size() < 20) {
			number++;
		}
		return table(number);
	}

	private static TextTable table(int number) {
		return made.computeIfAbsent(number, TextTable::random);
	}

	/**
	 * Something out of one of the texts, or made of the same words.
	 */
	private static String searched(TextTable table, RandomGenerator random) {
		if (table.texts().isEmpty() || random.nextInt(3) == 0) {
			return Folding.fold(TextTable.text(random, 1 + random.nextInt(2), random.nextInt(3) == 0));
		}
		String text = TextTable.one(table.texts(), random).folded();
		int start = random.nextInt(text.length() + 1);
		int length = random.nextInt(random.nextBoolean() ? 4 : text.length() + 1);
		// a filter is folded, which takes away spaces at its ends
		return text.substring(start, Math.min(text.length(), start + length)).strip();
	}

	private static PageRequest page(TextTable table, Sort sort, boolean byKind, RandomGenerator random) {
		int size = random.nextInt(random.nextBoolean() ? 5 : 40);
		boolean backward = random.nextBoolean();
		return new PageRequest(backward ? null : size, cursor(table, sort, byKind, random), backward ? size : null,
				cursor(table, sort, byKind, random), true, true);
	}

	/**
	 * A place of one of the texts, or one that none stands at.
	 */
	private static @Nullable String cursor(TextTable table, Sort sort, boolean byKind, RandomGenerator random) {
		List<Text> texts = table.texts();
		return switch (random.nextInt(texts.isEmpty() ? 3 : 4)) {
			case 0 -> new Cursor(String.valueOf((char) ('a' + random.nextInt(9))), "text-5").encode(sort);
			case 3 -> {
				Text text = TextTable.one(texts, random);
				yield new Cursor(byKind ? text.kind() : text.nameSort(), text.id()).encode(sort);
			}
			default -> null;
		};
	}

	/**
	 * Such that each way of finding a page or a total has its cases.
	 */
	private static Limits limits(RandomGenerator random) {
		List<Integer> few = new ArrayList<>();
		for (int i = 0; i < 7; i++) {
			few.add(random.nextInt(3) == 0 ? 1_000 : random.nextInt(60));
		}
		return new Limits(-1, few.get(0), Math.max(1, few.get(1)), few.get(2), few.get(3), few.get(4), few.get(5),
				few.get(6), 1_000);
	}

}
