package org.incumbent.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A small package of invented people and bodies, valid until a test changes it. It has
 * the descriptor of the application's own package, so that both have the same columns.
 */
final class PackageFixture {

	private static final PackageFormat FORMAT = PackageFormat.ofApplication();

	private final Path directory;

	/**
	 * A copy of the package in an empty directory.
	 */
	PackageFixture(Path directory) {
		this.directory = directory;
		try (Stream<Path> files = Files.list(resource("/org/incumbent/release/valid"))) {
			for (Path file : files.toList()) {
				Files.copy(file, directory.resolve(file.getFileName()));
			}
			Files.copy(resource("/data/datapackage.json"), directory.resolve("datapackage.json"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path resource(String name) {
		try {
			URL url = Objects.requireNonNull(PackageFixture.class.getResource(name));
			return Path.of(url.toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Changes a passage that stands once in a file.
	 */
	void replace(String file, String before, String after) {
		String text = text(file);
		assertThat(text).containsOnlyOnce(before);
		write(file, text.replace(before, after));
	}

	/**
	 * Adds a row at the end of a file.
	 */
	void append(String file, String line) {
		write(file, text(file) + line + "\n");
	}

	void write(String file, String text) {
		try {
			Files.writeString(this.directory.resolve(file), text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String text(String file) {
		try {
			return Files.readString(this.directory.resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	DataPackage read() {
		return new PackageReader(FORMAT).read(this.directory);
	}

	/**
	 * What is wrong with the package, as it is printed, without the directory.
	 */
	List<String> problems() {
		return inDirectory(new PackageValidator(FORMAT).validate(read()));
	}

	List<String> inDirectory(List<Problem> problems) {
		return problems.stream().map((problem) -> problem.toString().replace(this.directory + "/", "")).toList();
	}

}
