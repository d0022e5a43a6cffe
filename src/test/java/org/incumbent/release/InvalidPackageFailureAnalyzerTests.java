package org.incumbent.release;

import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;

/**
 * What an operator reads when the application does not start with a bad package.
 */
@ExtendWith(OutputCaptureExtension.class)
class InvalidPackageFailureAnalyzerTests {

	@Test
	void startUpTellsTheFirstProblemsOnOneScreenWithoutAStackTrace(CapturedOutput output) {
		start();
		assertThat(output).contains("The data package has 25 problems (file:line:column):")
			.contains("data/appointments.csv:2:1 number 1 is wrong; correct it")
			.contains("data/appointments.csv:21:1 number 20 is wrong; correct it")
			.doesNotContain("data/appointments.csv:22:1")
			.contains("and 5 more; start with INCUMBENT_VALIDATION_SHOWN=25 in the environment to see them all")
			.doesNotContain("\tat ");
		assertThat(output.toString().lines().dropWhile((line) -> !line.contains("APPLICATION FAILED TO START")))
			.hasSizeLessThan(40);
	}

	@Test
	void startUpTellsAllProblemsWhereAsked(CapturedOutput output) {
		start("--incumbent.validation.shown=25");
		assertThat(output).contains("data/appointments.csv:26:1 number 25 is wrong; correct it")
			.doesNotContain("more; start with");
	}

	private static void start(String... arguments) {
		assertThatException().isThrownBy(
				() -> new SpringApplicationBuilder(BadPackage.class).web(WebApplicationType.NONE).run(arguments));
	}

	/**
	 * An application whose package is bad.
	 */
	static class BadPackage {

		@Bean
		InitializingBean starter() {
			List<Problem> problems = IntStream.rangeClosed(1, 25)
				.mapToObj((number) -> new Problem("data/appointments.csv", number + 1, 1,
						"number " + number + " is wrong; correct it"))
				.toList();
			return () -> {
				throw new InvalidPackageException(problems);
			};
		}

	}

}
