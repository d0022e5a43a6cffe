package org.incumbent.release;

import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.incumbent.store.Store;
import org.incumbent.store.StoreException;
import org.incumbent.store.StoreSettings;
import org.incumbent.store.TestDatabases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An import that finds the disk nearly full, at whatever point, stops with a sentence and
 * leaves what was in service, whole; with room again it succeeds.
 */
@Tag("store")
class FullDiskTests {

	private static final long PLENTY = 1L << 40;

	private final StoreSettings settings = TestDatabases.fresh();

	private final AtomicInteger looks = new AtomicInteger();

	private int fullAt = Integer.MAX_VALUE;

	@Test
	void anImportStopsBeforeTheDiskIsFull() {
		try (Store store = TestDatabases.openWithSpace(this.settings, this::free)) {
			StoreFixture.take(store, StoreFixture.packageA(), true);
			int all = this.looks.get();
			assertThat(all).as("how often an import looks at the room that is left").isGreaterThan(10);
			String sumA = StoreFixture.sum(store, store.find("2026.1.1"));
			// a database on a disk takes longer for each import
			for (int point = 1; point <= all; point += TestDatabases.areInMemory() ? 1 : 9) {
				this.looks.set(0);
				this.fullAt = point;
				assertThatExceptionOfType(StoreException.class)
					.isThrownBy(() -> StoreFixture.take(store, StoreFixture.packageB(), true))
					.withMessageContaining("The disk of the store has 63 MB left, and a change needs at least 64 MB");
				this.fullAt = Integer.MAX_VALUE;
				assertThat(StoreFixture.kept(store)).containsExactly("2026.1.1");
				assertThat(StoreFixture.sum(store, store.find("2026.1.1"))).isEqualTo(sumA);
			}
			StoreFixture.take(store, StoreFixture.packageB(), true);
			assertThat(StoreFixture.kept(store)).containsExactly("2026.1.1", "2026.1.2");
		}
	}

	private long free() {
		return (this.looks.incrementAndGet() >= this.fullAt) ? 63L << 20 : PLENTY;
	}

}
