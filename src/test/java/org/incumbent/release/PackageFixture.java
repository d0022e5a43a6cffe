package org.incumbent.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/**
 * A small package of invented people and bodies, valid until a test changes it. It has
 * the descriptor of the application's own package, so that both have the same columns.
 */
final class PackageFixture {

	private static final PackageFormat FORMAT = PackageFormat.ofApplication();

	private static final String FOLDER = "small";

	private final SortedMap<String, String> files = new TreeMap<>();

	PackageFixture() {
		try (Stream<Path> tables = Files.list(resource("/org/incumbent/release/valid"))) {
			for (Path table : tables.toList()) {
				write(table.getFileName().toString(), Files.readString(table));
			}
			write("datapackage.json", Files.readString(resource("/data/datapackage.json")));
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
		this.files.put(file, text);
	}

	void delete(String file) {
		assertThat(this.files.remove(file)).isNotNull();
	}

	/**
	 * The names of the tables' files.
	 */
	List<String> tables() {
		return this.files.keySet().stream().filter((file) -> file.endsWith(".csv")).toList();
	}

	String text(String file) {
		return Objects.requireNonNull(this.files.get(file));
	}

	DataPackage read() {
		SortedMap<String, Resource> resources = new TreeMap<>();
		this.files.forEach((file, text) -> resources.put(file, new ByteArrayResource(text.getBytes(UTF_8))));
		return new PackageReader(FORMAT).read(FOLDER, resources);
	}

	/**
	 * What is wrong with the package, as it is printed, without the folder.
	 */
	List<String> problems() {
		return withoutFolder(new PackageValidator(FORMAT).validate(read()));
	}

	List<String> withoutFolder(List<Problem> problems) {
		return problems.stream().map((problem) -> problem.toString().replace(FOLDER + "/", "")).toList();
	}

}
