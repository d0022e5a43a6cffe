package org.incumbent.release;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.incumbent.store.ContentSum;
import org.incumbent.store.KeptRelease;
import org.incumbent.store.PackageTable;
import org.incumbent.store.ReleaseDraft;
import org.incumbent.store.Store;
import org.incumbent.store.StoreChange;
import org.incumbent.store.StoreException;
import org.incumbent.store.Withdrawal;
import org.jspecify.annotations.Nullable;

/**
 * Takes a valid data package into the store as a release, whole or not at all.
 */
public final class ReleaseImporter {

	private final Store store;

	private final ImportProgress progress;

	public ReleaseImporter(Store store, ImportProgress progress) {
		this.store = store;
		this.progress = progress;
	}

	/**
	 * Loads a release beside the others; one that is kept with the same content is not
	 * loaded again.
	 * @param publish whether it is put into service too
	 * @return whether it was loaded, and not kept already
	 * @throws IllegalArgumentException if the package is not valid
	 * @throws StoreException if another package with its version is kept, or somebody
	 * else is changing the store
	 */
	public boolean take(CheckedPackage checked, boolean publish) {
		DataPackage data = checked.validData();
		return this.store.change((change) -> {
			boolean loaded = !isKept(change.kept(), data);
			if (loaded) {
				refuseWithdrawn(change.withdrawals(), data);
				change.keep(List.of(load(change, describe(data), data)));
			}
			if (publish) {
				change.publish(data.metadata().version());
			}
			return loaded;
		});
	}

	private static boolean isKept(List<KeptRelease> kept, DataPackage data) {
		for (KeptRelease release : kept) {
			if (release.version().equals(data.metadata().version())) {
				if (!release.checksum().equals(data.checksum())) {
					throw new StoreException("Release " + release.version() + " is kept with the checksum "
							+ release.checksum() + ", and this package has " + data.checksum()
							+ ": a published version never changes, so give the changed package another `version` in datapackage.json");
				}
				return true;
			}
		}
		return false;
	}

	private static void refuseWithdrawn(List<Withdrawal> withdrawals, DataPackage data) {
		for (Withdrawal withdrawal : withdrawals) {
			String table = PackageIndex.tableOf(withdrawal.type());
			if (table != null && data.rows(table).stream().anyMatch((row) -> withdrawal.key().equals(row.text("id")))) {
				throw new StoreException(
						"The package has %s %s, which was withdrawn from this store on %s (%s): remove it and what refers to it"
							.formatted(withdrawal.type(), withdrawal.key(), withdrawal.withdrawnOn(),
									withdrawal.reason()));
			}
		}
	}

	/**
	 * Loads a package into a schema of its own.
	 * @param described what the store is to know of the release
	 * @return the release, which nobody can ask yet
	 */
	KeptRelease load(StoreChange change, KeptRelease described, DataPackage data) {
		Map<String, PackageTable> tables = RecordTable.files();
		ContentSum read = new ContentSum();
		try (ReleaseDraft draft = change.begin(described)) {
			new PackageContent(data).writeTo((table, columns, rows) -> {
				PackageTable file = isOfPackage(columns) ? tables.get(table) : null;
				draft.load(table, columns, this.progress.watch(table, noted(rows, file, read)));
			});
			this.progress.completing();
			return draft.complete(List.copyOf(tables.values()), read);
		}
	}

	/**
	 * Whether rows are those of a file, and not the further ones that follow from them.
	 */
	private static boolean isOfPackage(List<String> columns) {
		return !columns.contains("derived");
	}

	/**
	 * The rows, each of which is added to the sum when it is taken. A file's columns come
	 * first in a row, in the order of the file.
	 */
	private static Iterator<@Nullable Object[]> noted(Iterator<@Nullable Object[]> rows, @Nullable PackageTable file,
			ContentSum sum) {
		if (file == null) {
			return rows;
		}
		return new Iterator<>() {

			@Override
			public boolean hasNext() {
				return rows.hasNext();
			}

			@Override
			public @Nullable Object[] next() {
				@Nullable Object[] row = rows.next();
				sum.add(file.name(), Arrays.asList(row).subList(0, file.columns().size()));
				return row;
			}

		};
	}

	/**
	 * The tables that the files of a package fill.
	 */
	static List<PackageTable> tables(PackageFormat format) {
		return format.tables().stream().map(ReleaseImporter::table).toList();
	}

	static PackageTable table(TableFormat table) {
		return new PackageTable(table.name(), table.columnNames(), table.key(),
				List.of("citations", "claims").contains(table.name()));
	}

	private static KeptRelease describe(DataPackage data) {
		PackageMetadata metadata = data.metadata();
		LocalDate releasedOn = Objects.requireNonNull(metadata.releasedOn());
		String licence = String.join("; ", metadata.licences().stream().map(ReleaseImporter::describe).toList());
		String citation = (metadata.citation() != null) ? metadata.citation()
				: "%s, release %s of %s".formatted(metadata.title(), metadata.version(), releasedOn);
		return new KeptRelease(0, 0, metadata.version(), metadata.title(), releasedOn, data.checksum(), "", licence,
				citation, metadata.descriptor());
	}

	private static String describe(PackageMetadata.Licence licence) {
		return (licence.title() != null) ? licence.name() + ": " + licence.title() : licence.name();
	}

}
