package org.incumbent.command;

import java.util.concurrent.Callable;

import org.incumbent.store.Store;
import org.incumbent.store.StoreChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Goes back to the release that was in service before.
 */
@Command(name = "rollback", description = "Puts the release into service again that was before the present one.",
		exitCodeListHeading = "%nExit codes:%n", exitCodeList = { "0:the release before is in service",
				"2:the command was not understood", "4:the store refused, and nothing was changed" })
final class RollbackCommand implements Callable<Integer> {

	@Mixin
	private final StoreAddress store = new StoreAddress();

	@Override
	public Integer call() {
		try (Store opened = this.store.open()) {
			String version = opened.change(StoreChange::rollBack);
			this.store.out().println("Release " + version + " is in service again");
		}
		return Commands.OK;
	}

}
