package org.incumbent.release;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The problems of a data package as people read them, at start-up and on the command
 * line.
 */
record ProblemReport(List<Problem> problems) {

	ProblemReport {
		problems = List.copyOf(problems);
	}

	/**
	 * The report's first line, without its stop.
	 */
	String heading() {
		return "The data package has " + this.problems.size()
				+ ((this.problems.size() == 1) ? " problem" : " problems");
	}

	/**
	 * The heading and the first problems, one a line.
	 * @param shown how many problems to print
	 * @param seeAll how to have all of them printed, with {@code %d} for their number
	 */
	String text(int shown, String seeAll) {
		String lines = this.problems.stream().limit(shown).map(Problem::toString).collect(Collectors.joining("\n"));
		int left = this.problems.size() - shown;
		String more = (left <= 0) ? ""
				: "\n... and " + left + " more; " + seeAll.formatted(this.problems.size()) + " to see them all";
		return heading() + " (file:line:column):\n\n" + lines + more;
	}

}
