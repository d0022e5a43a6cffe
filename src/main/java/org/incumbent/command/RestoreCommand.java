package org.incumbent.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.incumbent.release.StoreBackup;
import org.incumbent.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Fills an empty store from a back-up.
 */
@Command(name = "restore",
		description = "Fills an empty store, on whichever database, from the directory of a back-up.",
		exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { "0:the store has what the back-up has", "2:the command was not understood",
				"3:a file could not be read", "4:the store refused, and nothing was changed" })
final class RestoreCommand implements Callable<Integer> {

	@Mixin
	private final StoreAddress store = new StoreAddress();

	@Parameters(paramLabel = "DIR", description = "Directory of the back-up.")
	private Path directory = Path.of("");

	@Override
	public Integer call() {
		ImportLines progress = new ImportLines(this.store.out());
		try (Store opened = this.store.open()) {
			int count = new StoreBackup(opened).restore(this.directory, progress);
			progress.close();
			this.store.out().println("%d %s restored".formatted(count, (count == 1) ? "release is" : "releases are"));
		}
		return Commands.OK;
	}

}
