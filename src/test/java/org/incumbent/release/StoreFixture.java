package org.incumbent.release;

import java.util.List;

import org.incumbent.store.KeptRelease;
import org.incumbent.store.ServedReleases;
import org.incumbent.store.Store;
import org.incumbent.store.StoreSettings;
import org.incumbent.store.TestDatabases;

/**
 * Two small packages, A and B, which differ in a row of people and one of quotes, and
 * what a store holds of them.
 */
public final class StoreFixture {

	public static final String A = "2026.1.1";

	public static final String B = "2026.1.2";

	static final PackageFormat FORMAT = PackageFormat.ofApplication();

	private StoreFixture() {
	}

	static PackageFixture packageA() {
		return version(new PackageFixture(), A);
	}

	static PackageFixture packageB() {
		PackageFixture data = version(new PackageFixture(), B);
		data.replace("people.csv", "Cat Cooper", "Cat Carter");
		return data;
	}

	static PackageFixture version(PackageFixture data, String version) {
		String descriptor = data.text("datapackage.json");
		data.write("datapackage.json",
				descriptor.replaceFirst("\"version\": \"[^\"]*\"", "\"version\": \"" + version + "\""));
		return data;
	}

	/**
	 * Loads A and puts it into service, and loads B.
	 */
	public static void takeBoth(Store store) {
		take(store, packageA(), true);
		take(store, packageB(), false);
	}

	/**
	 * A new store that serves A, and has B too.
	 */
	public static ServedReleases serveBoth() {
		StoreSettings settings = TestDatabases.fresh();
		Store store = TestDatabases.open(settings, (connections) -> connections);
		takeBoth(store);
		return new ServedReleases(store, settings);
	}

	/**
	 * Loads A under another version, and puts it into service.
	 */
	public static void takeNewer(Store store, String version) {
		take(store, version(packageA(), version), true);
	}

	static CheckedPackage checked(PackageFixture data) {
		return CheckedPackage.of(FORMAT, data.read());
	}

	static boolean take(Store store, PackageFixture data, boolean publish) {
		return new ReleaseImporter(store, ImportProgress.NONE).take(checked(data), publish);
	}

	static List<String> kept(Store store) {
		return store.kept().stream().map(KeptRelease::version).toList();
	}

	static String sum(Store store, KeptRelease release) {
		return store.sum(release, ReleaseImporter.tables(FORMAT)).hex();
	}

}
