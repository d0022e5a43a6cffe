package org.incumbent.release;

import java.util.List;

import org.incumbent.store.KeptRelease;
import org.incumbent.store.Store;

/**
 * Two small packages, A and B, which differ in a row of people and one of quotes, and
 * what a store holds of them.
 */
final class StoreFixture {

	static final PackageFormat FORMAT = PackageFormat.ofApplication();

	private StoreFixture() {
	}

	static PackageFixture packageA() {
		return version(new PackageFixture(), "2026.1.1");
	}

	static PackageFixture packageB() {
		PackageFixture data = version(new PackageFixture(), "2026.1.2");
		data.replace("people.csv", "Cat Cooper", "Cat Carter");
		return data;
	}

	static PackageFixture version(PackageFixture data, String version) {
		String descriptor = data.text("datapackage.json");
		data.write("datapackage.json",
				descriptor.replaceFirst("\"version\": \"[^\"]*\"", "\"version\": \"" + version + "\""));
		return data;
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
