package org.incumbent.command;

import java.util.concurrent.Callable;

import org.incumbent.store.KeptRelease;
import org.incumbent.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Lists the releases in a store.
 */
@Command(name = "releases", description = "Lists the releases that are kept, the one in service with a star.",
		exitCodeListHeading = "%nExit codes:%n", exitCodeList = { "0:the releases were listed",
				"2:the command was not understood", "4:the store could not be opened" })
final class ReleasesCommand implements Callable<Integer> {

	@Mixin
	private final StoreAddress store = new StoreAddress();

	@Override
	public Integer call() {
		try (Store opened = this.store.open()) {
			@Nullable KeptRelease inService = opened.inService();
			for (KeptRelease release : opened.kept()) {
				this.store.out()
					.printf("%s %-12s %s  %s%n", release.equals(inService) ? "*" : " ", release.version(),
							release.releasedOn(), release.checksum());
			}
		}
		return Commands.OK;
	}

}
