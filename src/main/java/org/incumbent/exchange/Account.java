package org.incumbent.exchange;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The account of a conversion: what was read, what of it was taken or kept out and why,
 * and what was written. Whatever was read was either taken or kept out.
 */
final class Account implements AutoCloseable {

	/** Lies beside the tables, and is no table. */
	static final String FILE = "conversion.txt";

	private final PrintWriter lines;

	private final Map<String, Tally> tallies = new LinkedHashMap<>();

	private final SortedMap<String, Long> fieldsLeftOut = new TreeMap<>();

	private final Map<String, Long> written = new LinkedHashMap<>();

	private final Map<String, Long> repeated = new LinkedHashMap<>();

	/**
	 * An account that lists every row which was kept out or changed in a file of the
	 * package's directory.
	 */
	Account(Path directory) {
		try {
			this.lines = new PrintWriter(Files.newBufferedWriter(directory.resolve(FILE)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Counts something that was read.
	 * @param kind what it is, such as {@code rows of person.csv}
	 */
	void read(String kind) {
		tally(kind).read++;
	}

	void taken(String kind) {
		tally(kind).taken++;
	}

	/**
	 * Counts and lists something that cannot be taken.
	 * @param origin the file and the line
	 * @param reason why, in words that fit any number of rows
	 * @param detail what exactly is wrong
	 */
	void keptOut(String kind, String origin, String reason, String detail) {
		tally(kind).keptOut.merge(reason, 1L, Long::sum);
		list(origin, "kept out", reason, detail);
	}

	/**
	 * Counts and lists something that was taken, but not all of it as it was.
	 */
	void changed(String kind, String origin, String how, String detail) {
		tally(kind).changed.merge(how, 1L, Long::sum);
		list(origin, "changed", how, detail);
	}

	/**
	 * Counts a field that has a value for which a data package has no place.
	 */
	void leftOut(String field) {
		this.fieldsLeftOut.merge(field, 1L, Long::sum);
	}

	void written(String file, long rows) {
		if (rows > 0) {
			this.written.put(file, rows);
		}
	}

	/**
	 * Counts and lists a row that is not written because another one has its key.
	 */
	void repeated(String file, String origin, String key) {
		this.repeated.merge(file, 1L, Long::sum);
		list(origin, "not repeated in " + file, "another row has its key", key);
	}

	/**
	 * The account, line by line.
	 * @throws IllegalStateException if it does not add up
	 */
	List<String> summary() {
		List<String> summary = new ArrayList<>();
		this.tallies.forEach((kind, tally) -> summary.addAll(tally.summary(kind)));
		this.fieldsLeftOut
			.forEach((field, count) -> summary.add("Left out, having no place here: " + number(count) + " " + field));
		this.written.forEach((file, rows) -> summary.add("Wrote " + number(rows) + " rows of " + file + repeats(file)));
		return summary;
	}

	private String repeats(String file) {
		Long repeats = this.repeated.get(file);
		return (repeats != null) ? ", and not " + number(repeats) + " whose key another row has" : "";
	}

	/**
	 * Adds lines to the list.
	 */
	void append(List<String> summary) {
		this.lines.println();
		summary.forEach(this.lines::println);
	}

	@Override
	public void close() {
		this.lines.close();
		if (this.lines.checkError()) {
			throw new UncheckedIOException(new IOException("Cannot write " + FILE));
		}
	}

	private void list(String origin, String what, String why, String detail) {
		this.lines.println(origin + ": " + what + ": " + why + (detail.isEmpty() ? "" : ": " + detail));
	}

	private Tally tally(String kind) {
		return this.tallies.computeIfAbsent(kind, (key) -> new Tally());
	}

	private static String number(long count) {
		return String.format(Locale.UK, "%,d", count);
	}

	/**
	 * What became of all that was read of one kind.
	 */
	private static final class Tally {

		private long read;

		private long taken;

		private final SortedMap<String, Long> keptOut = new TreeMap<>();

		private final SortedMap<String, Long> changed = new TreeMap<>();

		private List<String> summary(String kind) {
			long out = this.keptOut.values().stream().mapToLong(Long::longValue).sum();
			if (this.read != this.taken + out) {
				throw new IllegalStateException(
						"Of %d %s, %d were taken and %d kept out".formatted(this.read, kind, this.taken, out));
			}
			List<String> summary = new ArrayList<>();
			summary.add("Read " + number(this.read) + " " + kind + ": took " + number(this.taken) + ", kept out "
					+ number(out));
			this.keptOut.forEach((why, count) -> summary.add("    kept out " + number(count) + ": " + why));
			this.changed.forEach((how, count) -> summary.add("    changed " + number(count) + ": " + how));
			return summary;
		}

	}

}
