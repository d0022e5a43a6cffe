package org.incumbent.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What became of each row of the evidence that the dataset was built from: kept, merged
 * with another, or rejected with a reason. The evidence itself is not part of the
 * repository.
 */
class EvidenceAccountTests {

	private static final Path ACCOUNT = Path.of("src", "docs", "evidence-rows.csv");

	private static final List<String> FILES = List.of("appointments", "organisations", "organisation_changes", "events",
			"conflicts", "turnover", "people", "sources");

	private static final List<String> OUTCOMES = List.of("KEPT", "MERGED", "REJECTED");

	private final PackageFormat format = PackageFormat.ofApplication();

	private final PackageIndex data = new PackageIndex(this.format,
			new PackageReader(this.format).readFromClasspath("data"));

	private final List<Row> account = read(ACCOUNT, "file", "row", "outcome", "record_type", "record_id", "reason");

	@Test
	void keptAndMergedRowsNameARecordThatIsThere() {
		assertThat(this.account).isNotEmpty().allSatisfy((row) -> {
			assertThat(row.text("file")).as("file in " + row).isIn(FILES);
			assertThat(row.text("row")).as("row in " + row).isNotNull();
			assertThat(row.text("outcome")).as("outcome in " + row).isIn(OUTCOMES);
		});
		assertThat(this.account).filteredOn((row) -> !"REJECTED".equals(row.text("outcome")))
			.filteredOn((row) -> !namesARecord(row))
			.as("rows that are kept or merged, but name no record of data")
			.isEmpty();
	}

	@Test
	void rejectedRowsHaveAReason() {
		assertThat(this.account).filteredOn((row) -> "REJECTED".equals(row.text("outcome")))
			.filteredOn((row) -> row.text("reason") == null)
			.as("rejected rows without a reason")
			.isEmpty();
	}

	/**
	 * A row that was split is told of several times, and counted once by its first
	 * outcome.
	 */
	@Test
	void everyRowOfTheEvidenceIsAccountedFor() {
		Path evidence = Path
			.of(System.getProperty("incumbent.evidence", Path.of("..", "shared", "evidence").toString()));
		if (!Files.isDirectory(evidence)) {
			System.err
				.println("SKIPPED: the rows of the evidence are not counted, because " + evidence + " is not there");
		}
		assumeTrue(Files.isDirectory(evidence));
		Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
		List<String> missing = new ArrayList<>();
		List<String> unknown = new ArrayList<>();
		for (String file : FILES) {
			Map<String, String> outcomes = firstOutcomes(file);
			List<String> rows = read(evidence.resolve(file + ".csv"), file.equals("sources") ? "key" : "id").stream()
				.map((row) -> String.valueOf(row.text(row.columns().get(0))))
				.toList();
			Map<String, Integer> count = new TreeMap<>();
			rows.stream()
				.filter(outcomes::containsKey)
				.forEach((row) -> count.merge(outcomes.get(row), 1, Integer::sum));
			counts.put(file + " (" + rows.size() + ")", count);
			rows.stream().filter((row) -> !outcomes.containsKey(row)).forEach((row) -> missing.add(file + " " + row));
			outcomes.keySet()
				.stream()
				.filter((row) -> !rows.contains(row))
				.forEach((row) -> unknown.add(file + " " + row));
			assertThat(rows).as("rows of " + file).doesNotHaveDuplicates();
		}
		System.err.println("Rows of the evidence by what became of them: " + counts);
		assertThat(missing).as("rows of the evidence that are not accounted for").isEmpty();
		assertThat(unknown).as("rows accounted for that the evidence does not have").isEmpty();
	}

	private Map<String, String> firstOutcomes(String file) {
		Map<String, String> outcomes = new LinkedHashMap<>();
		for (Row row : this.account) {
			if (file.equals(row.text("file"))) {
				outcomes.putIfAbsent(String.valueOf(row.text("row")), String.valueOf(row.text("outcome")));
			}
		}
		return outcomes;
	}

	private boolean namesARecord(Row row) {
		String table = PackageIndex.tableOf(row.text("record_type"));
		return table != null && this.data.find(table, row.text("record_id")) != null;
	}

	/**
	 * The rows of a CSV file, of which only some columns are looked at.
	 */
	private static List<Row> read(Path file, String... columns) {
		List<ColumnFormat> formats = new ArrayList<>();
		for (String column : columns) {
			formats.add(new ColumnFormat(column, "", ColumnFormat.Type.TEXT, false, false, List.of(), null, null));
		}
		TableFormat format = new TableFormat(file.toString(), file.toString(), formats, List.of(columns[0]), List.of());
		List<Problem> problems = new ArrayList<>();
		CsvTable table = new CsvTableReader(problems).read(format, file.toString(), content(file));
		assertThat(problems).filteredOn((problem) -> !problem.message().startsWith("there is no column")).isEmpty();
		return table.rows();
	}

	private static byte[] content(Path file) {
		try {
			return Files.readAllBytes(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
