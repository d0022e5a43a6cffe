package org.incumbent.release;

import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

import org.incumbent.time.FuzzyDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packages that are made for tests and measurements.
 */
class GeneratedPackageTests {

	private final PackageReader reader = new PackageReader(PackageFormat.ofApplication());

	@TempDir
	private Path directory;

	@Test
	void packageIsValidAndOfItsSizeWithMostOfWhatRealOnesHave() {
		new GeneratedPackage(1000, 200, 5000, 10_000, 3000).writeTo(this.directory);
		DataPackage data = this.reader.read(this.directory);
		assertThat(new PackageValidator(PackageFormat.ofApplication()).validate(data)).isEmpty();
		assertThat(List.of("people", "organisations", "appointments", "quotes", "events"))
			.extracting((table) -> data.rows(table).size())
			.containsExactly(1000, 200, 5000, 10_000, 3000);
		assertThat(new Careers(data.table("appointments")).chained()).hasSizeBetween(500, 1000);
		assertThat(data.rows("appointments"))
			.filteredOn((row) -> row.text("start_date") != null && FuzzyDate.parse(row.get("start_date")).approximate())
			.hasSizeGreaterThan(100);
		assertThat(data.tables()).filteredOn((table) -> table.rows().isEmpty())
			.extracting((table) -> table.format().name())
			.containsExactlyInAnyOrder("explanations", "quoted_terms", "wanted_facts");
	}

	@Test
	void packageOfTheSameSizeIsTheSame() {
		for (String name : List.of("one", "two")) {
			new GeneratedPackage(20, 10, 60, 50, 30).writeTo(this.directory.resolve(name));
		}
		assertThat(this.reader.read(this.directory.resolve("one")).checksum())
			.isEqualTo(this.reader.read(this.directory.resolve("two")).checksum());
	}

}
