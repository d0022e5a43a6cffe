package org.incumbent.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Keeps releases side by side, each whole and in a schema of its own, and knows which one
 * is in service. Several processes may have the same store open; one at a time changes
 * it.
 */
public final class Store implements AutoCloseable {

	/** For the lock, the work done under it, and a look at what is kept. */
	private static final int CONNECTIONS = 4;

	/** How long a question waits for a connection. */
	private static final Duration CONNECTING = Duration.ofSeconds(5);

	/** How long a change waits for another; to remove what is left behind takes less. */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private static final int LONGEST_SHOWN = 40;

	private final StoreSettings settings;

	private final HikariDataSource control;

	private final DataSource changed;

	private final RegistryRepository registry;

	private final SchemaRepository schemas;

	private final DiskSpace space;

	private Store(StoreSettings settings, HikariDataSource control, UnaryOperator<DataSource> access, DiskSpace space,
			ReleaseLayout layout) {
		this.settings = settings;
		this.space = space;
		this.control = control;
		this.changed = access.apply(control);
		this.registry = new RegistryRepository(this.changed);
		DataSource unpooled = new DriverManagerDataSource(settings.jdbcUrl(), settings.credentials());
		this.schemas = new SchemaRepository(access.apply(unpooled), Database.of(settings.url()), space, layout);
	}

	/**
	 * Opens a store, and makes it if it is not there.
	 * @throws StoreException if a newer version of the application has written to it
	 */
	public static Store open(StoreSettings settings) {
		return open(settings, UnaryOperator.identity(), DiskSpace.of(settings),
				ReleaseLayout.of(Database.of(settings.url())));
	}

	/**
	 * Opens a store.
	 * @param access what connections to it go through
	 * @param space what room an import has
	 */
	static Store open(StoreSettings settings, UnaryOperator<DataSource> access, DiskSpace space, ReleaseLayout layout) {
		HikariDataSource control = pool(settings, CONNECTIONS, null);
		try {
			FormatRepository format = new FormatRepository(control);
			if (settings.isInMemory()) {
				format.makeInMemory();
			}
			else {
				format.bringUpToDate();
			}
			Store store = new Store(settings, control, access, space, layout);
			store.refuseNewerLayout();
			return store;
		}
		catch (RuntimeException ex) {
			control.close();
			throw ex;
		}
	}

	private void refuseNewerLayout() {
		for (KeptRelease release : kept()) {
			if (release.layout() > this.schemas.layout()) {
				throw new StoreException(
						"Release %s is kept in layout %d, and this is %s, which reads layouts up to %d: start the newer application that has loaded it. Nothing was changed"
							.formatted(release.version(), release.layout(), FormatRepository.application(),
									this.schemas.layout()));
			}
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
			.orElseThrow(() -> new StoreException("No release " + quoted(version) + " is kept; "
					+ (kept.isEmpty() ? "none is: import one" : "there " + (kept.size() == 1 ? "is " : "are ")
							+ kept.stream().map(KeptRelease::version).collect(Collectors.joining(", ")))));
	}

	/**
	 * What somebody asked for, as messages show it.
	 */
	private static String quoted(String version) {
		return "`" + version.substring(0, Math.min(version.length(), LONGEST_SHOWN)).replaceAll("\\p{Cntrl}", " ")
				+ "`";
	}

	/**
	 * Changes the store, after removing what an earlier change has left behind.
	 * @throws StoreBusyException if another is changing it, and is not done within
	 * seconds
	 * @throws StoreException if the change is refused
	 */
	public <T> T change(Function<StoreChange, T> change) {
		return change(change, PATIENCE);
	}

	private <T> T change(Function<StoreChange, T> change, Duration patience) {
		this.space.requireForRows();
		try (StoreLock lock = StoreLock.take(this.changed, patience)) {
			if (lock == null) {
				throw new StoreBusyException();
			}
			removeLeftovers();
			return change.apply(new StoreChange(this.registry, this.schemas, this.settings.keep()));
		}
		catch (SQLException ex) {
			throw StoreFailure.of("changing the store", ex);
		}
	}

	/**
	 * Removes what earlier changes have left behind, unless somebody is changing the
	 * store just now.
	 */
	void tidy() {
		if (this.registry.leftovers(graceIsOver()).isEmpty()) {
			return;
		}
		try {
			change((change) -> true, Duration.ZERO);
		}
		catch (StoreException ex) {
			// Whoever is changing the store has removed it.
		}
	}

	private Instant graceIsOver() {
		return Instant.now().minus(this.settings.grace());
	}

	private void removeLeftovers() {
		for (int number : this.registry.leftovers(graceIsOver())) {
			this.schemas.drop(KeptRelease.schema(number));
			this.registry.forget(number);
		}
	}

	/**
	 * The versions that were put into service, the one that is in service last.
	 */
	public List<String> publications() {
		return this.registry.publications();
	}

	/**
	 * The records that no release may show, by type and key.
	 */
	public List<Withdrawal> withdrawals() {
		return this.registry.withdrawals();
	}

	/**
	 * The kept releases whose tables are those of an older application, which this one
	 * cannot read before they are loaded anew.
	 */
	public List<KeptRelease> outdated() {
		return kept().stream().filter((release) -> release.layout() < this.schemas.layout()).toList();
	}

	/**
	 * Opens a release for reading, until the reader is closed.
	 */
	public ReleaseReader open(KeptRelease release) {
		return this.schemas.open(release.schema());
	}

	/**
	 * The sum over the rows that the store holds for the files of a package.
	 */
	public ContentSum sum(KeptRelease release, List<PackageTable> tables) {
		return sum(this.schemas, release, tables);
	}

	static ContentSum sum(SchemaRepository schemas, KeptRelease release, List<PackageTable> tables) {
		ContentSum sum = new ContentSum();
		try (ReleaseReader reader = schemas.open(release.schema())) {
			for (PackageTable table : tables) {
				reader.rows(table).forEachRemaining((cells) -> sum.add(table.name(), Arrays.asList(cells)));
			}
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

	private static HikariDataSource pool(StoreSettings settings, int most, @Nullable String first) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(settings.jdbcUrl());
		config.setDataSourceProperties(settings.credentials());
		config.setMaximumPoolSize(most);
		if (first != null) {
			// a question that waits takes the place of one that need not ask
			config.setConnectionTimeout(CONNECTING.toMillis());
		}
		config.setMinimumIdle(settings.isInMemory() ? 1 : 0);
		config.setConnectionInitSql(first);
		config.setExceptionOverride(new ClosedDatabase());
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
