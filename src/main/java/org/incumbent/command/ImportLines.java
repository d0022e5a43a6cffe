package org.incumbent.command;

import java.io.PrintWriter;
import java.util.Iterator;

import org.incumbent.release.ImportProgress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * Shows how far an import is: on a terminal in one line that changes, elsewhere in a line
 * for each table.
 */
final class ImportLines implements ImportProgress {

	/** Rows from one look of the line on a terminal to the next. */
	private static final int STEP = 10_000;

	private static final int WIDTH = 60;

	private final PrintWriter out;

	private final boolean terminal;

	private long rows;

	ImportLines(PrintWriter out) {
		this(out, Ansi.AUTO.enabled());
	}

	/**
	 * Lines for a terminal, or for a log.
	 */
	ImportLines(PrintWriter out, boolean terminal) {
		this.out = out;
		this.terminal = terminal;
	}

	@Override
	public Iterator<@Nullable Object[]> watch(String table, Iterator<@Nullable Object[]> rows) {
		return new Iterator<>() {

			private long count;

			@Override
			public boolean hasNext() {
				boolean more = rows.hasNext();
				if (!more && this.count > 0) {
					ImportLines.this.rows += this.count;
					end("%,9d rows of %s".formatted(this.count, table));
					this.count = 0;
				}
				return more;
			}

			@Override
			public @Nullable Object[] next() {
				this.count++;
				if (this.count % STEP == 0) {
					show("%,9d rows of %s, %,d in all".formatted(this.count, table,
							ImportLines.this.rows + this.count));
				}
				return rows.next();
			}

		};
	}

	@Override
	public void completing() {
		end("%,9d rows are in; making what follows from them, and indexes".formatted(this.rows));
	}

	private void show(String text) {
		if (this.terminal) {
			this.out.print("\r" + padded(text));
			this.out.flush();
		}
	}

	private void end(String text) {
		if (this.terminal) {
			show(text);
		}
		else {
			this.out.println(text.strip());
		}
	}

	/**
	 * Ends the line that changes.
	 */
	void close() {
		if (this.terminal) {
			this.out.println();
		}
	}

	private static String padded(String text) {
		return text + " ".repeat(Math.max(0, WIDTH - text.length()));
	}

}
