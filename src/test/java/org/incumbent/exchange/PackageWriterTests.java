package org.incumbent.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageWriterTests {

	private static final PackageDescription DESCRIPTION = new PackageDescription("test", "A test", "For a test.",
			new PackageDescription.Licence("CC0-1.0", "", "CC0"), List.of());

	@TempDir
	private Path temporary;

	private Path directory = Path.of("");

	private List<String> summary = List.of();

	@BeforeEach
	void makeDirectory() throws IOException {
		this.directory = Files.createDirectory(this.temporary.resolve("package"));
	}

	@Test
	void allFilesAreThereAndAPackageOfNothingIsValid() {
		write((out) -> {
		});
		new Converted(this.directory, this.summary).isValid();
		assertThat(this.summary).isEmpty();
	}

	@Test
	void rowsAreInTheOrderOfTheirKeysAndOneThatIsAddedTwiceIsThereOnce() throws IOException {
		write((out) -> {
			for (String id : List.of("b", "a", "c", "a")) {
				out.add("topics", "x:1", "id", id, "slug", id, "name", "Topic \"" + id + "\", " + id);
			}
		});
		assertThat(Files.readString(this.directory.resolve("topics.csv"))).isEqualTo("""
				id,slug,name,description
				a,a,"Topic ""a"", a",
				b,b,"Topic ""b"", b",
				c,c,"Topic ""c"", c",
				""");
		assertThat(this.summary).containsExactly("Wrote 3 rows of topics.csv");
	}

	@Test
	void aRowWhoseKeyAnotherHasIsListedAndNotWritten() throws IOException {
		write((out) -> {
			out.add("topics", "x:1", "id", "a", "slug", "a", "name", "A");
			out.add("topics", "x:2", "id", "a", "slug", "a", "name", "B");
		});
		assertThat(Files.readString(this.directory.resolve("topics.csv"))).endsWith("\na,a,A,\n");
		assertThat(this.summary).containsExactly("Wrote 1 rows of topics.csv, and not 1 whose key another row has");
		assertThat(new Converted(this.directory, this.summary).list())
			.startsWith("x:2: not repeated in topics.csv: another row has its key: a\n");
	}

	@Test
	void namesakesGetSlugsOfTheirOwnWhicheverCameFirst() {
		Consumer<PackageWriter> rows = (out) -> {
			topic(out, "one", "same", "x1");
			topic(out, "two", "same", "x2");
			topic(out, "two", "same", "x2");
			topic(out, "three", "other", "x3");
			topic(out, "four", "same-x1", "x4");
			topic(out, "five", "", "x5");
			topic(out, "six", "", "");
		};
		write(rows);
		assertThat(new Converted(this.directory, this.summary).cells("topics", "id", "slug")).containsExactly("five|x5",
				"four|same-x1-" + Keys.hash("four"), "one|same-x1", "six|" + Keys.hash("six"), "three|other",
				"two|same-x2");
	}

	@Test
	void anAccountThatDoesNotAddUpIsRefused() {
		try (Account account = new Account(this.directory)) {
			account.read("things");
			account.read("things");
			account.taken("things");
			assertThatIllegalStateException().isThrownBy(account::summary)
				.withMessage("Of 2 things, 1 were taken and 0 kept out");
			account.keptOut("things", "x:1", "no reason", "");
			assertThat(account.summary()).containsExactly("Read 2 things: took 1, kept out 1",
					"    kept out 1: no reason");
		}
	}

	private static void topic(PackageWriter out, String id, String slug, String distinction) {
		out.add("topics", "x:1", "id", id, "slug", slug, PackageWriter.DISTINCTION, distinction, "name", "Topic");
	}

	private void write(Consumer<PackageWriter> rows) {
		try (Account account = new Account(this.directory);
				PackageWriter out = new PackageWriter(this.directory, PackageTables.ofApplication(), account)) {
			rows.accept(out);
			out.finish(DESCRIPTION.descriptor(LocalDate.of(2026, 11, 26)), (line) -> {
			});
			this.summary = account.summary();
		}
	}

}
