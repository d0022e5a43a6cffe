package org.incumbent.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowSorterTests {

	private static final long SEED = 20261126;

	@TempDir
	private Path directory;

	@Test
	void rowsOfAnyNumberComeInTheOrderOfTheirKeyThenOfTheirCells() {
		Random random = new Random(SEED);
		for (int round = 0; round < 300; round++) {
			List<String[]> rows = rows(random, random.nextInt(120));
			List<String> expected = rows.stream()
				.sorted(Comparator.comparing((String[] row) -> row[1])
					.thenComparing((row) -> row[0])
					.thenComparing((row) -> row[2]))
				.map((row) -> String.join("|", row))
				.toList();
			try (RowSorter sorter = new RowSorter(this.directory, new int[] { 1 }, random.nextInt(3000))) {
				rows.forEach(sorter::add);
				assertThat(read(sorter)).as("round %d", round).isEqualTo(expected);
				assertThat(read(sorter)).as("a second time").isEqualTo(expected);
			}
		}
	}

	@Test
	void moreRunsThanMayBeOpenAreMerged() throws IOException {
		try (RowSorter sorter = new RowSorter(this.directory, new int[] { 0 }, 0)) {
			List<String> expected = new ArrayList<>();
			for (int number = 999; number >= 0; number--) {
				String text = "%03d ümläut \n\"".formatted(number);
				sorter.add(new String[] { text });
				expected.add(0, text);
			}
			try (Stream<Path> files = Files.list(this.directory)) {
				assertThat(files.count()).isLessThan(70);
			}
			assertThat(read(sorter)).isEqualTo(expected);
		}
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void rowsAreAddedBeforeTheyAreRead() {
		try (RowSorter sorter = new RowSorter(this.directory, new int[] { 0 }, 100)) {
			assertThat(read(sorter)).isEmpty();
			assertThatIllegalStateException().isThrownBy(() -> sorter.add(new String[] { "late" }));
		}
	}

	private static List<String[]> rows(Random random, int count) {
		List<String[]> rows = new ArrayList<>();
		for (int number = 0; number < count; number++) {
			rows.add(new String[] { word(random), word(random), word(random) });
		}
		return rows;
	}

	private static String word(Random random) {
		StringBuilder word = new StringBuilder();
		for (int length = random.nextInt(3); length > 0; length--) {
			word.append("ab-é\u00df,".charAt(random.nextInt(6)));
		}
		return word.toString();
	}

	private static List<String> read(RowSorter sorter) {
		List<String> rows = new ArrayList<>();
		try (RowCursor cursor = sorter.sorted()) {
			for (String[] row = cursor.next(); row != null; row = cursor.next()) {
				rows.add(String.join("|", row));
			}
		}
		return rows;
	}

}
