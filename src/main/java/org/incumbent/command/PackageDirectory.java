package org.incumbent.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.incumbent.release.CheckedPackage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The data package that a command is about.
 */
final class PackageDirectory {

	/**
	 * How many problems are shown where a command needs a valid package; validate shows
	 * more.
	 */
	private static final int SHOWN = 20;

	/** The command that has this parameter. */
	@Spec(Spec.Target.MIXEE)
	private @Nullable CommandSpec command;

	@Parameters(arity = "0..1", paramLabel = "DIR", defaultValue = "data",
			description = "Directory or ZIP file of the data package; ${DEFAULT-VALUE} where not given.")
	private Path directory = Path.of("data");

	/**
	 * The directory or ZIP file.
	 * @throws ParameterException if it is not there
	 */
	Path get() {
		if (!Files.exists(this.directory)) {
			throw misunderstood("There is no directory " + this.directory + ": name the directory of a data package");
		}
		return this.directory;
	}

	/**
	 * The package.
	 * @throws InvalidPackage if it is not valid
	 */
	CheckedPackage readValid() {
		CheckedPackage data = CheckedPackage.read(get(), null, null);
		if (!data.isValid()) {
			throw new InvalidPackage(data.report(SHOWN, "ask validate with --shown=%d"));
		}
		return data;
	}

	PrintWriter out() {
		return commandLine().getOut();
	}

	ParameterException misunderstood(String message) {
		return new ParameterException(commandLine(), message);
	}

	private CommandLine commandLine() {
		return Objects.requireNonNull(this.command).commandLine();
	}

	/**
	 * What a command that needs a valid package ends with when it gets another.
	 */
	static final class InvalidPackage extends RuntimeException {

		InvalidPackage(String report) {
			super(report);
		}

	}

}
