package org.incumbent.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands that keep releases, on a store in a file and two versions of the package
 * of the three articles.
 */
class StoreCommandsTests {

	@TempDir
	private Path folder;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@BeforeEach
	void makeTwoVersions() throws IOException {
		version("1.0");
		version("1.1");
		Path topics = this.folder.resolve("1.1/topics.csv");
		Files.writeString(topics, Files.readString(topics) + "zeal,zeal,Zeal,\n");
	}

	private void version(String version) throws IOException {
		Path directory = Files.createDirectory(this.folder.resolve(version));
		try (Stream<Path> files = Files.list(Path.of("src/test/resources/articles"))) {
			for (Path file : files.toList()) {
				Files.copy(file, directory.resolve(file.getFileName()));
			}
		}
		Path descriptor = directory.resolve("datapackage.json");
		Files.writeString(descriptor, Files.readString(descriptor)
			.replaceFirst("\"version\": \"[^\"]*\"", "\"version\": \"" + version + "\""));
	}

	@Test
	void releasesGoThroughTheirLifeByCommands() {
		assertThat(run("import", at("1.0"), "--publish")).isZero();
		assertThat(printed()).contains("rows of people").endsWith("Release 1.0 is loaded, and in service\n");
		assertThat(run("import", at("1.1"))).isZero();
		assertThat(printed()).endsWith("Release 1.1 is loaded; put it into service with publish 1.1\n");
		assertThat(run("import", at("1.1"))).isZero();
		assertThat(printed()).endsWith("Release 1.1 was kept already; put it into service with publish 1.1\n");
		assertThat(run("publish", "1.1")).isZero();
		assertThat(run("releases")).isZero();
		assertThat(printed()).contains("  1.0 ", "* 1.1 ");
		assertThat(run("diff", "1.0", "1.1")).isZero();
		assertThat(printed()).endsWith("ADDED Topic zeal\n1 record changed from 1.0 to 1.1\n");
		assertThat(run("rollback")).isZero();
		assertThat(printed()).endsWith("Release 1.0 is in service again\n");
		assertThat(run("export", "1.1", at("out"))).isZero();
		assertThat(run("validate", at("out"))).isZero();
		assertThat(run("withdraw", "Topic", "zeal", "--reason", "Nobody needs it")).isZero();
		assertThat(printed()).contains("Withdrawn from 1 release; ");
		assertThat(run("backup", at("backup"))).isZero();
		assertThat(printed()).endsWith("2 releases are in " + at("backup") + "\n");
		assertThat(complained()).isEmpty();
	}

	@Test
	void theStoreRefusesWithASentenceAndCodeFour() {
		assertThat(run("publish", "1.0")).isEqualTo(4);
		assertThat(complained()).isEqualTo("No release `1.0` is kept; none is: import one\n");
		assertThat(run("rollback")).isEqualTo(4);
		assertThat(run("import", at("1.0"), "--publish")).isZero();
		assertThat(run("restore", at("1.0"))).isEqualTo(4);
		assertThat(complained()).contains("name the directory that a back-up was written into");
	}

	@Test
	void aPackageWithProblemsChangesNothing() throws IOException {
		Path topics = this.folder.resolve("1.0/topics.csv");
		Files.writeString(topics, Files.readString(topics) + "Bad Key,bad,Bad,\n");
		assertThat(run("import", at("1.0"), "--publish")).isEqualTo(1);
		assertThat(printed()).contains("1 problem ", "topics.csv:");
		assertThat(run("releases")).isZero();
		assertThat(printed()).doesNotContain("1.0 ");
	}

	@Test
	void aStoreThatEndsWithTheCommandIsOfNoUse() {
		assertThat(execute("releases", "--store", "jdbc:h2:mem:x")).isEqualTo(2);
		assertThat(complained()).contains("A store in memory ends with the command");
		assertThat(execute("releases", "--store", "jdbc:mysql://x")).isEqualTo(2);
		assertThat(complained()).contains("must start with jdbc:h2:mem:, jdbc:h2:file: or jdbc:postgresql:");
	}

	private String at(String name) {
		return this.folder.resolve(name).toString();
	}

	private int run(String... arguments) {
		List<String> all = Stream
			.concat(Stream.of(arguments),
					Stream.of(arguments)
						.limit(1)
						.filter((command) -> !command.equals("validate"))
						.flatMap((command) -> Stream.of("--store", "jdbc:h2:file:" + this.folder.resolve("store"))))
			.toList();
		return execute(all.toArray(String[]::new));
	}

	private int execute(String... arguments) {
		this.out.reset();
		this.err.reset();
		return Commands.run(new PrintStream(this.out, true, UTF_8), new PrintStream(this.err, true, UTF_8), arguments);
	}

	private String printed() {
		return this.out.toString(UTF_8);
	}

	private String complained() {
		return this.err.toString(UTF_8);
	}

}
