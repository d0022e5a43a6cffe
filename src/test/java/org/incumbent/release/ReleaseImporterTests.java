package org.incumbent.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.incumbent.store.KeptRelease;
import org.incumbent.store.PackageTable;
import org.incumbent.store.ReleaseReader;
import org.incumbent.store.Store;
import org.incumbent.store.StoreException;
import org.incumbent.store.StoreSettings;
import org.incumbent.store.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The small package in an empty store.
 */
@Tag("store")
class ReleaseImporterTests {

	private static final PackageFormat FORMAT = PackageFormat.ofApplication();

	private final StoreSettings settings = TestDatabases.fresh();

	private final Store store = Store.open(this.settings);

	private final PackageFixture data = new PackageFixture();

	@AfterEach
	void close() {
		this.store.close();
	}

	@Test
	void everyRowOfEveryFileIsInTheStore() {
		take(true);
		KeptRelease release = this.store.find(version());
		for (PackageTable table : ReleaseImporter.tables(FORMAT)) {
			assertThat(rows(release, table)).as(table.name())
				.containsExactlyInAnyOrderElementsOf(this.data.read()
					.rows(table.name())
					.stream()
					.map((row) -> row.columns().stream().map(row::text).toList())
					.toList());
		}
	}

	@Test
	void aReleaseIsAskedForOnlyWhenItIsPublished() {
		take(false);
		assertThat(this.store.kept()).extracting(KeptRelease::version).containsExactly(version());
		assertThat(this.store.inService()).isNull();
		take(true);
		assertThat(this.store.inService()).isEqualTo(this.store.find(version()));
	}

	@Test
	void aReleaseThatIsKeptIsNotLoadedAgain() {
		assertThat(take(true)).isTrue();
		int number = this.store.find(version()).number();
		assertThat(take(true)).isFalse();
		assertThat(this.store.find(version()).number()).isEqualTo(number);
	}

	@Test
	void aVersionThatIsKeptStandsForOneContentForEver() {
		take(true);
		KeptRelease before = this.store.find(version());
		this.data.replace("people.csv", "Cat Cooper", "Cat Carter");
		assertThatExceptionOfType(StoreException.class).isThrownBy(() -> take(true))
			.withMessageContaining("a published version never changes, so give the changed package another `version`");
		assertThat(this.store.inService()).isEqualTo(before);
	}

	private List<List<String>> rows(KeptRelease release, PackageTable table) {
		List<List<String>> rows = new ArrayList<>();
		try (ReleaseReader reader = this.store.open(release)) {
			reader.rows(table).forEachRemaining((cells) -> rows.add(Arrays.asList(cells)));
		}
		return rows;
	}

	private boolean take(boolean publish) {
		return new ReleaseImporter(this.store, ImportProgress.NONE).take(CheckedPackage.of(FORMAT, this.data.read()),
				publish);
	}

	private String version() {
		return this.data.read().metadata().version();
	}

}
