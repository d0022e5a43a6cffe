package org.incumbent.release;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * Says on one screen why the application does not start with a bad data package.
 */
final class InvalidPackageFailureAnalyzer extends AbstractFailureAnalyzer<InvalidPackageException> {

	private final Environment environment;

	InvalidPackageFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, InvalidPackageException cause) {
		int shown = Binder.get(this.environment)
			.bindOrCreate("incumbent.validation", ValidationProperties.class)
			.shown();
		String report = new ProblemReport(cause.problems()).text(shown,
				"start with INCUMBENT_VALIDATION_SHOWN=%d in the environment");
		return new FailureAnalysis(report,
				"Correct the files at these places and start again. Nothing of the package was loaded.", cause);
	}

}
