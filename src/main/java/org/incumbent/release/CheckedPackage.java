package org.incumbent.release;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A data package that was read and checked, valid or not.
 */
public final class CheckedPackage {

	private final DataPackage data;

	private final Problems problems;

	private final @Nullable VerbatimReport comparison;

	private CheckedPackage(DataPackage data, Problems problems, @Nullable VerbatimReport comparison) {
		this.data = data;
		this.problems = Problems.copyOf(problems);
		this.comparison = comparison;
	}

	/**
	 * Reads and checks a package. The one inside the application was checked when that
	 * was built.
	 * @param directory its directory or ZIP file, null for the package inside the
	 * application
	 * @param texts the directory of the sources' texts, null if quotes are not to be
	 * compared with them
	 * @param transcripts the CSV file that tells which lines of which text are which
	 * source, null if quotes are not to be compared with them
	 * @throws java.io.UncheckedIOException if a file that is there cannot be read
	 */
	public static CheckedPackage read(@Nullable Path directory, @Nullable Path texts, @Nullable Path transcripts) {
		PackageFormat format = PackageFormat.ofApplication();
		PackageReader reader = new PackageReader(format);
		DataPackage data = (directory != null) ? reader.read(directory) : reader.readFromClasspath("data");
		boolean checkedBefore = directory == null && PackageStamp.marks(data);
		CheckedPackage checked = checkedBefore ? new CheckedPackage(data, data.problems(), null) : of(format, data);
		return (texts != null && transcripts != null) ? checked.comparedWith(texts, transcripts) : checked;
	}

	/**
	 * Checks a package that was read in a format.
	 */
	static CheckedPackage of(PackageFormat format, DataPackage data) {
		return new CheckedPackage(data, new PackageValidator(format).validate(data), null);
	}

	private CheckedPackage comparedWith(Path texts, Path transcripts) {
		VerbatimReport report = new VerbatimCheck(texts, transcripts).check(this.data);
		Problems all = Problems.copyOf(this.problems);
		all.addAll(report.problems());
		return new CheckedPackage(this.data, all, report);
	}

	public boolean isValid() {
		return this.problems.isEmpty();
	}

	/**
	 * The problems as people read them.
	 * @param shown how many to print at most
	 * @param seeAll how to have all of them printed, with {@code %d} for their number
	 */
	public String report(int shown, String seeAll) {
		return new ProblemReport(this.problems).text(shown, seeAll);
	}

	/**
	 * One line on a valid package: its version and how large it is; a second one if its
	 * quotes were compared with texts.
	 */
	public String summary() {
		int rows = this.data.tables().stream().mapToInt((table) -> table.rows().size()).sum();
		String size = "Valid: release %s with %d rows in %d tables, checksum %s"
			.formatted(this.data.metadata().version(), rows, this.data.tables().size(), this.data.checksum());
		return (this.comparison != null) ? size + "\nCompared the quotes with their sources: " + this.comparison : size;
	}

	/**
	 * The version that the package gives itself.
	 */
	public String version() {
		return this.data.metadata().version();
	}

	DataPackage data() {
		return this.data;
	}

	/**
	 * The content, which can be counted on.
	 * @throws IllegalArgumentException if the package is not valid
	 */
	DataPackage validData() {
		if (!isValid()) {
			throw new IllegalArgumentException(new ProblemReport(this.problems).heading());
		}
		return this.data;
	}

	/**
	 * All tenures of a valid package.
	 */
	RecordedTenures tenures() {
		return new RecordedTenures(validData(), new DerivedColumns(validData()));
	}

	Problems problems() {
		return this.problems;
	}

	/**
	 * What came of comparing the quotes with texts, null if they were not compared.
	 */
	@Nullable VerbatimReport comparison() {
		return this.comparison;
	}

}
