package org.incumbent.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Brings the store's own tables to the format of this application, and leaves those of a
 * newer application alone.
 */
final class FormatRepository {

	private static final String FOLDER = "classpath:db/migration";

	private final DataSource control;

	private final JdbcClient jdbc;

	FormatRepository(DataSource control) {
		this.control = control;
		this.jdbc = JdbcClient.create(control);
	}

	/**
	 * Makes the tables of a store in memory by the same scripts, but without the history
	 * of them: such a store was made by this very process, so nothing in it can be old.
	 */
	void makeInMemory() {
		List<Resource> scripts = scripts();
		int format = formatOf(scripts);
		try (Connection connection = this.control.getConnection();
				ResultSet made = connection.getMetaData().getTables(null, "PUBLIC", "STORE_FORMAT", null)) {
			if (made.next()) {
				refuseNewer(format);
				return;
			}
			scripts.forEach((script) -> ScriptUtils.executeSqlScript(connection, script));
		}
		catch (SQLException ex) {
			throw StoreFailure.of("making the store's tables", ex);
		}
		note(format);
	}

	/**
	 * The migrations in their order.
	 */
	private static List<Resource> scripts() {
		try {
			return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FOLDER + "/V*.sql"))
				.sorted(Comparator.comparingInt(FormatRepository::versionOf))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The last format that this application knows.
	 */
	private static int formatOf(List<Resource> scripts) {
		return versionOf(scripts.get(scripts.size() - 1));
	}

	private static int versionOf(Resource script) {
		String name = Objects.requireNonNull(script.getFilename());
		return Integer.parseInt(name.substring(1, name.indexOf("__")));
	}

	/**
	 * Makes the tables, or brings them up to date.
	 * @throws StoreException if a newer application has written them; nothing is changed
	 */
	void bringUpToDate() {
		Flyway flyway = Flyway.configure()
			.dataSource(this.control)
			.locations(FOLDER)
			.baselineOnMigrate(true)
			.baselineVersion("0")
			.load();
		MigrationInfoService migrations = flyway.info();
		int format = formatOf(scripts());
		if (migrations.applied().length > 0) {
			refuseNewer(format);
		}
		if (migrations.pending().length > 0) {
			flyway.migrate();
			note(format);
		}
	}

	private void note(int format) {
		int updated = this.jdbc
			.sql("update store_format set format = :format, application = :application where name = 'store'")
			.param("format", format)
			.param("application", application())
			.update();
		if (updated == 0) {
			this.jdbc
				.sql("insert into store_format (name, format, application) values ('store', :format, :application)")
				.param("format", format)
				.param("application", application())
				.update();
		}
	}

	private void refuseNewer(int format) {
		this.jdbc.sql("""
				select f.format, f.application
				from store_format f
				where f.name = 'store' and f.format > :format
				""").param("format", format).query((row, number) -> {
			throw new StoreException(
					"The store is in format %d of %s, and this is %s, which knows formats up to %d: start the newer one. Nothing was changed"
						.formatted(row.getInt("format"), row.getString("application"), application(), format));
		}).optional();
	}

	/**
	 * This application, as messages name it.
	 */
	static String application() {
		@Nullable String version = FormatRepository.class.getPackage().getImplementationVersion();
		return "Incumbent " + Optional.ofNullable(version).orElse("(a development build)");
	}

}
