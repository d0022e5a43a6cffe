package org.incumbent.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Keeps releases side by side, each whole and in a schema of its own, and knows which one
 * is in service. Several processes may have the same store open; one at a time changes
 * it.
 */
public final class Store implements AutoCloseable {

	/** For the lock, the work done under it, and a look at what is kept. */
	private static final int CONNECTIONS = 4;

	private final StoreSettings settings;

	private final HikariDataSource control;

	private final RegistryRepository registry;

	private final SchemaRepository schemas;

	private Store(StoreSettings settings, HikariDataSource control, ReleaseLayout layout) {
		this.settings = settings;
		this.control = control;
		this.registry = new RegistryRepository(control);
		this.schemas = new SchemaRepository(control, Database.of(settings.url()), layout);
	}

	/**
	 * Opens a store, and makes it if it is not there.
	 * @throws StoreException if a newer version of the application has written to it
	 */
	public static Store open(StoreSettings settings) {
		return open(settings, ReleaseLayout.of(Database.of(settings.url())));
	}

	static Store open(StoreSettings settings, ReleaseLayout layout) {
		HikariDataSource control = pool(settings, CONNECTIONS, null);
		try {
			new FormatRepository(control).bringUpToDate();
			return new Store(settings, control, layout);
		}
		catch (RuntimeException ex) {
			control.close();
			throw ex;
		}
	}

	/**
	 * The releases that can be asked, in the order in which they were loaded.
	 */
	public List<KeptRelease> kept() {
		return this.registry.kept();
	}

	/**
	 * The release in service, null if none was put into service yet.
	 */
	public @Nullable KeptRelease inService() {
		List<String> publications = this.registry.publications();
		return publications.isEmpty() ? null : find(kept(), publications.get(publications.size() - 1));
	}

	/**
	 * The kept release of a version.
	 * @throws StoreException if there is none, with those that there are
	 */
	public KeptRelease find(String version) {
		return find(kept(), version);
	}

	static KeptRelease find(List<KeptRelease> kept, String version) {
		return kept.stream()
			.filter((release) -> release.version().equals(version))
			.findFirst()
			.orElseThrow(() -> new StoreException("No release " + version + " is kept; "
					+ (kept.isEmpty() ? "none is: import one" : "there " + (kept.size() == 1 ? "is " : "are ")
							+ kept.stream().map(KeptRelease::version).collect(Collectors.joining(", ")))));
	}

	/**
	 * Changes the store, after removing what an earlier change has left behind.
	 * @throws StoreException if another is changing it, or the change is refused
	 */
	public <T> T change(Function<StoreChange, T> change) {
		try (StoreLock lock = StoreLock.tryTake(this.control)) {
			if (lock == null) {
				throw new StoreException(
						"Somebody else is changing the store at the moment, by an import or the like: wait until that is done, and do this again");
			}
			removeLeftovers();
			return change.apply(new StoreChange(this.registry, this.schemas, this.settings.keep()));
		}
		catch (SQLException ex) {
			throw new SQLExceptionSubclassTranslator().translate("changing the store", null, ex);
		}
	}

	private void removeLeftovers() {
		for (int number : this.registry.leftovers(Instant.now().minus(this.settings.grace()))) {
			this.schemas.drop(KeptRelease.schema(number));
			this.registry.forget(number);
		}
	}

	/**
	 * Hands over the rows that a file of the package had, ordered by key.
	 * @param reader takes the cells of one row, in the order of the table's columns
	 */
	public void read(KeptRelease release, PackageTable table, Consumer<@Nullable String[]> reader) {
		this.schemas.read(release.schema(), table, reader);
	}

	/**
	 * The sum over the rows that the store holds for the files of a package.
	 */
	public ContentSum sum(KeptRelease release, List<PackageTable> tables) {
		return sum(this.schemas, release, tables);
	}

	static ContentSum sum(SchemaRepository schemas, KeptRelease release, List<PackageTable> tables) {
		ContentSum sum = new ContentSum();
		for (PackageTable table : tables) {
			schemas.read(release.schema(), table, (cells) -> sum.add(table.name(), Arrays.asList(cells)));
		}
		return sum;
	}

	/**
	 * Connections whose unqualified names are those of a release, to be closed by whoever
	 * asks for them.
	 */
	HikariDataSource connectionsTo(KeptRelease release, int most) {
		return pool(this.settings, most, Database.of(this.settings.url()).use(release.schema()));
	}

	boolean isInMemory() {
		return this.settings.isInMemory();
	}

	private static HikariDataSource pool(StoreSettings settings, int most, @Nullable String first) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(settings.jdbcUrl());
		config.setUsername(settings.username());
		config.setPassword(settings.password());
		config.setMaximumPoolSize(most);
		config.setMinimumIdle(settings.isInMemory() ? 1 : 0);
		config.setConnectionInitSql(first);
		config.setPoolName((first != null) ? first.substring(first.lastIndexOf(' ') + 1) : "store");
		try {
			return new HikariDataSource(config);
		}
		catch (HikariPool.PoolInitializationException ex) {
			throw new StoreException("The store cannot be opened: " + rootMessage(ex));
		}
	}

	private static String rootMessage(Throwable failure) {
		Throwable cause = failure.getCause();
		return (cause != null) ? rootMessage(cause) : String.valueOf(failure.getMessage());
	}

	@Override
	public void close() {
		this.control.close();
	}

}
