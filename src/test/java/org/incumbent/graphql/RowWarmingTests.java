package org.incumbent.graphql;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.incumbent.release.StoreFixture;
import org.incumbent.store.KeptRelease;
import org.incumbent.store.ReleaseDataSource;
import org.incumbent.store.RequestedRelease;
import org.incumbent.store.ServedReleases;
import org.incumbent.store.StoreOpening;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The records of a small release are known before anybody asks for them.
 */
@Tag("store")
@Timeout(60)
class RowWarmingTests {

	private ServedReleases releases;

	private JdbcClient database;

	private RowCache rows;

	private LookupRepository lookup;

	private @Nullable RowWarming started;

	@BeforeEach
	void keepTwoReleases() {
		this.releases = StoreFixture.serveBoth();
		this.database = JdbcClient.create(new ReleaseDataSource(() -> this.releases));
		this.rows = NothingKept.rows();
		this.lookup = new LookupRepository(this.database, this.rows, NothingKept.rounds());
	}

	@AfterEach
	void close() {
		if (this.started != null) {
			this.started.stop();
		}
		this.releases.close();
	}

	@Test
	void everyRecordIsKnownByItsKeyAndItsSlug() throws InterruptedException {
		RowWarming warming = warming("1MB");
		KeptRelease release = this.releases.inService();
		int people = this.database.sql("select count(*) from people").query(Integer.class).single();
		assertThat(warming.warm(release)).isEqualTo(people).isGreaterThan(2);
		Map<String, String> slugs = new HashMap<>();
		this.database.sql("select id, slug from people")
			.query((row, number) -> slugs.put(row.getString("id"), row.getString("slug")))
			.list();
		RequestedRelease.during(release, () -> {
			assertThat(slugs).hasSize(people).allSatisfy((key, slug) -> {
				Person known = (Person) this.rows.getIfKnown(NodeLoaders.batch(Person.class), key);
				assertThat(known).isEqualTo(new Person(key, slug));
				assertThat(this.lookup.<Person>findBySlug("no_table", "Person", (row) -> new Person("", ""), slug))
					.containsSame(known);
			});
			return true;
		});
	}

	@Test
	void nothingIsReadOfAReleaseThatTakesTooMuch() throws InterruptedException {
		assertThat(warming("1KB").warm(this.releases.inService())).isZero();
		assertThat(this.rows.weight()).isZero();
	}

	@Test
	void nothingIsReadOfAReleaseThatIsNotInService() throws InterruptedException {
		assertThat(warming("1MB").warm(this.releases.find(StoreFixture.B))).isZero();
	}

	@Test
	void whateverIsPutIntoServiceIsRead() throws InterruptedException {
		RowWarming warming = start("1MB", true);
		waitFor(this.releases.inService());
		this.releases.store().change((change) -> {
			change.publish(StoreFixture.B);
			return true;
		});
		this.releases.refresh();
		waitFor(this.releases.find(StoreFixture.B));
		warming.stop();
		assertThat(warming.isRunning()).isFalse();
		assertThat(threads()).isZero();
	}

	@Test
	void itDoesNothingWhereItIsNotWanted() {
		assertThat(start("1MB", false).isRunning()).isFalse();
		assertThat(start("0B", true).isRunning()).isFalse();
	}

	private void waitFor(KeptRelease release) throws InterruptedException {
		while (!this.rows.releases().contains(release.number())) {
			Thread.sleep(5);
		}
	}

	private static long threads() {
		return Thread.getAllStackTraces().keySet().stream().filter((thread) -> thread.getName().equals("rows")).count();
	}

	private RowWarming start(String most, boolean wanted) {
		RowWarming warming = warming(new RowProperties(DataSize.parse(most), wanted, Duration.ZERO));
		this.started = warming;
		warming.start();
		return warming;
	}

	private RowWarming warming(String most) {
		return warming(new RowProperties(DataSize.parse(most), true, Duration.ZERO));
	}

	private RowWarming warming(RowProperties properties) {
		StoreOpening store = new StoreOpening(CompletableFuture.completedFuture(this.releases));
		this.rows = new RowCache(store, properties);
		this.lookup = new LookupRepository(this.database, this.rows, NothingKept.rounds());
		return new RowWarming(store, properties, this.rows, this.lookup, List.of(new People(this.lookup)));
	}

	private record Person(String key, String slug) {

	}

	private record People(LookupRepository lookup) implements NodeRepository<Person> {

		@Override
		public Class<Person> type() {
			return Person.class;
		}

		@Override
		public String table() {
			return "people";
		}

		@Override
		public String slug(Person person) {
			return person.slug();
		}

		@Override
		public Map<String, Person> findByIds(Collection<String> keys) {
			return this.lookup.findByIds("people", "Person",
					(row) -> new Person(row.getString("id"), row.getString("slug")), keys);
		}

	}

}
