package org.incumbent.graphql;

/**
 * Says that a part of an answer is left to graphql-java, which finds the reason.
 */
final class NotDirectException extends RuntimeException {

	NotDirectException() {
		super("Left to graphql-java", null, false, false);
	}

}
