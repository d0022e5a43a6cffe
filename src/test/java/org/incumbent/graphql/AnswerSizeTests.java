package org.incumbent.graphql;

import graphql.execution.AbortExecutionException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class AnswerSizeTests {

	private final AnswerSize size = new AnswerSize(2, 100);

	@Test
	void whatIsMadeAgainIsCountedOnce() {
		for (int i = 0; i < 3; i++) {
			this.size.add();
			this.size.add();
			this.size.add(100);
			this.size.takeBack(2, 100);
		}
		assertThatNoException().isThrownBy(() -> this.size.add(100));
		assertThatExceptionOfType(AbortExecutionException.class).isThrownBy(() -> this.size.add(1));
	}

	@Test
	void aTextCountsByItsLengthAndAllElseAlike() {
		assertThat(AnswerSize.of("x".repeat(50)) - AnswerSize.of("")).isEqualTo(50);
		assertThat(AnswerSize.of(1_000_000)).isEqualTo(AnswerSize.of(null)).isPositive();
	}

}
