package org.incumbent.release;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A package that stays where it lies gives what the same package gives from memory.
 */
class LargePackageTests {

	private static final int CASES = 400;

	private static final String[] NONSENSE = { "", "\"", "\"\"", ",", ";", "\n", "\r\n", "\r", "x", " ", "2012",
			"2012-13", "é", "\u00A0", "\uFEFF", "post-0000001", "person-0000003", "ENDED", "PLANNED", "Quote" };

	private static final PackageFormat FORMAT = PackageFormat.ofApplication();

	private static final PackageReader FROM_MEMORY = new PackageReader(FORMAT, Long.MAX_VALUE, Integer.MAX_VALUE);

	private static final PackageReader WHERE_IT_LIES = new PackageReader(FORMAT, 0, Integer.MAX_VALUE);

	@TempDir
	private Path directory;

	@Test
	void validPackageHasTheSameContentFromMemoryAndWhereItLies() {
		new GeneratedPackage(30, 20, 150, 200, 60).writeTo(this.directory);
		DataPackage kept = FROM_MEMORY.read(this.directory);
		DataPackage large = WHERE_IT_LIES.read(this.directory);
		assertThat(large.rows("quotes").get(7)).isNotSameAs(large.rows("quotes").get(7))
			.isEqualTo(large.rows("quotes").get(7));
		assertThat(kept.rows("quotes").get(7)).isSameAs(kept.rows("quotes").get(7));
		assertThat(new PackageValidator(FORMAT).validate(large)).isEmpty();
		Map<String, List<String>> content = content(large);
		assertThat(content).isEqualTo(content(kept)).hasSizeGreaterThan(25);
		assertThat(content.get("claims")).hasSizeGreaterThan(1000).doesNotHaveDuplicates();
		assertThat(content.get("subject_sources")).doesNotHaveDuplicates();
	}

	@Test
	void spoiltPackageHasTheSameProblemsFromMemoryAndWhereItLies() throws IOException {
		new GeneratedPackage(12, 10, 40, 40, 20).writeTo(this.directory);
		int spoilt = 0;
		for (int seed = 0; seed < CASES; seed++) {
			Random random = new Random(seed);
			Path file = this.directory.resolve(randomTable(random).file());
			byte[] before = Files.readAllBytes(file);
			Files.write(file, spoil(before, random));
			DataPackage kept = FROM_MEMORY.read(this.directory);
			DataPackage large = WHERE_IT_LIES.read(this.directory);
			List<Problem> problems = new PackageValidator(FORMAT).validate(kept);
			assertThat(large.checksum()).isEqualTo(kept.checksum());
			assertThat(texts(large)).as("seed %d", seed).isEqualTo(texts(kept));
			assertThat(new PackageValidator(FORMAT).validate(large)).as("seed %d", seed).isEqualTo(problems);
			spoilt += problems.isEmpty() ? 0 : 1;
			Files.write(file, before);
		}
		assertThat(spoilt).isGreaterThan(CASES / 2);
	}

	@Test
	void whatSpreadsheetsWriteReadsAlike() {
		String plain = "id,slug,name,description\none,one,\"Eins,\nzwei\",\"She said \"\"No\"\"\"\ntwo,two,Two,\n";
		CsvTable expected = table(plain);
		assertThat(expected.rows()).extracting((row) -> row.text("name")).containsExactly("Eins,\nzwei", "Two");
		assertThat(expected.row(0).text("description")).isEqualTo("She said \"No\"");
		for (String text : List.of("\uFEFF" + plain, plain.replace("\n", "\r\n"),
				plain.substring(0, plain.length() - 1), "\uFEFF" + plain.replace("\n", "\r\n").stripTrailing())) {
			CsvTable table = table(text);
			assertThat(texts(table)).isEqualTo(texts(expected));
			assertThat(table.row(1).problem("name", "odd")).isEqualTo(new Problem("topics.csv", 4, 9, "odd"));
			assertThat(table.row(0).problem("description", "odd")).isEqualTo(new Problem("topics.csv", 3, 7, "odd"));
		}
	}

	@Test
	void linesAreCountedThroughCellsOfSeveralLinesFarIntoAFile() {
		StringBuilder topics = new StringBuilder("id,slug,name,description\n");
		for (int number = 0; number < 1000; number++) {
			topics.append("t-%d,t-%d,Name,%s\n".formatted(number, number, (number % 3 == 0) ? "\"a\nb\nc\"" : ""));
		}
		CsvTable table = table(topics.toString());
		int line = 2;
		for (Row row : table.rows()) {
			assertThat(row.line()).isEqualTo(line);
			line += (row.number() % 3 == 0) ? 3 : 1;
		}
	}

	@Test
	void fileThatIsTooLargeIsRefusedAndNothingIsSaidToBeMissing() {
		new GeneratedPackage(12, 10, 40, 1000, 20).writeTo(this.directory);
		DataPackage data = new PackageReader(FORMAT, 0, 100_000).read(this.directory);
		assertThat(new PackageValidator(FORMAT).validate(data)).extracting(Problem::toString)
			.isNotEmpty()
			.allMatch((problem) -> problem.matches(".*/[a-z_]+\\.csv:1:1 the file has \\d+ bytes, and one of more than "
					+ "100000 cannot be read; divide the package into several"));
	}

	@Test
	void packageOfManyTimesTheHeapIsValidated() throws IOException, InterruptedException {
		new GeneratedPackage(4000, 800, 20_000, 100_000, 12_000).writeTo(this.directory);
		Process validate = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx48m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
				"org.incumbent.IncumbentApplication", "validate", this.directory.toString())
			.redirectErrorStream(true)
			.start();
		String printed = new String(validate.getInputStream().readAllBytes(), UTF_8);
		assertThat(validate.waitFor(2, TimeUnit.MINUTES)).isTrue();
		assertThat(printed).startsWith("Valid: release ");
	}

	private static Map<String, List<String>> content(DataPackage data) {
		Map<String, List<String>> content = new TreeMap<>();
		new PackageContent(data).writeTo((table, columns, rows) -> rows.forEachRemaining((row) -> {
			assertThat(row).hasSameSizeAs(columns);
			content.computeIfAbsent(table, (absent) -> new ArrayList<>()).add(columns + Arrays.deepToString(row));
		}));
		return content;
	}

	private static Map<String, List<String>> texts(DataPackage data) {
		Map<String, List<String>> texts = new TreeMap<>();
		data.tables().forEach((table) -> texts.put(table.file(), texts(table)));
		return texts;
	}

	private static List<String> texts(CsvTable table) {
		return table.rows().stream().map((row) -> row.columns().stream().map(row::text).toList().toString()).toList();
	}

	private static TableFormat randomTable(Random random) {
		return FORMAT.tables().get(random.nextInt(FORMAT.tables().size()));
	}

	/**
	 * Puts nonsense over some of a file's bytes, and sometimes other line ends or a byte
	 * order mark.
	 */
	private static byte[] spoil(byte[] file, Random random) {
		String text = new String(file, UTF_8);
		for (int mistakes = random.nextInt(1, 4); mistakes > 0; mistakes--) {
			int start = random.nextInt(text.length());
			int end = Math.min(text.length(), start + random.nextInt(4));
			text = text.substring(0, start) + NONSENSE[random.nextInt(NONSENSE.length)] + text.substring(end);
		}
		text = (random.nextInt(4) == 0) ? text.replace("\n", "\r\n") : text;
		text = (random.nextInt(4) == 0) ? "\uFEFF" + text : text;
		byte[] bytes = ((random.nextInt(4) == 0) ? text.stripTrailing() : text).getBytes(UTF_8);
		if (random.nextInt(10) == 0) {
			bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
		}
		return bytes;
	}

	private static CsvTable table(String text) {
		ByteBuffer content = ByteBuffer.allocateDirect(4 * text.length());
		content.put(text.getBytes(UTF_8)).flip();
		List<Problem> problems = new ArrayList<>();
		CsvTable table = new CsvTableReader(problems).read(FORMAT.table("topics"), "topics.csv", content.slice(),
				false);
		assertThat(problems).isEmpty();
		return table;
	}

}
