package org.incumbent.release;

import java.util.Comparator;

/**
 * One thing that is wrong with a data package, and what to do about it.
 *
 * @param file the file as the reader of the message finds it, with its directory
 * @param line the physical line in the file, from 1
 * @param column the character in the line, from 1
 * @param message a sentence
 */
record Problem(String file, int line, int column, String message) implements Comparable<Problem> {

	private static final int LONGEST_QUOTED = 60;

	private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
		.thenComparingInt(Problem::line)
		.thenComparingInt(Problem::column)
		.thenComparing(Problem::message);

	@Override
	public int compareTo(Problem other) {
		return ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		return this.file + ":" + this.line + ":" + this.column + " " + this.message;
	}

	/**
	 * A value as messages show it: in backticks, on one line, shortened.
	 */
	static String quoted(String value) {
		String line = value.replace('\n', ' ');
		if (line.length() <= LONGEST_QUOTED) {
			return "`" + line + "`";
		}
		int end = line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_QUOTED));
		return "`" + line.substring(0, end) + "…`";
	}

}
