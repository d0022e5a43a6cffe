package org.incumbent.release;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Rows by their keys as a map of lists has them, with many keys of the same hash.
 */
class KeyIndexTests {

	private static final int CASES = 10_000;

	/** All of two letters have one hash, and so have all of four. */
	private static final List<String> KEYS = List.of("", "Aa", "BB", "AaAa", "AaBB", "BBAa", "BBBB", "c");

	private static final TableFormat FORMAT = new TableFormat("pairs", "pairs.csv",
			List.of(column("one"), column("two")), List.of("one"), List.of());

	@Test
	void keysOfTheSameHashAreToldApart() {
		assertThat("AaBB".hashCode()).isEqualTo("BBAa".hashCode());
		for (int seed = 0; seed < CASES; seed++) {
			Random random = new Random(seed);
			CsvTable table = randomTable(random);
			check(table, KeyIndex.of(table, "one"), "one");
			check(table, KeyIndex.of(table, "two", "one"), "two", "one");
		}
	}

	@Test
	void emptyCellIsAPartOfAKeyOnlyWhereAsked() {
		CsvTable table = table("one,two\na,\na,\n,b\n");
		assertThat(KeyIndex.of(table, "one", "two").groups()).isEmpty();
		KeyIndex withEmpty = KeyIndex.withEmptyCells(table, "one", "two");
		assertThat(withEmpty.all("a", null)).extracting(Row::line).containsExactly(2, 3);
		assertThat(withEmpty.first(null, "b")).hasToString("pairs.csv:4");
	}

	private static void check(CsvTable table, KeyIndex index, String... columns) {
		Map<List<String>, List<Row>> expected = new LinkedHashMap<>();
		List<List<Row>> repeats = new ArrayList<>();
		for (Row row : table.rows()) {
			List<@Nullable String> key = new ArrayList<>();
			List.of(columns).forEach((column) -> key.add(row.text(column)));
			if (!key.contains(null)) {
				expected.computeIfAbsent(List.copyOf(key), (absent) -> new ArrayList<>()).add(row);
			}
		}
		expected.values()
			.forEach((rows) -> rows.subList(1, rows.size()).forEach((row) -> repeats.add(List.of(rows.get(0), row))));
		List<List<Row>> foundRepeats = new ArrayList<>();
		index.forEachRepeat((first, row) -> foundRepeats.add(List.of(first, row)));
		assertThat(index.groups()).containsExactlyInAnyOrderElementsOf(expected.values());
		assertThat(foundRepeats).containsExactlyInAnyOrderElementsOf(repeats);
		assertThat(index.keys().map(List::of)).containsExactlyInAnyOrderElementsOf(expected.keySet());
		for (String one : KEYS) {
			String[] key = (columns.length == 1) ? new String[] { one } : new String[] { one, "Aa" };
			List<Row> rows = expected.getOrDefault(List.of(key), List.of());
			assertThat(index.all(key)).isEqualTo(rows);
			assertThat(index.has(key)).isEqualTo(!rows.isEmpty());
			assertThat(index.first(key)).isEqualTo(rows.isEmpty() ? null : rows.get(0));
		}
	}

	private static CsvTable randomTable(Random random) {
		StringBuilder csv = new StringBuilder("one,two\n");
		for (int rows = random.nextInt(12); rows > 0; rows--) {
			csv.append(
					"%s,%s\n".formatted(KEYS.get(random.nextInt(KEYS.size())), KEYS.get(random.nextInt(KEYS.size()))));
		}
		return table(csv.toString());
	}

	private static CsvTable table(String csv) {
		List<Problem> problems = new ArrayList<>();
		CsvTable table = new CsvTableReader(problems).read(FORMAT, "pairs.csv", ByteBuffer.wrap(csv.getBytes(UTF_8)),
				false);
		assertThat(problems).isEmpty();
		return table;
	}

	private static ColumnFormat column(String name) {
		return new ColumnFormat(name, "", ColumnFormat.Type.TEXT, false, false, List.of(), null, null);
	}

}
