package org.incumbent.command;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.incumbent.exchange.PopoloExporter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Writes a data package as Popolo JSON.
 */
@Command(name = "export-popolo",
		description = "Writes a data package as Popolo JSON. What Popolo has no property for is in properties named "
				+ "incumbent, so that convert makes the same package of it again.",
		exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { "0:the file was written", "1:the directory has no data package",
				"2:the command was not understood", "3:a file could not be read or written" })
final class ExportPopoloCommand implements Callable<Integer> {

	@Spec
	private @Nullable CommandSpec command;

	@Parameters(index = "0", paramLabel = "DIR", description = "Directory of a valid data package.")
	private @Nullable Path directory;

	@Parameters(index = "1", paramLabel = "FILE", description = "File to write.")
	private @Nullable Path file;

	@Override
	public Integer call() {
		CommandSpec spec = Objects.requireNonNull(this.command);
		PopoloExporter.export(Objects.requireNonNull(this.directory), Objects.requireNonNull(this.file),
				spec.commandLine().getErr()::println);
		return Commands.OK;
	}

}
