package org.incumbent.store;

import java.util.Optional;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the store's own tables to the format of this application, and leaves those of a
 * newer application alone.
 */
final class FormatRepository {

	private final DataSource control;

	private final JdbcClient jdbc;

	FormatRepository(DataSource control) {
		this.control = control;
		this.jdbc = JdbcClient.create(control);
	}

	/**
	 * Makes the tables, or brings them up to date.
	 * @throws StoreException if a newer application has written them; nothing is changed
	 */
	void bringUpToDate() {
		Flyway flyway = Flyway.configure()
			.dataSource(this.control)
			.locations("classpath:db/migration")
			.baselineOnMigrate(true)
			.baselineVersion("0")
			.load();
		MigrationInfoService migrations = flyway.info();
		int format = formatOf(migrations);
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
	 * The last format that this application knows.
	 */
	private static int formatOf(MigrationInfoService migrations) {
		int format = 0;
		for (MigrationInfo known : migrations.all()) {
			boolean ours = known.getScript() != null && known.getPhysicalLocation() != null;
			format = ours ? Math.max(format, Integer.parseInt(known.getVersion().getVersion())) : format;
		}
		return format;
	}

	/**
	 * This application, as messages name it.
	 */
	static String application() {
		@Nullable String version = FormatRepository.class.getPackage().getImplementationVersion();
		return "Incumbent " + Optional.ofNullable(version).orElse("(a development build)");
	}

}
