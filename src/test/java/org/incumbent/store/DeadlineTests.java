package org.incumbent.store;

import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;

import org.incumbent.release.StoreFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * What is asked of a database until a deadline ends at the deadline, on each of the
 * databases.
 */
@Tag("store")
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class DeadlineTests {

	private static final String HOURS = TestDatabases.hoursOfWork("people");

	private ServedReleases releases;

	private JdbcClient database;

	@BeforeEach
	void open() {
		this.releases = StoreFixture.serveBoth();
		this.database = JdbcClient.create(new WatchedJdbcTemplate(new ReleaseDataSource(() -> this.releases)));
	}

	@AfterEach
	void close() {
		this.releases.close();
	}

	@Test
	void aPartEndsWithTheWholeAtTheLatest() {
		try (Deadline whole = Deadline.in(Duration.ofMillis(50))) {
			assertThat(whole.during(() -> {
				try (Deadline part = Deadline.forPart(Duration.ofHours(1))) {
					await().until(part::isOver);
					return true;
				}
			})).isTrue();
		}
		try (Deadline whole = Deadline.in(Duration.ofHours(1))) {
			assertThat(whole.during(() -> {
				try (Deadline part = Deadline.forPart(Duration.ofMillis(50))) {
					await().until(part::isOver);
					return whole.isOver();
				}
			})).isFalse();
		}
	}

	@Test
	void whatCannotBeStoppedKeepsNobodyElseFromBeingStopped() {
		try (Deadline broken = Deadline.in(Duration.ZERO); Deadline other = Deadline.in(Duration.ofMillis(50))) {
			broken.whenOver(() -> {
				throw new AssertionError("as a test wants it");
			});
			AtomicBoolean stopped = new AtomicBoolean();
			broken.whenOver(() -> stopped.set(true));
			await().untilTrue(stopped);
			await().until(other::isOver);
		}
	}

	@Test
	void aStatementThatRunsIsStopped() {
		assertThatThrownBy(() -> until(Duration.ofMillis(300), HOURS)).isInstanceOf(DataAccessException.class);
		assertThat(TestDatabases.atHoursOfWork(this.database)).isZero();
		assertThat(until(Duration.ofMinutes(1), "select count(*) from people")).isPositive();
	}

	@Test
	void noStatementBeginsWhenTheTimeIsOver() throws InterruptedException {
		try (Deadline deadline = Deadline.in(Duration.ZERO)) {
			while (!deadline.isOver()) {
				Thread.sleep(1);
			}
			assertThatThrownBy(() -> deadline.during(() -> ask("select count(*) from people")))
				.isInstanceOf(QueryTimeoutException.class);
		}
		assertThat(ask("select count(*) from people")).isPositive();
	}

	@Test
	void whoeverReadsRowAfterRowStopsToo() {
		try (Deadline deadline = Deadline.in(Duration.ofMillis(300));
				ReleaseReader reader = this.releases.store().open(this.releases.inService())) {
			assertThatThrownBy(() -> deadline.during(() -> count(reader.rows(HOURS))))
				.isInstanceOf(DataAccessException.class);
			assertThat(deadline.isOver()).isTrue();
		}
		assertThat(TestDatabases.atHoursOfWork(this.database)).isZero();
	}

	private Integer until(Duration time, String sql) {
		try (Deadline deadline = Deadline.in(time)) {
			return deadline.during(() -> ask(sql));
		}
	}

	private Integer ask(String sql) {
		return this.database.sql(sql).query(Integer.class).single();
	}

	private static long count(Iterator<@Nullable String[]> rows) {
		long count = 0;
		while (rows.hasNext()) {
			rows.next();
			count++;
		}
		return count;
	}

}
