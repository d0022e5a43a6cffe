package org.incumbent.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.incumbent.store.KeptRelease;
import org.incumbent.store.Store;
import org.incumbent.store.StoreException;
import org.incumbent.store.Withdrawal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes all that a store keeps into a directory of data packages, and fills an empty
 * store from it again, on whichever database.
 */
public final class StoreBackup {

	private static final String INDEX = "store.json";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Store store;

	public StoreBackup(Store store) {
		this.store = store;
	}

	/**
	 * Writes every kept release, and which were in service, into a directory that is made
	 * if it is not there.
	 * @return how many releases were written
	 * @throws StoreException if something is in the directory; nothing is written then
	 * @throws UncheckedIOException if a file cannot be written
	 */
	public int write(Path directory) {
		List<KeptRelease> kept = this.store.kept();
		Index index = new Index(kept, this.store.publications(), this.store.withdrawals());
		ReleaseExporter exporter = new ReleaseExporter(this.store);
		try {
			ReleaseExporter.requireEmpty(Files.createDirectories(directory));
			for (KeptRelease release : kept) {
				exporter.write(release, directory.resolve(folder(release)));
			}
			// last, so that a back-up with an index is whole
			Files.writeString(directory.resolve(INDEX),
					JSON.writerWithDefaultPrettyPrinter().writeValueAsString(index));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return kept.size();
	}

	/**
	 * Fills an empty store.
	 * @return how many releases were loaded
	 * @throws StoreException if the store is not empty, or the directory is no back-up;
	 * nothing is changed then
	 */
	public int restore(Path directory, ImportProgress progress) {
		Index index = read(directory);
		return this.store.change((change) -> {
			if (!change.kept().isEmpty()) {
				throw new StoreException("The store is not empty: name a new one to restore into");
			}
			List<KeptRelease> loaded = new ArrayList<>();
			for (KeptRelease release : index.releases()) {
				DataPackage data = new PackageReader(PackageFormat.ofApplication())
					.read(directory.resolve(folder(release)));
				if (!data.problems().isEmpty()) {
					throw new StoreException("The back-up is damaged: " + data.problems().get(0));
				}
				loaded.add(new ReleaseImporter(this.store, progress).load(change, release, data));
			}
			change.restore(loaded, index.publications(), index.withdrawals());
			return loaded.size();
		});
	}

	private static Index read(Path directory) {
		Path file = directory.resolve(INDEX);
		if (!Files.isRegularFile(file)) {
			throw new StoreException(
					"There is no " + file + ": name the directory that a back-up was written into as a whole");
		}
		try {
			return JSON.readValue(file, Index.class);
		}
		catch (JacksonException ex) {
			throw new StoreException(file + " cannot be read: " + ex.getOriginalMessage());
		}
	}

	private static String folder(KeptRelease release) {
		return "release-" + release.number();
	}

	/**
	 * What the store knows beside the rows of its releases.
	 */
	record Index(List<KeptRelease> releases, List<String> publications, List<Withdrawal> withdrawals) {

	}

}
