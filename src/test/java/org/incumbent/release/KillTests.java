package org.incumbent.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.incumbent.IncumbentApplication;
import org.incumbent.store.KeptRelease;
import org.incumbent.store.Store;
import org.incumbent.store.StoreSettings;
import org.incumbent.store.TestDatabases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An import of the whole dataset, in a process of its own that is killed at a random
 * moment, leaves a release in service that is whole, and does not stand in the way of the
 * next one.
 */
@Tag("store")
class KillTests {

	/** How many imports are killed; the build kills a few, and CI 50 on each store. */
	private static final int KILLS = Integer.getInteger("incumbent.test.kills", 3);

	@TempDir
	private Path folder;

	@Test
	void aReleaseIsInServiceWholeWheneverTheImportOfAnotherIsKilled() throws IOException, InterruptedException {
		assumeFalse(TestDatabases.areInMemory(), "a store in memory is gone with its process");
		StoreSettings settings = TestDatabases.fresh();
		try (Store store = Store.open(settings)) {
			StoreFixture.take(store, StoreFixture.packageA(), true);
		}
		long started = System.nanoTime();
		Process whole = importing(settings, version(0));
		assertThat(whole.waitFor()).isZero();
		long milliseconds = (System.nanoTime() - started) / 1_000_000;
		String small;
		String large;
		try (Store store = Store.open(settings)) {
			small = StoreFixture.sum(store, store.find("2026.1.1"));
			large = StoreFixture.sum(store, store.find("2026.100"));
			store.<String>change((change) -> change.rollBack());
		}
		Random random = new Random(20_190_301);
		int published = 0;
		for (int kill = 1; kill <= KILLS; kill++) {
			Process process = importing(settings, version(kill));
			if (!process.waitFor(random.nextLong(milliseconds * 11 / 10), TimeUnit.MILLISECONDS)) {
				process.destroyForcibly().waitFor();
			}
			try (Store store = Store.open(settings)) {
				KeptRelease inService = Objects.requireNonNull(store.inService());
				boolean isOld = inService.version().equals("2026.1.1");
				assertThat(StoreFixture.sum(store, inService)).as("after kill " + kill)
					.isEqualTo(isOld ? small : large);
				if (!isOld) {
					published++;
					store.<String>change((change) -> change.rollBack());
				}
			}
		}
		assertThat(importing(settings, version(KILLS + 1)).waitFor()).isZero();
		try (Store store = Store.open(settings)) {
			assertThat(StoreFixture.sum(store, store.find("2026.10" + (KILLS + 1)))).isEqualTo(large);
		}
		System.err.printf("%s: %d imports killed, %d survived, %d of them had published before%n",
				settings.url().replaceAll("[:/][^:/]*$", ""), KILLS, KILLS, published);
	}

	/**
	 * The dataset with a version of its own.
	 */
	private Path version(int number) throws IOException {
		Path directory = Files.createDirectory(this.folder.resolve("data-" + number));
		try (Stream<Path> files = Files.list(Path.of("data"))) {
			for (Path file : files.filter((each) -> each.toString().matches(".*\\.(csv|json)")).toList()) {
				Files.copy(file, directory.resolve(file.getFileName()));
			}
		}
		Path descriptor = directory.resolve("datapackage.json");
		Files.writeString(descriptor, Files.readString(descriptor)
			.replaceFirst("\"version\": \"[^\"]*\"", "\"version\": \"2026.10" + number + "\""));
		return directory;
	}

	private static Process importing(StoreSettings settings, Path directory) throws IOException {
		// such a short process is over before code that is compiled well would pay
		List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				IncumbentApplication.class.getName(), "import", directory.toString(), "--publish", "--store",
				settings.url());
		return new ProcessBuilder(command).inheritIO().redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
	}

}
