package org.incumbent.command;

import java.util.concurrent.Callable;

import org.incumbent.release.ReleaseRebuilder;
import org.incumbent.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Removes a record from all releases.
 */
@Command(name = "withdraw", description = {
		"Removes a record, and every row that is about it, from all releases that are kept, and refuses packages",
		"with it from then on. Readers are told that a record was withdrawn and why, but not which." },
		exitCodeListHeading = "%nExit codes:%n", exitCodeList = { "0:no release shows the record any more",
				"2:the command was not understood", "4:the store refused, and nothing was changed" })
final class WithdrawCommand implements Callable<Integer> {

	@Mixin
	private final StoreAddress store = new StoreAddress();

	@Parameters(index = "0", paramLabel = "TYPE", description = "Its type in the API, such as Person or Quote.")
	private String type = "";

	@Parameters(index = "1", paramLabel = "KEY", description = "Its key: the id in the data package.")
	private String key = "";

	@Option(names = "--reason", required = true, paramLabel = "TEXT",
			description = "Why, as a sentence that readers see; do not name the record in it.")
	private String reason = "";

	@Override
	public Integer call() {
		ImportLines progress = new ImportLines(this.store.out());
		try (Store opened = this.store.open()) {
			int count = new ReleaseRebuilder(opened, progress).withdraw(this.type, this.key, this.reason);
			progress.close();
			this.store.out()
				.println("Withdrawn from %d %s; servers go over to what is left within two seconds".formatted(count,
						(count == 1) ? "release" : "releases"));
		}
		return Commands.OK;
	}

}
