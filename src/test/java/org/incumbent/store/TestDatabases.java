package org.incumbent.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database that a run of the tests is about: H2 in memory, H2 in a file or
 * PostgreSQL, as the system property {@code incumbent.test.store} says. The build runs
 * the tests with the tag {@code store} on each.
 */
public final class TestDatabases implements LauncherSessionListener {

	/** H2 in memory where it is not set. */
	private static final String KIND = System.getProperty("incumbent.test.store", "h2-memory");

	/** The applications that tests share, by the names of their databases. */
	private static final List<String> SHARED = List.of("deadline", "golden", "known", "plans", "running-api",
			"switching", "switching-rows");

	private static final AtomicInteger made = new AtomicInteger();

	private static @Nullable EmbeddedPostgres postgres;

	private static @Nullable Path folder;

	@Override
	public void launcherSessionOpened(LauncherSession session) {
		for (String name : SHARED) {
			if (!KIND.equals("h2-memory")) {
				System.setProperty("incumbent.test." + name, address(name.replace('-', '_')));
			}
		}
	}

	@Override
	public void launcherSessionClosed(LauncherSession session) {
		try {
			if (postgres != null) {
				postgres.close();
			}
			if (folder != null) {
				delete(folder);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Applications that tests share are still open, and their databases may add a file
	 * meanwhile.
	 */
	private static void delete(Path folder) throws IOException {
		for (int attempt = 0; Files.exists(folder) && attempt < 100; attempt++) {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.deleteIfExists(file);
				}
			}
			catch (DirectoryNotEmptyException | UncheckedIOException ex) {
				// the next attempt sees what was added
			}
		}
	}

	/**
	 * The settings of a store in a database that nobody has used.
	 */
	public static StoreSettings fresh() {
		return new StoreSettings(address("fresh_" + made.incrementAndGet()), null, null, 3, Duration.ZERO,
				StoreSettings.LOOK);
	}

	/**
	 * Opens a store.
	 * @param access what connections to it go through
	 */
	public static Store open(StoreSettings settings, UnaryOperator<DataSource> access) {
		return Store.open(settings, access, DiskSpace.of(settings), ReleaseLayout.of(Database.of(settings.url())));
	}

	/**
	 * Opens a store on a disk.
	 * @param free how many bytes the disk has left, asked time and again
	 */
	public static Store openWithSpace(StoreSettings settings, LongSupplier free) {
		return Store.open(settings, UnaryOperator.identity(), new DiskSpace(free, () -> 0),
				ReleaseLayout.of(Database.of(settings.url())));
	}

	/**
	 * Opens a store as an application does whose tables are of another layout.
	 */
	public static Store openWithLayout(StoreSettings settings, int number) {
		ReleaseLayout layout = ReleaseLayout.of(Database.of(settings.url()));
		return Store.open(settings, UnaryOperator.identity(), DiskSpace.of(settings),
				new ReleaseLayout(number, layout.tables(), layout.indexes(), layout.derived()));
	}

	/**
	 * The schema that a release is in.
	 */
	public static String schemaOf(KeptRelease release) {
		return release.schema();
	}

	/**
	 * Runs a statement in a store's database, beside the application.
	 */
	public static void execute(StoreSettings settings, String sql) {
		try (Connection connection = DriverManager.getConnection(settings.jdbcUrl());
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A statement that any of the databases would work on for hours, and that gives rows
	 * all the while if it is let.
	 * @param table one with three rows at least
	 */
	public static String hoursOfWork(String table) {
		return IntStream.range(0, 30)
			.mapToObj((i) -> table + " t" + i)
			.collect(Collectors.joining(" cross join ", "select t0.id || t29.id as hours_of_work from ", ""));
	}

	/**
	 * How many connections are working on {@link #hoursOfWork}.
	 */
	public static int atHoursOfWork(JdbcClient database) {
		String sql = isPostgresql() ? """
				select count(*)
				from pg_stat_activity s
				where s.state = 'active' and s.query like '%t0.id || t29.id%' and s.pid <> pg_backend_pid()
				""" : """
				select count(*)
				from information_schema.sessions s
				where s.executing_statement like '%t0.id || t29.id%' and s.session_id <> session_id()
				""";
		return database.sql(sql).query(Integer.class).single();
	}

	/**
	 * When PostgreSQL has last looked at the tables of a release, null if never yet.
	 */
	public static @Nullable String lookedAt(StoreSettings settings, KeptRelease release) {
		try (Connection connection = DriverManager.getConnection(settings.jdbcUrl());
				Statement statement = connection.createStatement();
				ResultSet looked = statement.executeQuery(
						"select cast(max(last_analyze) as varchar) from pg_stat_all_tables where schemaname = '"
								+ release.schema() + "'")) {
			looked.next();
			return looked.getString(1);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static boolean isH2File() {
		return KIND.equals("h2-file");
	}

	public static boolean isPostgresql() {
		return KIND.equals("postgresql");
	}

	public static boolean areInMemory() {
		return KIND.equals("h2-memory");
	}

	/**
	 * The address of a database by a name of its own, which is made if need be.
	 */
	static synchronized String address(String name) {
		return switch (KIND) {
			case "h2-memory" -> "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
			case "h2-file" -> "jdbc:h2:file:" + folder().resolve(name);
			case "postgresql" -> postgresAddress(name);
			default -> throw new IllegalArgumentException(
					"incumbent.test.store is " + KIND + ": set it to h2-memory, h2-file or postgresql");
		};
	}

	private static Path folder() {
		try {
			folder = (folder != null) ? folder : Files.createTempDirectory("incumbent-stores");
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String postgresAddress(String name) {
		try {
			postgres = (postgres != null) ? postgres : startPostgres();
			EmbeddedPostgres server = Objects.requireNonNull(postgres);
			try (Connection connection = server.getPostgresDatabase().getConnection();
					Statement statement = connection.createStatement()) {
				statement.execute("create database " + name);
			}
			return server.getJdbcUrl("postgres", name);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * It need not survive a power cut, as no test is about that.
	 */
	private static EmbeddedPostgres startPostgres() throws IOException {
		return EmbeddedPostgres.builder()
			.setServerConfig("max_connections", "300")
			.setServerConfig("fsync", "off")
			.setServerConfig("full_page_writes", "off")
			.start();
	}

}
