package org.incumbent.release;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.incumbent.store.KeptRelease;
import org.incumbent.store.ReleaseReader;
import org.incumbent.store.Store;
import org.incumbent.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a release as a data package: rows by key, quoted only where a cell needs it. A
 * package that was written so has the same checksum when it comes out again.
 */
public final class ReleaseExporter {

	static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
		.setRecordSeparator('\n')
		.setQuoteMode(QuoteMode.MINIMAL)
		.get();

	private final Store store;

	private final PackageFormat format = PackageFormat.ofApplication();

	public ReleaseExporter(Store store) {
		this.store = store;
	}

	/**
	 * Writes a release into a directory, which is made if it is not there.
	 * @throws StoreException if something is in the directory; nothing is written then
	 * @throws UncheckedIOException if a file cannot be written
	 */
	public void write(KeptRelease release, Path directory) {
		try {
			Files.createDirectories(directory);
			requireEmpty(directory);
			Files.writeString(directory.resolve(PackageFormat.DESCRIPTOR), release.descriptor());
			try (ReleaseReader reader = this.store.open(release)) {
				for (TableFormat table : this.format.tables()) {
					write(table, reader.rows(ReleaseImporter.table(table)), directory.resolve(table.file()));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static void requireEmpty(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			if (files.findAny().isPresent()) {
				throw new StoreException("The directory " + directory + " is not empty: name a new one");
			}
		}
	}

	private static void write(TableFormat table, Iterator<@Nullable String[]> rows, Path file) throws IOException {
		try (BufferedWriter writer = Files.newBufferedWriter(file); CSVPrinter csv = new CSVPrinter(writer, FORMAT)) {
			csv.printRecord(table.columnNames());
			while (rows.hasNext()) {
				csv.printRecord((Object[]) rows.next());
			}
		}
	}

}
