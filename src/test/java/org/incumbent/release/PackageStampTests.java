package org.incumbent.release;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The mark of a checked package.
 */
class PackageStampTests {

	private static final String MARK = "org/incumbent/release/checked-package.sha256";

	private static final PackageFormat FORMAT = PackageFormat.ofApplication();

	private final PackageFixture data = new PackageFixture();

	@TempDir
	private Path classes;

	@Test
	void buildMarksThePackageInsideTheApplicationAndNoOther() {
		assertThat(PackageStamp.marks(new PackageReader(FORMAT).readFromClasspath("data")))
			.as("the package was checked by the build, in its phase process-classes")
			.isTrue();
		assertThat(PackageStamp.marks(this.data.read())).isFalse();
	}

	@Test
	void onlyAValidPackageIsMarked() {
		PackageStamp.update(this.classes, CheckedPackage.of(FORMAT, this.data.read()));
		assertThat(this.classes.resolve(MARK)).hasContent(this.data.read().checksum());
		this.data.replace("people.csv", "cat,cat,Cat Cooper", "cat,ann,Cat Cooper");
		PackageStamp.update(this.classes, CheckedPackage.of(FORMAT, this.data.read()));
		assertThat(this.classes.resolve(MARK)).doesNotExist();
	}

}
