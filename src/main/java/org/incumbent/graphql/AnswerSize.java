package org.incumbent.graphql;

import graphql.execution.AbortExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Counts the objects of an answer and the characters of what they say. Lists that are no
 * pages count for nothing in the cost of a query, and within one another have no end; and
 * one long text may be asked for under many names.
 */
final class AnswerSize {

	/** Characters of a value that is no text, about, and of the signs around it. */
	private static final int PLAIN = 8;

	private final int mostObjects;

	private final long mostCharacters;

	private int objects;

	private long characters;

	/**
	 * Nothing yet.
	 * @param mostObjects objects that there may be
	 * @param mostCharacters characters that there may be
	 */
	AnswerSize(int mostObjects, long mostCharacters) {
		this.mostObjects = mostObjects;
		this.mostCharacters = mostCharacters;
	}

	/**
	 * Counts one more object.
	 * @throws AbortExecutionException if there are too many
	 */
	void add() {
		this.objects++;
		if (this.objects > this.mostObjects) {
			throw refusal(
					"The answer has more than %,d objects; this server gives no more: ask for fewer lists within lists"
						.formatted(this.mostObjects));
		}
	}

	/**
	 * Counts so many more characters.
	 * @throws AbortExecutionException if there are too many
	 */
	void add(int characters) {
		this.characters += characters;
		if (this.characters > this.mostCharacters) {
			throw refusal(
					"The answer has more than %,d characters; this server gives no more: ask for smaller pages or for fewer fields"
						.formatted(this.mostCharacters));
		}
	}

	/**
	 * Takes back so many, which are made and counted again.
	 */
	void takeBack(int objects, long characters) {
		this.objects -= objects;
		this.characters -= characters;
	}

	/**
	 * How many characters a value has where it is written, about.
	 */
	static int of(@Nullable Object value) {
		return PLAIN + ((value instanceof CharSequence text) ? text.length() : 0);
	}

	private static AbortExecutionException refusal(String message) {
		return QueryLimits.refusal(Errors.of(ErrorCode.LIMIT_EXCEEDED, message));
	}

}
