package org.incumbent.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/**
 * The data package that the application carries.
 */
class DatasetTests {

	private static final Path TRANSCRIPTS = Path.of("src", "test", "resources", "transcripts.csv");

	private final PackageFormat format = PackageFormat.ofApplication();

	private final DataPackage data = new PackageReader(this.format).readFromClasspath("data");

	@Test
	void datasetIsValid() {
		assertThat(new PackageValidator(this.format).validate(this.data)).isEmpty();
	}

	@Test
	void quotesStandInTheirSourcesAndNothingInQuotationMarksIsLeftOut() {
		Path texts = Path.of(System.getProperty("incumbent.texts", Path.of("..", "shared", "seeds").toString()));
		if (!Files.isDirectory(texts)) {
			System.err
				.println("SKIPPED: quotes are not compared with the articles, because " + texts + " is not there");
		}
		assumeTrue(Files.isDirectory(texts));
		VerbatimReport report = new VerbatimCheck(texts, TRANSCRIPTS).check(this.data);
		System.err.println("Quotes compared with " + report);
		assertThat(report.problems()).isEqualTo(List.of());
		assertThat(report.texts())
			.isEqualTo(this.data.rows("quotes").stream().map((quote) -> quote.get("source_id")).distinct().count());
		assertThat(report.listed()).isPositive().isEqualTo(report.spans());
	}

}
