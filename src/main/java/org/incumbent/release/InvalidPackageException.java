package org.incumbent.release;

import java.util.List;

/**
 * A data package that may not come into service, with all that is wrong with it.
 */
class InvalidPackageException extends RuntimeException {

	private final transient Problems problems;

	InvalidPackageException(List<Problem> problems) {
		super(new ProblemReport(problems).heading());
		this.problems = Problems.copyOf(problems);
	}

	Problems problems() {
		return this.problems;
	}

}
