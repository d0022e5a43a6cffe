package org.incumbent.release;

import java.util.List;
import java.util.stream.Collectors;

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
		List<Problem> problems = cause.problems();
		int shown = Binder.get(this.environment)
			.bindOrCreate("incumbent.validation", ValidationProperties.class)
			.shown();
		String lines = problems.stream().limit(shown).map(Problem::toString).collect(Collectors.joining("\n"));
		String more = (problems.size() <= shown) ? ""
				: "\n... and " + (problems.size() - shown) + " more; start with INCUMBENT_VALIDATION_SHOWN="
						+ problems.size() + " in the environment to see them all";
		return new FailureAnalysis(cause.getMessage() + " (file:line:column):\n\n" + lines + more,
				"Correct the files at these places and start again. Nothing of the package was loaded.", cause);
	}

}
