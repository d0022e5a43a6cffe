package org.incumbent.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.incumbent.release.CheckedPackage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Tells all that is wrong with a data package, as a start of the server would.
 */
@Command(name = "validate", description = "Tells all that is wrong with a data package, by file, line and column.",
		exitCodeListHeading = "%nExit codes:%n", exitCodeList = { "0:the package is valid",
				"1:the package has problems", "2:the command was not understood", "3:a file could not be read" })
final class ValidateCommand implements Callable<Integer> {

	@Mixin
	private final PackageDirectory directory = new PackageDirectory();

	@Option(names = "--texts", paramLabel = "DIR", defaultValue = "${env:INCUMBENT_VALIDATION_TEXTS}",
			description = "Directory of the sources' texts: compares the quotes with them word for word.")
	private @Nullable Path texts;

	@Option(names = "--transcripts", paramLabel = "FILE", defaultValue = "${env:INCUMBENT_VALIDATION_TRANSCRIPTS}",
			description = "CSV file that says which lines of which text are which source.")
	private @Nullable Path transcripts;

	@Option(names = "--shown", paramLabel = "N", defaultValue = "${env:INCUMBENT_VALIDATION_SHOWN:-20}",
			description = "Prints this many problems at most; ${DEFAULT-VALUE} where not given.")
	private int shown;

	@Override
	public Integer call() {
		if ((this.texts == null) != (this.transcripts == null)) {
			throw this.directory.misunderstood("Give --texts and --transcripts together, or neither");
		}
		CheckedPackage data = CheckedPackage.read(this.directory.get(), this.texts, this.transcripts);
		this.directory.out().println(data.isValid() ? data.summary() : data.report(this.shown, "ask with --shown=%d"));
		return data.isValid() ? Commands.OK : Commands.PROBLEMS;
	}

}
