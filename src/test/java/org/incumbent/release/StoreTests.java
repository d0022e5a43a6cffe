package org.incumbent.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.awaitility.Awaitility;
import org.incumbent.store.KeptRelease;
import org.incumbent.store.Store;
import org.incumbent.store.StoreException;
import org.incumbent.store.StoreSettings;
import org.incumbent.store.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Releases are kept side by side, put into service, gone back from, compared, written out
 * and dropped when there are too many.
 */
@Tag("store")
class StoreTests {

	private final StoreSettings settings = TestDatabases.fresh();

	private final Store store = Store.open(this.settings);

	@TempDir
	private Path folder;

	@AfterEach
	void close() {
		this.store.close();
	}

	@Test
	void theReleasePublishedLastIsInServiceAndRollbackGoesBackToTheOneBefore() {
		StoreFixture.take(this.store, StoreFixture.packageA(), true);
		StoreFixture.take(this.store, StoreFixture.packageB(), true);
		assertThat(inService()).isEqualTo("2026.1.2");
		assertThat(this.store.<String>change((change) -> change.rollBack())).isEqualTo("2026.1.1");
		assertThat(inService()).isEqualTo("2026.1.1");
		assertThat(StoreFixture.kept(this.store)).containsExactly("2026.1.1", "2026.1.2");
	}

	@Test
	void withoutAReleaseBeforeThereIsNoGoingBack() {
		StoreFixture.take(this.store, StoreFixture.packageA(), true);
		assertThatExceptionOfType(StoreException.class)
			.isThrownBy(() -> this.store.<String>change((change) -> change.rollBack()))
			.withMessage("No release was in service before 2026.1.1, so there is none to go back to");
		assertThat(inService()).isEqualTo("2026.1.1");
	}

	@Test
	void anUnknownVersionIsRefusedWithThoseThatAreKept() {
		StoreFixture.take(this.store, StoreFixture.packageA(), false);
		StoreFixture.take(this.store, StoreFixture.packageB(), false);
		assertThatExceptionOfType(StoreException.class).isThrownBy(() -> publish("2025.1.1"))
			.withMessage("No release `2025.1.1` is kept; there are 2026.1.1, 2026.1.2");
		assertThat(this.store.inService()).isNull();
	}

	@Test
	void onlySoManyReleasesAreKeptAndTheOneInServiceAndTheOneBeforeAreAmongThem() {
		StoreFixture.take(this.store, StoreFixture.packageA(), true);
		for (String version : List.of("2026.2", "2026.3", "2026.4", "2026.5")) {
			StoreFixture.take(this.store, StoreFixture.version(new PackageFixture(), version), false);
		}
		assertThat(StoreFixture.kept(this.store)).hasSize(5);
		publish("2026.3");
		assertThat(StoreFixture.kept(this.store)).containsExactly("2026.1.1", "2026.3", "2026.5")
			.contains("2026.1.1", "2026.3");
		assertThat(this.store.<String>change((change) -> change.rollBack())).isEqualTo("2026.1.1");
	}

	@Test
	void whoeverComesSecondIsToldThatTheStoreIsBeingChanged() throws InterruptedException {
		CountDownLatch done = new CountDownLatch(1);
		Thread first = changeUntil(done);
		try (Store second = Store.open(this.settings)) {
			assertThatExceptionOfType(StoreException.class)
				.isThrownBy(() -> StoreFixture.take(second, StoreFixture.packageA(), true))
				.withMessageStartingWith("Somebody else is changing the store at the moment");
		}
		done.countDown();
		first.join();
		StoreFixture.take(this.store, StoreFixture.packageA(), true);
		assertThat(inService()).isEqualTo("2026.1.1");
	}

	@Test
	void whoeverComesSecondWaitsForAShortChange() throws InterruptedException {
		CountDownLatch done = new CountDownLatch(1);
		Thread first = changeUntil(done);
		Thread second = new Thread(() -> StoreFixture.take(this.store, StoreFixture.packageA(), true));
		second.start();
		Awaitility.await()
			.pollInterval(Duration.ofMillis(10))
			.until(() -> Stream.of(second.getStackTrace()).map(StackTraceElement::getMethodName).toList(),
					(methods) -> methods.contains("parkNanos") && methods.contains("take"));
		done.countDown();
		first.join();
		second.join();
		assertThat(inService()).isEqualTo("2026.1.1");
	}

	/**
	 * A thread that is changing the store.
	 */
	private Thread changeUntil(CountDownLatch done) throws InterruptedException {
		CountDownLatch taken = new CountDownLatch(1);
		Thread thread = new Thread(() -> this.store.change((change) -> {
			taken.countDown();
			return await(done);
		}));
		thread.start();
		assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
		return thread;
	}

	@Test
	void theDatabaseLooksOnlyAtTheReleaseThatIsLoaded() {
		StoreFixture.take(this.store, StoreFixture.packageA(), true);
		KeptRelease a = this.store.find("2026.1.1");
		assumeTrue(TestDatabases.isPostgresql(), "PostgreSQL alone tells when it has looked at a table");
		Awaitility.await().until(() -> TestDatabases.lookedAt(this.settings, a) != null);
		String looked = TestDatabases.lookedAt(this.settings, a);
		StoreFixture.take(this.store, StoreFixture.packageB(), true);
		KeptRelease b = this.store.find("2026.1.2");
		Awaitility.await().until(() -> TestDatabases.lookedAt(this.settings, b) != null);
		assertThat(TestDatabases.lookedAt(this.settings, a)).isEqualTo(looked);
	}

	private static boolean await(CountDownLatch latch) {
		try {
			return latch.await(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void whatComesOutIsThePackageThatWentIn() throws IOException {
		PackageFixture data = StoreFixture.packageB();
		StoreFixture.take(this.store, data, true);
		Path out = this.folder.resolve("out");
		KeptRelease release = this.store.find("2026.1.2");
		new ReleaseExporter(this.store).write(release, out);
		CheckedPackage again = CheckedPackage.read(out, null, null);
		assertThat(again.problems()).isEmpty();
		for (CsvTable table : data.read().tables()) {
			assertThat(Files.readAllLines(out.resolve(table.format().file()), UTF_8)).as(table.file())
				.containsExactlyInAnyOrderElementsOf(data.text(table.format().file()).lines().toList());
		}
		assertThatExceptionOfType(StoreException.class)
			.isThrownBy(() -> new ReleaseExporter(this.store).write(release, out))
			.withMessageEndingWith("is not empty: name a new one");
	}

	/**
	 * The whole dataset, whose files are written as an export writes them.
	 */
	@Test
	void theDatasetComesOutByteForByte() throws IOException {
		CheckedPackage data = CheckedPackage.read(Path.of("data"), null, null);
		new ReleaseImporter(this.store, ImportProgress.NONE).take(data, true);
		new ReleaseExporter(this.store).write(this.store.find(data.version()), this.folder.resolve("out"));
		CheckedPackage again = CheckedPackage.read(this.folder.resolve("out"), null, null);
		try (Stream<Path> files = Files.list(this.folder.resolve("out"))) {
			assertThat(files).hasSizeGreaterThan(20)
				.allSatisfy(
						(file) -> assertThat(file).hasSameBinaryContentAs(Path.of("data").resolve(file.getFileName())));
		}
		assertThat(again.data().checksum()).isEqualTo(data.data().checksum());
	}

	@Test
	void aComparisonFindsEveryValueThatDiffers() {
		PackageFixture later = StoreFixture.packageB();
		later.append("topics.csv", "new-topic,new-topic,New topic,");
		StoreFixture.take(this.store, StoreFixture.packageA(), true);
		StoreFixture.take(this.store, later, true);
		List<String> forward = new ArrayList<>();
		List<String> back = new ArrayList<>();
		try (ReleaseComparison comparison = new ReleaseComparison(this.store, this.store.find("2026.1.1"),
				this.store.find("2026.1.2"))) {
			assertThat(comparison.describe(forward::add)).isEqualTo(2);
		}
		try (ReleaseComparison comparison = new ReleaseComparison(this.store, this.store.find("2026.1.2"),
				this.store.find("2026.1.1"))) {
			comparison.describe(back::add);
		}
		assertThat(forward).containsExactly("CHANGED Person cat", "  name: Cat Cooper -> Cat Carter",
				"ADDED Topic new-topic");
		assertThat(back).containsExactly("CHANGED Person cat", "  name: Cat Carter -> Cat Cooper",
				"REMOVED Topic new-topic");
	}

	@Test
	void releasesOfAnOlderApplicationAreLoadedAnewAndStayInService() {
		StoreFixture.take(this.store, StoreFixture.packageA(), true);
		String sum = StoreFixture.sum(this.store, this.store.find("2026.1.1"));
		StoreSettings older = TestDatabases.fresh();
		try (Store written = TestDatabases.openWithLayout(older, 0)) {
			StoreFixture.take(written, StoreFixture.packageB(), true);
			StoreFixture.take(written, StoreFixture.packageA(), true);
			String schema = TestDatabases.schemaOf(written.find("2026.1.1"));
			TestDatabases.execute(older, "alter table " + schema + ".people drop column description");
		}
		try (Store opened = Store.open(older)) {
			KeptRelease before = opened.find("2026.1.2");
			assertThat(opened.outdated()).hasSize(2);
			assertThat(new ReleaseRebuilder(opened, ImportProgress.NONE).bringUpToDate()).isEqualTo(2);
			assertThat(opened.outdated()).isEmpty();
			assertThat(opened.publications()).containsExactly("2026.1.2", "2026.1.1");
			assertThat(opened.find("2026.1.2")).usingRecursiveComparison()
				.ignoringFields("number", "layout")
				.isEqualTo(before);
			assertThat(StoreFixture.sum(opened, opened.find("2026.1.1"))).as("without the column that was not there")
				.isNotEqualTo(sum);
			assertThat(new ReleaseRebuilder(opened, ImportProgress.NONE).bringUpToDate()).isZero();
		}
	}

	@Test
	void anOlderApplicationRefusesWhatANewerOneHasLoaded() {
		StoreSettings newer = TestDatabases.fresh();
		try (Store written = TestDatabases.openWithLayout(newer, 1_000)) {
			StoreFixture.take(written, StoreFixture.packageA(), true);
		}
		assertThatExceptionOfType(StoreException.class).isThrownBy(() -> Store.open(newer))
			.withMessageMatching(
					"Release 2026.1.1 is kept in layout 1000, and this is Incumbent .*, which reads layouts "
							+ "up to \\d+: start the newer application that has loaded it. Nothing was changed");
	}

	@Test
	void anOlderApplicationRefusesTheFormatOfANewerOne() {
		TestDatabases.execute(this.settings, "update store_format set format = 1000, application = 'Incumbent 9.9'");
		assertThatExceptionOfType(StoreException.class).isThrownBy(() -> Store.open(this.settings))
			.withMessageMatching("The store is in format 1000 of Incumbent 9.9, and this is Incumbent .*, which knows "
					+ "formats up to 1: start the newer one. Nothing was changed");
	}

	@Test
	void aWithdrawnRecordIsGoneFromEveryReleaseWithAllThatIsAboutIt() {
		StoreFixture.take(this.store, StoreFixture.packageA(), true);
		StoreFixture.take(this.store, StoreFixture.packageB(), true);
		assertThat(new ReleaseRebuilder(this.store, ImportProgress.NONE).withdraw("Person", "ann", "At her request"))
			.isEqualTo(2);
		for (KeptRelease release : this.store.kept()) {
			Path out = this.folder.resolve(release.version());
			new ReleaseExporter(this.store).write(release, out);
			CheckedPackage left = CheckedPackage.read(out, null, null);
			assertThat(left.problems()).isEmpty();
			assertThat(left.data().rows("people")).extracting((row) -> row.get("id"))
				.contains("bob")
				.doesNotContain("ann");
			assertThat(left.data().rows("appointments")).extracting((row) -> row.get("person_id"))
				.isNotEmpty()
				.doesNotContain("ann");
			assertThat(left.data().rows("quotes")).extracting((row) -> row.text("speaker_person_id"))
				.doesNotContain("ann");
		}
		assertThat(inService()).isEqualTo("2026.1.2");
		assertThatExceptionOfType(StoreException.class)
			.isThrownBy(() -> StoreFixture.take(this.store, StoreFixture.version(new PackageFixture(), "2026.2"), true))
			.withMessageStartingWith("The package has Person ann, which was withdrawn from this store on ");
		assertThatExceptionOfType(StoreException.class)
			.isThrownBy(() -> new ReleaseRebuilder(this.store, ImportProgress.NONE).withdraw("Person", "ann", "Again"))
			.withMessage("No release that is kept has Person ann");
	}

	@Test
	void aBackUpRestoresAllThatIsKeptIntoAnotherStore() {
		StoreFixture.take(this.store, StoreFixture.packageA(), true);
		StoreFixture.take(this.store, StoreFixture.packageB(), true);
		new ReleaseRebuilder(this.store, ImportProgress.NONE).withdraw("Topic", "reforms", "No longer wanted");
		Path directory = this.folder.resolve("backup");
		assertThat(new StoreBackup(this.store).write(directory)).isEqualTo(2);
		try (Store other = Store.open(TestDatabases.fresh())) {
			assertThat(new StoreBackup(other).restore(directory, ImportProgress.NONE)).isEqualTo(2);
			assertThat(other.publications()).isEqualTo(this.store.publications());
			assertThat(other.withdrawals()).isEqualTo(this.store.withdrawals()).hasSize(1);
			assertThat(other.kept()).usingRecursiveFieldByFieldElementComparatorIgnoringFields("number")
				.isEqualTo(this.store.kept());
			assertThatExceptionOfType(StoreException.class)
				.isThrownBy(() -> new StoreBackup(other).restore(directory, ImportProgress.NONE))
				.withMessageStartingWith("The store is not empty");
		}
		assertThatExceptionOfType(StoreException.class)
			.isThrownBy(() -> new StoreBackup(this.store).restore(this.folder.resolve("nothing"), ImportProgress.NONE))
			.withMessageStartingWith("There is no ");
	}

	private void publish(String version) {
		this.store.change((change) -> {
			change.publish(version);
			return version;
		});
	}

	private String inService() {
		KeptRelease release = this.store.inService();
		return (release != null) ? release.version() : "none";
	}

}
