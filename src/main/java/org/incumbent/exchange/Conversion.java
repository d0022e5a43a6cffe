package org.incumbent.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns what others publish into a data package.
 */
public final class Conversion {

	private Conversion() {
	}

	/**
	 * A foreign format.
	 */
	public enum Format {

		/** The ministers database of the Institute for Government. */
		IFG,

		/** The files of the NHS Organisation Data Service. */
		ODS,

		/** Popolo JSON. */
		POPOLO,

		/** The people and committees of Open States. */
		OPENSTATES

	}

	/**
	 * Converts.
	 * @param from the directory or file of the foreign data
	 * @param directory where the package goes, which must be empty or not be there
	 * @param published the day on which the foreign data was published, null if it is not
	 * known
	 * @param progress is told what is being done, line by line
	 * @return what was read, taken, kept out and written, line by line
	 * @throws ConversionException if nothing was written, since the foreign data is not
	 * in this format or the directory is in use
	 * @throws UncheckedIOException if a file cannot be read or written
	 */
	public static List<String> convert(Format format, Path from, Path directory, @Nullable LocalDate published,
			Consumer<String> progress) {
		if (!Files.exists(from)) {
			throw new ConversionException("There is no file or directory " + from);
		}
		prepare(directory);
		try {
			return convert(format, from, directory, FileDay.of(published), progress);
		}
		catch (RuntimeException ex) {
			empty(directory);
			throw ex;
		}
	}

	private static List<String> convert(Format format, Path from, Path directory, FileDay day,
			Consumer<String> progress) {
		try (Account account = new Account(directory);
				PackageWriter out = new PackageWriter(directory, PackageTables.ofApplication(), account)) {
			ObjectNode descriptor = importer(format, out, account, day).read(from, progress);
			out.finish(descriptor, progress);
			List<String> summary = account.summary();
			account.append(summary);
			return summary;
		}
	}

	/**
	 * Takes away what was written before a conversion failed; nothing else is there.
	 */
	private static void empty(Path directory) {
		try (Stream<Path> files = Files.list(directory)) {
			for (Path file : files.toList()) {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Importer importer(Format format, PackageWriter out, Account account, FileDay day) {
		return switch (format) {
			case IFG -> new IfgImporter(out, account, day);
			case ODS -> new OdsImporter(out, account, day);
			case POPOLO -> new PopoloImporter(out, account, day);
			case OPENSTATES -> new OpenStatesImporter(out, account, day);
		};
	}

	private static void prepare(Path directory) {
		try {
			Files.createDirectories(directory);
			try (Stream<Path> files = Files.list(directory)) {
				if (files.findAny().isPresent()) {
					throw new ConversionException(
							directory + " is not empty; name a directory that is, or that is yet to be made");
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
