package org.incumbent.graphql;

/**
 * Counts the objects of an answer. Lists that are no pages count for nothing in the cost
 * of a query, and within one another have no end.
 */
final class AnswerSize {

	private final int limit;

	private int objects;

	AnswerSize(int limit) {
		this.limit = limit;
	}

	/**
	 * Counts one more.
	 * @throws graphql.execution.AbortExecutionException if there are too many
	 */
	void add() {
		this.objects++;
		if (this.objects > this.limit) {
			throw QueryLimits.refusal(Errors.of(ErrorCode.LIMIT_EXCEEDED,
					"The answer has more than %,d objects; this server gives no more: ask for fewer lists within lists"
						.formatted(this.limit)));
		}
	}

	/**
	 * Takes back so many, which are made and counted again.
	 */
	void takeBack(int objects) {
		this.objects -= objects;
	}

}
