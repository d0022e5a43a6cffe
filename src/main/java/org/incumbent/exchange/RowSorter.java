package org.incumbent.exchange;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * Sorts more rows than fit into memory: what is too much is written to files, each of
 * them sorted, which are then read side by side.
 */
final class RowSorter implements AutoCloseable {

	/** So many open files are fine on every system. */
	private static final int MOST_RUNS = 64;

	private final Path directory;

	private final Comparator<String[]> order;

	private final long mostCharacters;

	private final List<String[]> rows = new ArrayList<>();

	private final List<Path> runs = new ArrayList<>();

	private long characters;

	private boolean sorted;

	/**
	 * A sorter of rows that are all of one length.
	 * @param directory where files may be written
	 * @param key the cells to sort by, before all the others from first to last
	 * @param mostCharacters how much to keep in memory, roughly in characters
	 */
	RowSorter(Path directory, int[] key, long mostCharacters) {
		this.directory = directory;
		this.order = order(key);
		this.mostCharacters = mostCharacters;
	}

	private static Comparator<String[]> order(int[] key) {
		return (one, other) -> {
			for (int cell : key) {
				int order = one[cell].compareTo(other[cell]);
				if (order != 0) {
					return order;
				}
			}
			for (int cell = 0; cell < one.length; cell++) {
				int order = one[cell].compareTo(other[cell]);
				if (order != 0) {
					return order;
				}
			}
			return 0;
		};
	}

	/**
	 * Adds a row.
	 * @throws IllegalStateException if the rows are being read already
	 */
	void add(String[] row) {
		if (this.sorted) {
			throw new IllegalStateException("The rows have been sorted");
		}
		this.rows.add(row);
		this.characters += 32L * row.length;
		for (String cell : row) {
			this.characters += cell.length();
		}
		if (this.characters > this.mostCharacters) {
			spill();
		}
	}

	/**
	 * The rows in order, from the first one on each time; after this none can be added.
	 */
	RowCursor sorted() {
		if (!this.sorted) {
			this.rows.sort(this.order);
			this.sorted = true;
		}
		List<RowCursor> cursors = new ArrayList<>();
		this.runs.forEach((run) -> cursors.add(new Run(run)));
		cursors.add(RowCursor.of(this.rows));
		return (cursors.size() == 1) ? cursors.get(0) : new Merge(cursors, this.order);
	}

	@Override
	public void close() {
		delete(this.runs);
		this.runs.clear();
	}

	private static void delete(List<Path> runs) {
		try {
			for (Path run : runs) {
				Files.deleteIfExists(run);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void spill() {
		this.rows.sort(this.order);
		write(RowCursor.of(this.rows));
		this.rows.clear();
		this.characters = 0;
		if (this.runs.size() == MOST_RUNS) {
			mergeRuns();
		}
	}

	private void mergeRuns() {
		List<Path> merged = List.copyOf(this.runs);
		List<RowCursor> cursors = new ArrayList<>();
		merged.forEach((run) -> cursors.add(new Run(run)));
		try (RowCursor all = new Merge(cursors, this.order)) {
			write(all);
		}
		delete(merged);
		this.runs.removeAll(merged);
	}

	private void write(RowCursor sortedRows) {
		try {
			Path run = Files.createTempFile(this.directory, "rows", ".run");
			try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run)))) {
				for (String[] row = sortedRows.next(); row != null; row = sortedRows.next()) {
					write(out, row);
				}
			}
			this.runs.add(run);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(DataOutputStream out, String[] row) throws IOException {
		out.writeInt(row.length);
		for (String cell : row) {
			byte[] bytes = cell.getBytes(UTF_8);
			out.writeInt(bytes.length);
			out.write(bytes);
		}
	}

	/**
	 * The rows of one file.
	 */
	private static final class Run extends RowCursor {

		private final DataInputStream in;

		private Run(Path file) {
			try {
				this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		String @Nullable [] read() {
			try {
				String[] row = new String[this.in.readInt()];
				for (int cell = 0; cell < row.length; cell++) {
					row[cell] = new String(this.in.readNBytes(this.in.readInt()), UTF_8);
				}
				return row;
			}
			catch (EOFException ex) {
				return null;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public void close() {
			try {
				this.in.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	/**
	 * The rows of several cursors in one order.
	 */
	private static final class Merge extends RowCursor {

		private final List<RowCursor> all;

		private final PriorityQueue<RowCursor> open;

		private Merge(List<RowCursor> cursors, Comparator<String[]> order) {
			this.all = cursors;
			this.open = new PriorityQueue<>(Comparator.comparing(RowCursor::peekExisting, order));
			cursors.stream().filter((cursor) -> cursor.peek() != null).forEach(this.open::add);
		}

		@Override
		String @Nullable [] read() {
			RowCursor least = this.open.poll();
			if (least == null) {
				return null;
			}
			String[] row = least.next();
			if (least.peek() != null) {
				this.open.add(least);
			}
			return row;
		}

		@Override
		public void close() {
			this.all.forEach(RowCursor::close);
		}

	}

}
