package org.incumbent.graphql;

/**
 * An argument that is larger than this server takes.
 */
public class LimitExceededException extends BadRequestException {

	/**
	 * With the argument's own figure and the limit.
	 * @param what what there is too much of, as in "filters within one another"
	 * @param send what to send instead
	 */
	public LimitExceededException(int figure, int limit, String what, String send) {
		super(message(figure, limit, what, send));
	}

	static String message(long figure, int limit, String what, String send) {
		return "The query has %,d %s; this server takes at most %,d: %s".formatted(figure, what, limit, send);
	}

}
