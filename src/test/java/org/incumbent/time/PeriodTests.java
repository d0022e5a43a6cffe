package org.incumbent.time;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PeriodTests {

	private static final FuzzyDate MAY = FuzzyDate.parse("2013-05");

	private static final FuzzyDate JULY = FuzzyDate.parse("2013-07");

	@Test
	void coversAndLastsAsItsBoundsSay() {
		Period period = Period.of(MAY, JULY, PeriodState.ENDED);
		assertThat(period.covers(LocalDate.of(2013, 6, 1))).isEqualTo(Certainty.CERTAIN);
		assertThat(period.covers(LocalDate.of(2013, 8, 1))).isEqualTo(Certainty.NO);
		assertThat(period.days()).isEqualTo(new DayRange(32, 92));
	}

	@Test
	void hasNoDaysWhereNothingIsKnownOfItsStart() {
		assertThat(Period.of(null, null, PeriodState.ONGOING).days()).isNull();
	}

	@Test
	void observationsCountThoughTheyAreNoStart() {
		Bounds bounds = Bounds.of(null, JULY, PeriodState.ENDED).shownOn(FuzzyDate.parse("2013-05-31"));
		Period period = new Period(null, JULY, PeriodState.ENDED, bounds);
		assertThat(period.start()).isNull();
		assertThat(period.days()).isEqualTo(new DayRange(32, null));
		assertThat(period.covers(LocalDate.of(2013, 6, 1))).isEqualTo(Certainty.CERTAIN);
	}

	@Test
	void leftWithoutADateIsNotTheSameAsUnknown() {
		Period left = Period.of(MAY, null, PeriodState.ENDED_DATE_UNKNOWN);
		Period unknown = Period.of(MAY, null, PeriodState.UNKNOWN);
		assertThat(left.bounds()).isEqualTo(unknown.bounds());
		assertThat(left).isNotEqualTo(unknown);
	}

}
