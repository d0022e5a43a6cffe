package org.incumbent.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * Cells as another reader of the same format finds them.
 */
class CsvCellsTests {

	private static final int CASES = 20_000;

	private static final String[] PIECES = { "a", "b", "é", "😀", " ", "\t", ",", ",", "\"", "\"", "\"\"", "\n", "\r\n",
			"\r" };

	@Test
	void cellsAreThoseThatAnotherReaderFinds() throws IOException {
		int broken = 0;
		for (int seed = 0; seed < CASES; seed++) {
			String text = randomText(new Random(seed));
			List<String> expected = expected(text);
			assertThat(found(text)).as("seed %d: %s", seed, text).isEqualTo(expected);
			broken += expected.contains("broken") ? 1 : 0;
		}
		assertThat(broken).as("cases with a mistake in their quoting").isBetween(CASES / 10, CASES * 9 / 10);
	}

	@Test
	void cellStartsAtItsQuotationMark() {
		CsvCells cells = new CsvCells(ByteBuffer.wrap("é,\"a\"\"\",b\n,".getBytes(UTF_8)), 1);
		assertThat(cells.read(0)).isEqualTo(11);
		assertThat(IntStream.range(0, cells.count()).map(cells::start)).containsExactly(0, 3, 9);
		assertThat(cells.read(11)).isEqualTo(12);
		assertThat(cells.count()).isEqualTo(2);
	}

	private static String randomText(Random random) {
		StringBuilder text = new StringBuilder();
		for (int length = random.nextInt(1, 12); length > 0; length--) {
			text.append(PIECES[random.nextInt(PIECES.length)]);
		}
		return text.toString();
	}

	private static List<String> found(String text) {
		ByteBuffer content = ByteBuffer.wrap(text.getBytes(UTF_8));
		CsvCells cells = new CsvCells(content, 1);
		List<String> records = new ArrayList<>();
		int start = 0;
		while (start < content.limit()) {
			int next = cells.read(start);
			if (next == CsvCells.BROKEN) {
				records.add("broken");
				return records;
			}
			String before = UTF_8.decode(content.slice(0, start)).toString();
			records.add(before.length() + ": " + IntStream.range(0, cells.count()).mapToObj(cells::text).toList());
			start = next;
		}
		return records;
	}

	private static List<String> expected(String text) throws IOException {
		List<String> records = new ArrayList<>();
		try (CSVParser parser = CSVParser.builder().setFormat(CSVFormat.RFC4180).setCharSequence(text).get()) {
			Iterator<CSVRecord> all = parser.iterator();
			while (all.hasNext()) {
				CSVRecord next = all.next();
				records.add(next.getCharacterPosition() + ": " + Arrays.asList(next.values()));
			}
		}
		catch (UncheckedIOException ex) {
			records.add("broken");
		}
		return records;
	}

}
