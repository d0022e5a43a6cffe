package org.incumbent.release;

import org.incumbent.store.StoreException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says on one screen why the application does not start with the store it was given.
 */
final class StoreFailureAnalyzer extends AbstractFailureAnalyzer<StoreException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, StoreException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()),
				"The store is the database at spring.datasource.url (SPRING_DATASOURCE_URL in the environment).",
				cause);
	}

}
