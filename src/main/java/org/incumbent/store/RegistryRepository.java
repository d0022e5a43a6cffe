package org.incumbent.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the store knows of its releases: which there are, which one is in service and
 * which were before it.
 */
final class RegistryRepository {

	private static final String COLUMNS = """
			r.number, r.version, r.layout, r.title, r.released_on, r.checksum, r.content, r.licence, r.citation,
			r.descriptor""";

	private final JdbcClient jdbc;

	private final TransactionTemplate transactions;

	RegistryRepository(DataSource database) {
		this.jdbc = JdbcClient.create(database);
		this.transactions = new TransactionTemplate(new JdbcTransactionManager(database));
	}

	/**
	 * The releases that can be asked, in the order in which they were loaded.
	 */
	List<KeptRelease> kept() {
		return this.jdbc.sql("""
				select %s
				from store_releases r
				where r.state = 'KEPT'
				order by r.number
				""".formatted(COLUMNS)).query(RegistryRepository::release).list();
	}

	/**
	 * The versions that were put into service, the one that is in service last.
	 */
	List<String> publications() {
		return this.jdbc.sql("""
				select p.version
				from store_publications p
				order by p.number
				""").query(String.class).list();
	}

	/**
	 * Notes that a schema is going to be filled.
	 */
	void add(KeptRelease loading) {
		this.jdbc
			.sql("""
					insert into store_releases (number, version, state, layout, title, released_on, checksum, content, licence,
					  citation, descriptor, changed_at)
					values (:number, :version, 'LOADING', :layout, :title, :releasedOn, :checksum, :content, :licence,
					  :citation, :descriptor, :now)
					""")
			.param("number", loading.number())
			.param("version", loading.version())
			.param("layout", loading.layout())
			.param("title", loading.title())
			.param("releasedOn", loading.releasedOn())
			.param("checksum", loading.checksum())
			.param("content", loading.content())
			.param("licence", loading.licence())
			.param("citation", loading.citation())
			.param("descriptor", loading.descriptor())
			.param("now", now())
			.update();
	}

	/**
	 * Notes the sum of a release's rows; it can be asked only after {@link #keep}.
	 */
	void complete(KeptRelease loaded, String content) {
		this.jdbc.sql("update store_releases set content = :content, changed_at = :now where number = :number")
			.param("number", loaded.number())
			.param("content", content)
			.param("now", now())
			.update();
	}

	/**
	 * Lets releases be asked from their schemas, and no longer from other schemas that
	 * had them: all of them in one step.
	 * @param withdrawal what is withdrawn in the same step, null if nothing is
	 */
	void keep(List<KeptRelease> loaded, @Nullable Withdrawal withdrawal) {
		this.transactions.executeWithoutResult((transaction) -> {
			if (withdrawal != null) {
				add(withdrawal);
			}
			for (KeptRelease release : loaded) {
				this.jdbc.sql("""
						update store_releases
						set state = 'DROPPED', changed_at = :now
						where version = :version and state = 'KEPT'
						""").param("version", release.version()).param("now", now()).update();
				this.jdbc.sql("update store_releases set state = 'KEPT', changed_at = :now where number = :number")
					.param("number", release.number())
					.param("now", now())
					.update();
			}
		});
	}

	void publish(String version) {
		this.jdbc.sql("""
				insert into store_publications (number, version, published_at)
				select coalesce(max(p.number), 0) + 1, :version, cast(:now as timestamp with time zone)
				from store_publications p
				""").param("version", version).param("now", now()).update();
	}

	/**
	 * Takes the last version out of service, so that the one before it is in service.
	 */
	void unpublish() {
		this.jdbc.sql("""
				delete from store_publications
				where number = (select max(p.number) from store_publications p)
				""").update();
	}

	/**
	 * Lets a release be asked no more, and forgets that it was ever in service.
	 */
	void drop(KeptRelease release) {
		this.transactions.executeWithoutResult((transaction) -> {
			this.jdbc.sql("update store_releases set state = 'DROPPED', changed_at = :now where number = :number")
				.param("number", release.number())
				.param("now", now())
				.update();
			this.jdbc.sql("delete from store_publications where version = :version")
				.param("version", release.version())
				.update();
		});
	}

	/**
	 * The numbers of schemas that an import left behind, and of those that nobody can be
	 * reading any longer.
	 * @param before when a release must have been dropped to be forgotten now
	 */
	List<Integer> leftovers(Instant before) {
		return this.jdbc.sql("""
				select r.number
				from store_releases r
				where r.state = 'LOADING' or (r.state = 'DROPPED' and r.changed_at < :before)
				order by r.number
				""").param("before", before.atOffset(ZoneOffset.UTC)).query(Integer.class).list();
	}

	void forget(int number) {
		this.jdbc.sql("delete from store_releases where number = :number").param("number", number).update();
	}

	/**
	 * A number that no schema has ever had.
	 */
	int nextNumber() {
		return Optional.ofNullable(this.transactions.execute((transaction) -> {
			this.jdbc.sql("update store_locks set last_number = last_number + 1 where name = 'number'").update();
			return this.jdbc.sql("select last_number from store_locks where name = 'number'")
				.query(Integer.class)
				.single();
		})).orElseThrow();
	}

	/**
	 * The records that no release may show, by type and key.
	 */
	List<Withdrawal> withdrawals() {
		return this.jdbc.sql("""
				select w.record_type, w.record_key, w.reason, w.withdrawn_on
				from store_withdrawals w
				order by w.record_type, w.record_key
				""")
			.query((row, number) -> new Withdrawal(row.getString("record_type"), row.getString("record_key"),
					row.getString("reason"), row.getDate("withdrawn_on").toLocalDate()))
			.list();
	}

	/**
	 * Keeps releases in an empty store, with what was in service and what is withdrawn,
	 * in one step.
	 */
	void restore(List<KeptRelease> loaded, List<String> publications, List<Withdrawal> withdrawals) {
		this.transactions.executeWithoutResult((transaction) -> {
			keep(loaded, null);
			publications.forEach(this::publish);
			withdrawals.forEach(this::add);
		});
	}

	void add(Withdrawal withdrawal) {
		this.jdbc.sql("""
				insert into store_withdrawals (record_type, record_key, reason, withdrawn_on)
				values (:type, :key, :reason, :withdrawnOn)
				""")
			.param("type", withdrawal.type())
			.param("key", withdrawal.key())
			.param("reason", withdrawal.reason())
			.param("withdrawnOn", withdrawal.withdrawnOn())
			.update();
	}

	private static OffsetDateTime now() {
		return OffsetDateTime.now(ZoneOffset.UTC);
	}

	private static KeptRelease release(ResultSet row, int number) throws SQLException {
		return new KeptRelease(row.getInt("number"), row.getInt("layout"), row.getString("version"),
				row.getString("title"), row.getDate("released_on").toLocalDate(), row.getString("checksum"),
				row.getString("content"), row.getString("licence"), row.getString("citation"),
				row.getString("descriptor"));
	}

}
