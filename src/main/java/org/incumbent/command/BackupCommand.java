package org.incumbent.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.incumbent.release.StoreBackup;
import org.incumbent.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Writes all that a store keeps into a directory.
 */
@Command(name = "backup",
		description = "Writes all releases that are kept, and which were in service, into an empty or new directory.",
		exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { "0:the back-up was written", "2:the command was not understood",
				"3:a file could not be written", "4:the directory is not empty, or the store could not be opened" })
final class BackupCommand implements Callable<Integer> {

	@Mixin
	private final StoreAddress store = new StoreAddress();

	@Parameters(paramLabel = "DIR", description = "Directory to write into.")
	private Path directory = Path.of("");

	@Override
	public Integer call() {
		try (Store opened = this.store.open()) {
			int count = new StoreBackup(opened).write(this.directory);
			this.store.out()
				.println("%d %s in %s".formatted(count, (count == 1) ? "release is" : "releases are", this.directory));
		}
		return Commands.OK;
	}

}
