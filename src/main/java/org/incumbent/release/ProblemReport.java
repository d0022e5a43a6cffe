package org.incumbent.release;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The problems of a data package as people read them, at start-up and on the command
 * line.
 */
record ProblemReport(Problems problems) {

	ProblemReport(List<Problem> problems) {
		this(Problems.copyOf(problems));
	}

	/**
	 * The report's first line, without its stop.
	 */
	String heading() {
		int count = this.problems.size() + this.problems.dropped();
		return "The data package has " + count + ((count == 1) ? " problem" : " problems");
	}

	/**
	 * The heading and the first problems, one a line.
	 * @param shown how many problems to print
	 * @param seeAll how to have all of them printed, with {@code %d} for their number
	 */
	String text(int shown, String seeAll) {
		String lines = this.problems.stream().limit(shown).map(Problem::toString).collect(Collectors.joining("\n"));
		return heading() + " (file:line:column):\n\n" + lines + more(this.problems.size() - shown, seeAll);
	}

	private String more(int left, String seeAll) {
		int dropped = this.problems.dropped();
		String more = (left <= 0) ? "" : "\n... and " + left + " more; " + seeAll.formatted(this.problems.size())
				+ " to see them " + ((dropped > 0) ? "too" : "all");
		return (dropped <= 0) ? more
				: more + "\n... and " + dropped + " that were not kept; correct those above and validate again";
	}

}
