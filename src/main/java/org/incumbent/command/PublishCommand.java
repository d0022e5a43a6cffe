package org.incumbent.command;

import java.util.concurrent.Callable;

import org.incumbent.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Puts a kept release into service.
 */
@Command(name = "publish",
		description = "Puts a release that is kept into service; servers answer from it within two seconds.",
		exitCodeListHeading = "%nExit codes:%n", exitCodeList = { "0:the release is in service",
				"2:the command was not understood", "4:the store refused, and nothing was changed" })
final class PublishCommand implements Callable<Integer> {

	@Mixin
	private final StoreAddress store = new StoreAddress();

	@Parameters(paramLabel = "VERSION", description = "Version of the release.")
	private String version = "";

	@Override
	public Integer call() {
		try (Store opened = this.store.open()) {
			opened.change((change) -> {
				change.publish(this.version);
				return this.version;
			});
		}
		this.store.out().println("Release " + this.version + " is in service");
		return Commands.OK;
	}

}
