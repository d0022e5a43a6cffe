package org.incumbent.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small generated package in ZIP files.
 */
class PackageArchiveTests {

	private static final PackageFormat FORMAT = PackageFormat.ofApplication();

	private final Map<String, String> entries = new LinkedHashMap<>();

	@TempDir
	private Path directory;

	@TempDir
	private Path temporary;

	private Path unpacked;

	@BeforeEach
	void generatePackage() throws IOException {
		this.unpacked = this.directory.resolve("unpacked");
		new GeneratedPackage(12, 10, 40, 40, 20).writeTo(this.unpacked);
		try (Stream<Path> files = Files.list(this.unpacked)) {
			for (Path file : files.sorted().toList()) {
				this.entries.put(file.getFileName().toString(), Files.readString(file));
			}
		}
	}

	@AfterEach
	void nothingIsLeftBehind() {
		assertThat(this.temporary).isEmptyDirectory();
	}

	@Test
	void packageReadsAsFromItsDirectory() throws IOException {
		DataPackage data = read();
		assertThat(problems(data)).isEmpty();
		assertThat(data.checksum()).isEqualTo(new PackageReader(FORMAT).read(this.unpacked).checksum());
	}

	@Test
	void oneFolderAroundThePackageAndFilesOfNoPackageAreTolerated() throws IOException {
		inFolder("release-1/");
		this.entries.put("release-1/README.md", "Read me.");
		this.entries.put("release-1/notes/more.csv", "a,b\n");
		this.entries.put("__MACOSX/release-1/._people.csv", "no CSV");
		assertThat(problems(read())).isEmpty();
	}

	@Test
	void largePackageIsReadAfterItsTemporaryDirectoryIsGone() throws IOException {
		DataPackage data = archive(Long.MAX_VALUE).read(new PackageReader(FORMAT, 0, Integer.MAX_VALUE));
		assertThat(this.temporary).isEmptyDirectory();
		assertThat(problems(data)).isEmpty();
	}

	@Test
	void problemsNameTheArchive() throws IOException {
		this.entries.put("topics.csv", "id,slug,name,description\n,b,C,\n");
		assertThat(problems(read()))
			.contains(this.directory + "/package.zip/topics.csv:2:1 `id` is empty; it needs a value");
	}

	@Test
	void entryThatLeadsOutIsRefused() throws IOException {
		for (String name : List.of("../people.csv", "/etc/people.csv", "a\\..\\people.csv",
				"release/../../people.csv")) {
			this.entries.put(name, "id\n");
			assertThat(problems(read())).containsExactly(this.directory + "/package.zip:1:1 its entry `" + name
					+ "` leads out of the archive; pack the package anew");
			this.entries.remove(name);
		}
		assertThat(this.directory.resolve("people.csv")).doesNotExist();
	}

	@Test
	void archiveOfTwoPackagesIsRefused() throws IOException {
		this.entries.put("other/datapackage.json", "{}");
		assertThat(problems(read())).singleElement()
			.asString()
			.endsWith("it has more than one data package in it; pack one alone");
	}

	@Test
	void archiveThatUnpacksToTooMuchIsRefused() throws IOException {
		this.entries.put("quotes.csv", "a".repeat(1_000_000));
		assertThat(problems(archive(500_000).read(new PackageReader(FORMAT)))).containsExactly(this.directory
				+ "/package.zip:1:1 the files in it are larger than 500000 bytes together; unpack it and name the directory");
	}

	@Test
	void archiveOfManyEntriesIsRefused() throws IOException {
		for (int number = 0; number < 1000; number++) {
			this.entries.put("more/" + number, "");
		}
		assertThat(problems(read())).singleElement().asString().contains("entries, and a data package has some thirty");
	}

	@Test
	void fileThatIsNoArchiveIsRefused() throws IOException {
		Path file = Files.writeString(this.directory.resolve("people.csv"), "id\n");
		assertThat(problems(new PackageReader(FORMAT).read(file))).singleElement()
			.asString()
			.startsWith(file + ":1:1 this is no ZIP file that can be read (");
	}

	@Test
	void archiveWithoutAPackageLacksEveryFile() throws IOException {
		this.entries.clear();
		this.entries.put("letter.txt", "Dear all");
		assertThat(problems(read())).hasSize(FORMAT.tables().size() + 1)
			.allMatch((problem) -> problem.contains("is missing"));
	}

	private void inFolder(String folder) {
		Map<String, String> files = Map.copyOf(this.entries);
		this.entries.clear();
		files.forEach((name, text) -> this.entries.put(folder + name, text));
	}

	private DataPackage read() throws IOException {
		return archive(Long.MAX_VALUE).read(new PackageReader(FORMAT));
	}

	private PackageArchive archive(long mostBytes) throws IOException {
		Path file = this.directory.resolve("package.zip");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
			for (Map.Entry<String, String> entry : this.entries.entrySet()) {
				zip.putNextEntry(new ZipEntry(entry.getKey()));
				zip.write(entry.getValue().getBytes(UTF_8));
			}
		}
		return new PackageArchive(file, this.temporary, mostBytes);
	}

	private static List<String> problems(DataPackage data) {
		return new PackageValidator(FORMAT).validate(data).stream().map(Problem::toString).toList();
	}

}
