package org.incumbent.command;

import java.util.concurrent.Callable;

import org.incumbent.release.ReleaseComparison;
import org.incumbent.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Lists what changed between two releases.
 */
@Command(name = "diff", description = "Lists what changed from one release to another, record by record.",
		exitCodeListHeading = "%nExit codes:%n", exitCodeList = { "0:the changes were listed, or there are none",
				"2:the command was not understood", "4:a release is not kept, or the store could not be opened" })
final class DiffCommand implements Callable<Integer> {

	@Mixin
	private final StoreAddress store = new StoreAddress();

	@Parameters(index = "0", paramLabel = "A", description = "Version of the earlier release.")
	private String earlier = "";

	@Parameters(index = "1", paramLabel = "B", description = "Version of the later release.")
	private String later = "";

	@Override
	public Integer call() {
		try (Store opened = this.store.open();
				ReleaseComparison comparison = new ReleaseComparison(opened, opened.find(this.earlier),
						opened.find(this.later))) {
			int count = comparison.describe(this.store.out()::println);
			this.store.out()
				.println("%,d %s from %s to %s".formatted(count, (count == 1) ? "record changed" : "records changed",
						this.earlier, this.later));
		}
		return Commands.OK;
	}

}
