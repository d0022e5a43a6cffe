package org.incumbent.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.incumbent.release.CoverageTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Prints how far a data package covers the leading posts.
 */
@Command(name = "coverage",
		description = "Prints a Markdown table of how far the package covers each body's chief executives and chairs.",
		exitCodeListHeading = "%nExit codes:%n", exitCodeList = { "0:the table was printed or written",
				"1:the package is not valid", "2:the command was not understood", "3:a file could not be read" })
final class CoverageCommand implements Callable<Integer> {

	@Mixin
	private final PackageDirectory directory = new PackageDirectory();

	@Option(names = "--update", paramLabel = "FILE",
			description = "Puts the table into this Markdown file, between the comments that mark its place, "
					+ "instead of printing it.")
	private @Nullable Path file;

	@Override
	public Integer call() {
		CoverageTable table = CoverageTable.of(this.directory.readValid());
		if (this.file == null) {
			this.directory.out().print(table.markdown());
			this.directory.out().flush();
			return Commands.OK;
		}
		update(this.file, table);
		return Commands.OK;
	}

	private void update(Path document, CoverageTable table) {
		try {
			Files.writeString(document, table.replaceIn(Files.readString(document)));
		}
		catch (IllegalArgumentException ex) {
			throw this.directory.misunderstood(document + ": " + ex.getMessage());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
