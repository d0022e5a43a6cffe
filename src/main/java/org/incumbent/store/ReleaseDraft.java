package org.incumbent.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A release that is being loaded, which nobody sees before it is whole.
 */
public final class ReleaseDraft implements AutoCloseable {

	private final RegistryRepository registry;

	private final SchemaRepository schemas;

	private final KeptRelease release;

	private final Connection connection;

	ReleaseDraft(RegistryRepository registry, SchemaRepository schemas, KeptRelease release) {
		this.registry = registry;
		this.schemas = schemas;
		this.release = release;
		this.connection = schemas.create(release.schema());
	}

	/**
	 * Puts rows into a table.
	 * @param rows each in the order of the columns; null, Boolean, Integer, LocalDate,
	 * bytes or text
	 */
	public void load(String table, List<String> columns, Iterator<@Nullable Object[]> rows) {
		this.schemas.load(this.connection, table, columns, rows);
	}

	/**
	 * Completes the release and compares what is in the store with what was read.
	 * @param tables the tables that the package's files fill
	 * @param read the sum over the rows of the files
	 * @return the release, which can be asked when it is handed to
	 * {@link StoreChange#keep}
	 * @throws StoreException if the store holds something else than was read
	 */
	public KeptRelease complete(List<PackageTable> tables, ContentSum read) {
		this.schemas.complete(this.connection);
		String content = Store.sum(this.schemas, this.release, tables).hex();
		if (!content.equals(read.hex())) {
			throw new StoreException("Release " + this.release.version()
					+ " did not arrive whole in the database, so it is not kept: import it again, and if that does not help look into the database's log");
		}
		this.registry.complete(this.release, content);
		return this.release;
	}

	@Override
	public void close() {
		try {
			this.connection.close();
		}
		catch (SQLException ex) {
			throw StoreFailure.of("loading a release", ex);
		}
	}

}
