package org.incumbent.paging;

import org.incumbent.graphql.BadRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PageRequestTests {

	@Test
	void aPageHasTwentyRecordsWhereNoSizeIsGiven() {
		PageRequest page = new PageRequest(null, null, null, null, true, false);
		assertThat(page.size()).isEqualTo(20);
		assertThat(page.backward()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 100, Integer.MAX_VALUE })
	void sizesFromNothingAreTaken(int size) {
		assertThat(new PageRequest(size, null, null, null, true, false).size()).isEqualTo(size);
		PageRequest last = new PageRequest(null, null, size, null, true, false);
		assertThat(last.size()).isEqualTo(size);
		assertThat(last.backward()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, Integer.MIN_VALUE })
	void anotherSizeIsRefusedWithTheOnesThatAreTaken(int size) {
		assertThatExceptionOfType(BadRequestException.class)
			.isThrownBy(() -> new PageRequest(size, null, null, null, true, false))
			.withMessageStartingWith("'first' takes 0 or more; this is " + size);
		assertThatExceptionOfType(BadRequestException.class)
			.isThrownBy(() -> new PageRequest(null, null, size, null, true, false))
			.withMessageStartingWith("'last' takes 0 or more; this is " + size);
	}

	@Test
	void firstAndLastTogetherAreRefused() {
		assertThatExceptionOfType(BadRequestException.class)
			.isThrownBy(() -> new PageRequest(5, null, 5, null, true, false))
			.withMessage("send 'first' or 'last', not both: 'first' pages forward, 'last' backward");
	}

}
