package org.incumbent.command;

import java.util.concurrent.Callable;

import org.incumbent.release.CheckedPackage;
import org.incumbent.release.SuspectReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Lists what is suspicious in a data package.
 */
@Command(name = "suspects",
		description = "Lists facts that are likely to be mistakes, each with its explanation or what to do about it.",
		exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { "0:everything suspicious is explained",
				"1:something is not, or is explained without need, or the package is not valid",
				"2:the command was not understood", "3:a file could not be read" })
final class SuspectsCommand implements Callable<Integer> {

	@Mixin
	private final PackageDirectory directory = new PackageDirectory();

	@Override
	public Integer call() {
		CheckedPackage data = this.directory.readValid();
		SuspectReport report = SuspectReport.of(data);
		this.directory.out().println(report.text());
		return report.isSettled() ? Commands.OK : Commands.PROBLEMS;
	}

}
