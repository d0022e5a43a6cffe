package org.incumbent.command;

import java.util.concurrent.Callable;

import org.incumbent.release.CheckedPackage;
import org.incumbent.release.ReleaseImporter;
import org.incumbent.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Takes a data package into the store as a release.
 */
@Command(name = "import", description = {
		"Takes a data package into the store as a release, whole or not at all. A server that has the store open goes on",
		"answering; it is told of the release when it is published." }, exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { "0:the release is kept, and in service if that was asked for", "1:the package is not valid",
				"2:the command was not understood", "3:a file could not be read",
				"4:the store refused, and nothing was changed" })
final class ImportCommand implements Callable<Integer> {

	@Mixin
	private final PackageDirectory directory = new PackageDirectory();

	@Mixin
	private final StoreAddress store = new StoreAddress();

	@Option(names = "--publish", description = "Puts the release into service too.")
	private boolean publish;

	@Override
	public Integer call() {
		CheckedPackage data = this.directory.readValid();
		ImportLines progress = new ImportLines(this.store.out());
		try (Store opened = this.store.open()) {
			boolean loaded = new ReleaseImporter(opened, progress).take(data, this.publish);
			progress.close();
			this.store.out()
				.println("Release " + data.version() + (loaded ? " is loaded" : " was kept already")
						+ (this.publish ? ", and in service" : "; put it into service with publish " + data.version()));
		}
		return Commands.OK;
	}

}
