package org.incumbent.release;

import java.util.List;

/**
 * A data package that may not come into service, with all that is wrong with it.
 */
class InvalidPackageException extends RuntimeException {

	private final transient List<Problem> problems;

	InvalidPackageException(List<Problem> problems) {
		super("The data package has " + problems.size() + ((problems.size() == 1) ? " problem" : " problems"));
		this.problems = List.copyOf(problems);
	}

	List<Problem> problems() {
		return this.problems;
	}

}
