package org.incumbent.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.incumbent.release.ReleaseExporter;
import org.incumbent.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Writes a release as a data package.
 */
@Command(name = "export",
		description = "Writes a release into an empty or new directory as a data package, which can be imported again.",
		exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { "0:the package was written", "2:the command was not understood",
				"3:a file could not be written",
				"4:the release is not kept, or the directory is not empty; nothing was written" })
final class ExportCommand implements Callable<Integer> {

	@Mixin
	private final StoreAddress store = new StoreAddress();

	@Parameters(index = "0", paramLabel = "VERSION", description = "Version of the release.")
	private String version = "";

	@Parameters(index = "1", paramLabel = "DIR", description = "Directory to write into.")
	private Path directory = Path.of("");

	@Override
	public Integer call() {
		try (Store opened = this.store.open()) {
			new ReleaseExporter(opened).write(opened.find(this.version), this.directory);
		}
		this.store.out().println("Release " + this.version + " is in " + this.directory);
		return Commands.OK;
	}

}
