package org.incumbent.graphql;

import java.util.Map;
import java.util.regex.Pattern;

import org.incumbent.answer.AnswerKey;
import org.incumbent.store.KeptRelease;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * A question as far as its answer depends on it.
 *
 * @param edition the state of the store when it came in
 * @param pinned whether it names its release
 * @param type what the answer is to be written as
 * @param saved whether it is a query that has an address of its own
 */
record Asked(String query, @Nullable String operationName, Map<String, Object> variables, KeptRelease release,
		int edition, boolean pinned, MediaType type, boolean saved) {

	/**
	 * Fields that tell of other releases than the one that answers.
	 */
	private static final Pattern OF_THE_STORE = Pattern.compile("\\b(releases|withdrawals|changes)\\b");

	/**
	 * The key of its answer. An answer is kept for one state of the store only, since it
	 * may tell of other releases; the schema is the same as long as the server runs.
	 */
	AnswerKey key() {
		return AnswerKey.of(edition, release.number(), release.content(), query, operationName, variables,
				(tellsByItsStatus() ? "" : "with errors as 200: ") + type);
	}

	/**
	 * What an answer with errors is written as.
	 */
	MediaType typeOfErrors() {
		return CsvAnswer.typeOfErrors(type);
	}

	/**
	 * Whether an answer without data has the status of a bad request. GraphQL over HTTP
	 * says that it has not where plain JSON is asked for, which tells nothing of queries
	 * that are saved.
	 */
	boolean tellsByItsStatus() {
		return saved || !type.equals(MediaType.APPLICATION_JSON);
	}

	/**
	 * Whether it asks a release that it names for what never changes in it.
	 */
	boolean isAboutOneReleaseForEver() {
		return pinned && !OF_THE_STORE.matcher(query).find();
	}

}
