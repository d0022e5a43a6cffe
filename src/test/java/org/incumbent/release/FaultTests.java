package org.incumbent.release;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import static org.assertj.core.api.Assertions.assertThat;

import org.incumbent.store.Interception;
import org.incumbent.store.KeptRelease;
import org.incumbent.store.Store;
import org.incumbent.store.StoreSettings;
import org.incumbent.store.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An import that the database fails at any one of its statements leaves what was in
 * service, whole; the next import removes what is left of it and succeeds.
 */
@Tag("store")
class FaultTests {

	private final StoreSettings settings = TestDatabases.fresh();

	private final AtomicInteger until = new AtomicInteger(Integer.MAX_VALUE);

	@Test
	void aFaultAtAnyStatementLeavesTheReleaseInServiceWhole() {
		PackageFixture later = StoreFixture.packageB();
		String sumA;
		try (Store store = Store.open(this.settings)) {
			StoreFixture.take(store, StoreFixture.packageA(), true);
			sumA = StoreFixture.sum(store, store.find("2026.1.1"));
		}
		List<String> outcomes = new ArrayList<>();
		try (Store store = TestDatabases.open(this.settings, this::failing)) {
			// a database on a disk takes longer for each import
			int step = TestDatabases.areInMemory() ? 1 : 7;
			int statements = 1 - step;
			while (!outcomes.contains("2026.1.2")) {
				statements += step;
				this.until.set(statements);
				boolean failed = fails(store, later);
				this.until.set(Integer.MAX_VALUE);
				KeptRelease inService = Objects.requireNonNull(store.inService());
				outcomes.add(inService.version());
				assertThat(failed || inService.version().equals("2026.1.2")).isTrue();
				assertThat(StoreFixture.sum(store, store.find("2026.1.1"))).isEqualTo(sumA);
			}
			assertThat(outcomes).hasSizeGreaterThan(30);
			assertThat(outcomes.subList(0, outcomes.size() - 1)).containsOnly("2026.1.1");
			StoreFixture.take(store, later, true);
			assertThat(StoreFixture.kept(store)).containsExactly("2026.1.1", "2026.1.2");
			System.err.printf("%s: %d faults injected, %d survived%n", this.settings.url().replaceAll(":[^:]*$", ""),
					outcomes.size() - 1, outcomes.size() - 1);
		}
	}

	private static boolean fails(Store store, PackageFixture data) {
		try {
			StoreFixture.take(store, data, true);
			return false;
		}
		catch (RuntimeException ex) {
			assertThat(ex).as("what is told of the fault").hasStackTraceContaining("injected");
			return true;
		}
	}

	/**
	 * The database with a fault in it: statement number {@code until} fails, and all
	 * after it on the same connection, as if the connection had broken.
	 */
	private DataSource failing(DataSource target) {
		return Interception.of(target, this::failOrMake);
	}

	private @Nullable Object failOrMake(Connection connection, Method method, @Nullable Object @Nullable [] arguments)
			throws Throwable {
		boolean counts = List.of("commit", "prepareStatement", "createStatement", "unwrap").contains(method.getName());
		if (counts && this.until.decrementAndGet() == 0) {
			throw new SQLException("injected");
		}
		return Interception.make(connection, method, arguments);
	}

}
