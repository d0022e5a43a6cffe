package org.incumbent.exchange;

import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

import org.incumbent.time.Certainty;
import org.incumbent.time.PeriodState;
import org.junit.jupiter.api.Test;

class SpanTests {

	private static final LocalDate DAY = LocalDate.of(2026, 8, 5);

	@Test
	void anEndAheadOfTheFileIsAnnouncedAndNoFact() {
		assertThat(Span.of("2023-01-03", "2027-01-03", PeriodState.UNKNOWN, DAY))
			.isEqualTo(new Span("2023-01-03", null, PeriodState.ONGOING, "2027-01-03"));
		assertThat(Span.of(null, "2026-08-06", PeriodState.UNKNOWN, DAY).state()).isEqualTo(PeriodState.ONGOING);
		assertThat(Span.of(null, "2026-08-05", PeriodState.UNKNOWN, DAY))
			.isEqualTo(new Span(null, "2026-08-05", PeriodState.ENDED, null));
		assertThat(Span.of(null, "2026", PeriodState.UNKNOWN, DAY).state()).as("may be over")
			.isEqualTo(PeriodState.ENDED);
	}

	@Test
	void whatIsYetToStartIsPlanned() {
		assertThat(Span.of("2026-09", null, PeriodState.ONGOING, DAY))
			.isEqualTo(new Span("2026-09", null, PeriodState.PLANNED, null));
		assertThat(Span.of("2026-09", "2027", PeriodState.ONGOING, DAY))
			.isEqualTo(new Span("2026-09", null, PeriodState.PLANNED, "2027"));
	}

	@Test
	void withoutAnEndTheFormatSaysWhatThatMeans() {
		assertThat(Span.of("2020", null, PeriodState.UNKNOWN, DAY).state()).isEqualTo(PeriodState.UNKNOWN);
		assertThat(Span.of(null, null, PeriodState.ENDED_DATE_UNKNOWN, DAY).state())
			.isEqualTo(PeriodState.ENDED_DATE_UNKNOWN);
	}

	@Test
	void onlyWhatCannotBeOtherwiseIsReversed() {
		assertThat(Span.isReversed("2020-05-02", "2020-05-01")).isTrue();
		assertThat(Span.isReversed("2020-05-02", "2020-05")).isFalse();
		assertThat(Span.isReversed("2020-06", "2020-05")).isTrue();
		assertThat(Span.isReversed("2020-05-01", "2020-05-01")).isFalse();
		assertThat(Span.isReversed(null, "2020")).isFalse();
		assertThat(Span.isReversed("2020", null)).isFalse();
	}

	@Test
	void aDayOnWhichItIsShownIsCertainAndTheNextIsNot() {
		Span span = Span.of("2023-01-03", null, PeriodState.ONGOING, DAY);
		assertThat(span.bounds(DAY).covers(DAY)).isEqualTo(Certainty.CERTAIN);
		assertThat(span.bounds(DAY).covers(DAY.plusDays(1))).isEqualTo(Certainty.POSSIBLE);
		assertThat(span.bounds(null).covers(DAY)).isEqualTo(Certainty.POSSIBLE);
	}

}
