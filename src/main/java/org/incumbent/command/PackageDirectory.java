package org.incumbent.command;

import java.nio.file.Files;
import java.nio.file.Path;

import org.incumbent.release.CheckedPackage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The data package that a command is about.
 */
final class PackageDirectory {

	@Spec(Spec.Target.MIXEE)
	private @Nullable CommandSpec command;

	@Parameters(arity = "0..1", paramLabel = "DIR", defaultValue = "data",
			description = "Directory of the data package; ${DEFAULT-VALUE} where not given.")
	private Path directory = Path.of("data");

	Path directory() {
		if (!Files.isDirectory(this.directory) && this.command != null) {
			throw new ParameterException(this.command.commandLine(),
					"There is no directory " + this.directory + ": name the directory of a data package");
		}
		return this.directory;
	}

	CheckedPackage read() {
		return CheckedPackage.read(directory(), null, null);
	}

}
