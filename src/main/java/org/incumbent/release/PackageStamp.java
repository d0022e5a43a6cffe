package org.incumbent.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.core.io.ClassPathResource;

/**
 * The mark that a build leaves in the application once it has found the package inside it
 * valid, so that no start has to check the same rows by the same rules again. Whoever
 * changes the package afterwards has it checked, as its checksum is another one.
 */
public final class PackageStamp {

	private static final String FILE = "org/incumbent/release/checked-package.sha256";

	private PackageStamp() {
	}

	/**
	 * Run by the build: checks the package inside the application.
	 * @param arguments the directory of the classes, where the mark is left
	 */
	public static void main(String... arguments) {
		PackageFormat format = PackageFormat.ofApplication();
		update(Path.of(arguments[0]), CheckedPackage.of(format, new PackageReader(format).readFromClasspath("data")));
	}

	/**
	 * Leaves the mark for a valid package, and takes it away for another: the server then
	 * finds the problems at its start, and tells them as it always does.
	 */
	static void update(Path classes, CheckedPackage checked) {
		Path mark = classes.resolve(FILE);
		try {
			Files.deleteIfExists(mark);
			if (checked.isValid()) {
				Files.createDirectories(mark.getParent());
				Files.writeString(mark, checked.data().checksum());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Whether the build has found a package valid.
	 */
	static boolean marks(DataPackage data) {
		ClassPathResource mark = new ClassPathResource(FILE);
		try {
			return mark.exists() && mark.getContentAsString(UTF_8).equals(data.checksum());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
