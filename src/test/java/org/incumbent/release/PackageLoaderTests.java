package org.incumbent.release;

import java.io.IOException;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The small package in an empty database.
 */
class PackageLoaderTests {

	private final SingleConnectionDataSource database = new SingleConnectionDataSource("jdbc:h2:mem:", true);

	private final JdbcTemplate jdbc = new JdbcTemplate(this.database);

	private final PackageLoader loader;

	private final PackageFixture data = new PackageFixture();

	PackageLoaderTests() throws IOException {
		this.loader = new PackageLoader(this.jdbc, new TransactionTemplate(new JdbcTransactionManager(this.database)),
				new DerivedScriptsLoader(this.database, new PathMatchingResourcePatternResolver()));
	}

	@BeforeEach
	void createTables() {
		Flyway.configure().dataSource(this.database).placeholders(Map.of("binary", "")).load().migrate();
	}

	@AfterEach
	void close() {
		this.database.destroy();
	}

	@Test
	void everyRowOfEveryFileIsLoaded() {
		this.loader.load(this.data.read());
		assertThat(this.data.read().tables()).isNotEmpty()
			.allSatisfy((table) -> assertThat(count(table.format().name())).as(table.file())
				.isGreaterThanOrEqualTo(table.rows().size()));
	}

	@Test
	void aReleaseThatTheDatabaseHoldsIsNotLoadedAgain() {
		this.loader.load(this.data.read());
		int claims = count("claims");
		this.loader.load(this.data.read());
		assertThat(count("claims")).isEqualTo(claims);
		assertThat(count("releases")).isEqualTo(1);
	}

	@Test
	void anotherReleaseNeedsAnotherDatabase() {
		this.loader.load(this.data.read());
		this.data.replace("people.csv", "Cat Cooper", "Cat Carter");
		assertThatIllegalStateException().isThrownBy(() -> this.loader.load(this.data.read()))
			.withMessageStartingWith("The database holds the release with the checksum ")
			.withMessageEndingWith(": start with an empty one");
	}

	private int count(String table) {
		return this.jdbc.queryForList("select 1 from " + table).size();
	}

}
