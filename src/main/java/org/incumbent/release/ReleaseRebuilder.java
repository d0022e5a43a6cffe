package org.incumbent.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.incumbent.store.KeptRelease;
import org.incumbent.store.Store;
import org.incumbent.store.StoreChange;
import org.incumbent.store.StoreException;
import org.incumbent.store.Withdrawal;

/**
 * Loads kept releases anew from their own rows: into the tables of this application where
 * an older one has loaded them, and without a record that is withdrawn. The old ones are
 * asked until the new ones are whole.
 */
public final class ReleaseRebuilder {

	private static final ZoneId LONDON = ZoneId.of("Europe/London");

	private final Store store;

	private final ReleaseExporter exporter;

	private final ReleaseImporter importer;

	public ReleaseRebuilder(Store store, ImportProgress progress) {
		this.store = store;
		this.exporter = new ReleaseExporter(store);
		this.importer = new ReleaseImporter(store, progress);
	}

	/**
	 * Loads the releases anew that an older application has loaded, and lets all of them
	 * be asked in one step.
	 * @return how many there were
	 */
	public int bringUpToDate() {
		if (this.store.outdated().isEmpty()) {
			return 0;
		}
		return this.store.change((change) -> {
			List<KeptRelease> rebuilt = new ArrayList<>();
			for (KeptRelease release : this.store.outdated()) {
				inDirectory((directory) -> rebuilt.add(load(change, release, directory)));
			}
			change.keep(rebuilt);
			return rebuilt.size();
		});
	}

	/**
	 * Removes a record, and every row that is about it, from all kept releases in one
	 * step, and refuses packages with it from then on. References to it that can be empty
	 * are emptied.
	 * @param type its GraphQL type
	 * @param reason a sentence for readers, who are not told of which record
	 * @return from how many releases it was removed
	 * @throws StoreException if no kept release has it, or what is left would not be a
	 * valid package; nothing is changed then
	 */
	public int withdraw(String type, String key, String reason) {
		String table = PackageIndex.tableOf(type);
		if (table == null) {
			throw new StoreException("There is no type " + type + ": name one such as Person, Quote or Appointment");
		}
		Withdrawal withdrawal = new Withdrawal(type, key, reason, LocalDate.now(LONDON));
		return this.store.change((change) -> {
			List<KeptRelease> rebuilt = new ArrayList<>();
			for (KeptRelease release : change.kept()) {
				inDirectory((directory) -> {
					this.exporter.write(release, directory);
					if (new PackageRedaction(directory).remove(table, key)) {
						rebuilt.add(loadChecked(change, release, directory));
					}
				});
			}
			if (rebuilt.isEmpty()) {
				throw new StoreException("No release that is kept has " + type + " " + key);
			}
			change.withdraw(withdrawal, rebuilt);
			return rebuilt.size();
		});
	}

	private KeptRelease load(StoreChange change, KeptRelease release, Path directory) {
		this.exporter.write(release, directory);
		return this.importer.load(change, release, new PackageReader(PackageFormat.ofApplication()).read(directory));
	}

	private KeptRelease loadChecked(StoreChange change, KeptRelease release, Path directory) {
		CheckedPackage checked = CheckedPackage.read(directory, null, null);
		if (!checked.isValid()) {
			throw new StoreException("Without the record, release " + release.version()
					+ " would not be valid, so nothing was changed: " + checked.problems().get(0));
		}
		return this.importer.load(change, release, checked.data());
	}

	private static void inDirectory(Work work) {
		try {
			Path directory = Files.createTempDirectory("incumbent-release");
			try {
				work.in(directory);
			}
			finally {
				delete(directory);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void delete(Path directory) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

	private interface Work {

		void in(Path directory);

	}

}
