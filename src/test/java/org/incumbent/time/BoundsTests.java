package org.incumbent.time;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BoundsTests {

	@Test
	void aTenureIsCertainFromItsLatestStartToItsEarliestEnd() {
		Bounds tenure = bounds("2012-11", "2017-09", PeriodState.ENDED);
		assertThat(tenure.covers(day("2012-10-31"))).isEqualTo(Certainty.NO);
		assertThat(tenure.covers(day("2012-11-01"))).isEqualTo(Certainty.POSSIBLE);
		assertThat(tenure.covers(day("2012-11-30"))).isEqualTo(Certainty.CERTAIN);
		assertThat(tenure.covers(day("2017-09-01"))).isEqualTo(Certainty.CERTAIN);
		assertThat(tenure.covers(day("2017-09-02"))).isEqualTo(Certainty.POSSIBLE);
		assertThat(tenure.covers(day("2017-09-30"))).isEqualTo(Certainty.POSSIBLE);
		assertThat(tenure.covers(day("2017-10-01"))).isEqualTo(Certainty.NO);
	}

	@Test
	void leaverAndSuccessorBothHoldTheRoleOnTheHandOverDay() {
		Bounds leaver = bounds("2013-01-01", "2017-12-04", PeriodState.ENDED);
		Bounds successor = bounds("2017-12-04", "2019-03-29", PeriodState.ENDED);
		assertThat(leaver.covers(day("2017-12-04"))).isEqualTo(Certainty.CERTAIN);
		assertThat(successor.covers(day("2017-12-04"))).isEqualTo(Certainty.CERTAIN);
	}

	@Test
	void anOngoingTenureIsOnlyPossibleAfterTheLastDayThatASourceShowsIt() {
		Bounds tenure = bounds("2013-05-01", null, PeriodState.ONGOING).shownOn(date("2014-02-01"));
		assertThat(tenure.covers(day("2013-05-01"))).isEqualTo(Certainty.CERTAIN);
		assertThat(tenure.covers(day("2014-02-01"))).isEqualTo(Certainty.CERTAIN);
		assertThat(tenure.covers(day("2014-02-02"))).isEqualTo(Certainty.POSSIBLE);
		assertThat(tenure.covers(day("2099-01-01"))).isEqualTo(Certainty.POSSIBLE);
	}

	@Test
	void theAnnouncedEndOfAnOngoingTenureEndsItButShowsNothing() {
		Bounds tenure = bounds("2013-05-01", "2014-02-01", PeriodState.ONGOING);
		assertThat(tenure.covers(day("2013-05-01"))).isEqualTo(Certainty.CERTAIN);
		assertThat(tenure.covers(day("2014-02-01"))).isEqualTo(Certainty.POSSIBLE);
		assertThat(tenure.covers(day("2014-02-02"))).isEqualTo(Certainty.NO);
	}

	@Test
	void anAnnouncementAloneIsOnlyPossible() {
		Bounds plan = bounds("2019-04-01", null, PeriodState.PLANNED);
		assertThat(plan).isEqualTo(new Bounds(day("2019-04-01"), null, null, null));
		assertThat(plan.covers(day("2019-03-31"))).isEqualTo(Certainty.NO);
		assertThat(plan.covers(day("2019-04-01"))).isEqualTo(Certainty.POSSIBLE);
		assertThat(plan.days()).isEqualTo(new DayRange(0, null));
	}

	@Test
	void aPlanForOneDayIsOnlyPossibleOnThatDay() {
		Bounds plan = bounds("2019-04-01", "2019-04-01", PeriodState.PLANNED);
		assertThat(plan.covers(day("2019-04-01"))).isEqualTo(Certainty.POSSIBLE);
		assertThat(plan.days()).isEqualTo(new DayRange(0, 1));
	}

	@Test
	void aPlanBecomesCertainOnceASourceShowsIt() {
		Bounds shown = bounds("2019-04-01", null, PeriodState.PLANNED).shownOn(date("2019-06"));
		assertThat(shown).isEqualTo(new Bounds(day("2019-04-01"), day("2019-06-30"), day("2019-06-01"), null));
		assertThat(shown.days()).isEqualTo(new DayRange(1, null));
	}

	@Test
	void anObservationIsNeverAStart() {
		Bounds seen = unknown().shownOn(date("2013-05-01"));
		assertThat(seen).isEqualTo(new Bounds(null, day("2013-05-01"), day("2013-05-01"), null));
		assertThat(seen.covers(day("2013-04-30"))).isEqualTo(Certainty.POSSIBLE);
		assertThat(seen.covers(day("2013-05-01"))).isEqualTo(Certainty.CERTAIN);
		assertThat(seen.covers(day("2013-05-02"))).isEqualTo(Certainty.POSSIBLE);
	}

	@Test
	void betweenTwoObservationsATenureIsCertain() {
		Bounds seen = unknown().shownOn(date("2009")).shownOn(date("2013-05-01"));
		assertThat(seen.covers(day("2009-12-30"))).isEqualTo(Certainty.POSSIBLE);
		assertThat(seen.covers(day("2009-12-31"))).isEqualTo(Certainty.CERTAIN);
		assertThat(seen.covers(day("2011-01-01"))).isEqualTo(Certainty.CERTAIN);
	}

	@Test
	void oneVagueObservationMakesNoDayCertain() {
		Bounds seen = unknown().shownOn(date("2013"));
		assertThat(seen.covers(day("2013-07-01"))).isEqualTo(Certainty.POSSIBLE);
	}

	@Test
	void aFormerHolderHadLeftByTheDayOfTheSource() {
		Bounds former = unknown().overBy(date("2013-05-01"));
		assertThat(former).isEqualTo(new Bounds(null, day("2013-05-01"), null, day("2013-05-01")));
		assertThat(former.covers(day("2013-05-02"))).isEqualTo(Certainty.NO);
	}

	@Test
	void notYetInPostLiftsTheEarliestStartAndShowsNothing() {
		Bounds designate = unknown().notYetOn(date("2013-05-01"));
		assertThat(designate).isEqualTo(new Bounds(day("2013-05-01"), null, null, null));
		assertThat(designate.covers(day("2013-04-30"))).isEqualTo(Certainty.NO);
	}

	@Test
	void aTenureIsClippedToTheLifeOfItsRoleAtBothEnds() {
		Bounds role = bounds("2016-04-01", "2022-07-01", PeriodState.ENDED);
		Bounds tenure = unknown().shownOn(date("2018-01-01")).within(role);
		assertThat(tenure)
			.isEqualTo(new Bounds(day("2016-04-01"), day("2018-01-01"), day("2018-01-01"), day("2022-07-01")));
	}

	@Test
	void aRoleOfUnknownLifeClipsNothing() {
		Bounds tenure = bounds("2013-05", "2014", PeriodState.ENDED);
		assertThat(tenure.within(unknown())).isEqualTo(tenure);
	}

	@Test
	void beforeThatPassesBoundsOnInBothDirections() {
		Bounds earlier = bounds("2009", null, PeriodState.ENDED_DATE_UNKNOWN).shownOn(date("2010-06-01"));
		Bounds later = unknown().shownOn(date("2013-05-01"));
		assertThat(later.after(earlier).startEarliest()).isEqualTo("2010-06-01");
		assertThat(earlier.before(later).endLatest()).isEqualTo("2013-05-01");
	}

	@Test
	void whatCameBeforeHadBegunByThen() {
		Bounds later = unknown().shownOn(date("2013-05-01"));
		assertThat(unknown().before(later).startLatest()).isEqualTo("2013-05-01");
	}

	@Test
	void aStartIsNoLaterThanTheEndOfWhatHappened() {
		assertThat(bounds(null, "2015", PeriodState.ENDED).startLatest()).isEqualTo("2015-12-31");
		assertThat(bounds("2015", null, PeriodState.UNKNOWN).endEarliest()).isEqualTo("2015-01-01");
	}

	@Test
	void aStartInTheYearOfTheEndMayBeAnyDayUpToIt() {
		Bounds tenure = bounds("2013", "2013-05-01", PeriodState.ENDED);
		assertThat(tenure.startLatest()).isEqualTo("2013-05-01");
		assertThat(tenure.days()).isEqualTo(new DayRange(1, 121));
	}

	@Test
	void daysCountTheFirstAndTheLast() {
		assertThat(bounds("2013-05-01", "2013-05-01", PeriodState.ENDED).days()).isEqualTo(new DayRange(1, 1));
		assertThat(bounds("2013-05-01", "2013-05-31", PeriodState.ENDED).days()).isEqualTo(new DayRange(31, 31));
		assertThat(bounds("2013-05", "2013-07", PeriodState.ENDED).days()).isEqualTo(new DayRange(32, 92));
		assertThat(bounds("2013-05-01", null, PeriodState.ONGOING).days()).isEqualTo(new DayRange(1, null));
	}

	@Test
	void moreDaysThanAnIntHoldsAreAnOpenMost() {
		assertThat(bounds("Y-170000002", "Y170000002", PeriodState.ENDED).days())
			.isEqualTo(new DayRange(Integer.MAX_VALUE, null));
	}

	@Test
	void sourcesThatCannotAllBeRightAreContradictory() {
		Bounds tenure = bounds("2013-05-01", "2014-05-01", PeriodState.ENDED);
		assertThat(tenure.isContradictory()).isFalse();
		assertThat(tenure.shownOn(date("2014-05-01")).isContradictory()).isFalse();
		assertThat(tenure.shownOn(date("2014-05-02")).isContradictory()).isTrue();
		assertThat(tenure.overBy(date("2013-04")).isContradictory()).isTrue();
		assertThat(tenure.notYetOn(date("2013-05-02")).isContradictory()).isTrue();
		assertThat(bounds("2014", "2013", PeriodState.ENDED).isContradictory()).isTrue();
		assertThat(bounds("2014", "2013", PeriodState.PLANNED).isContradictory()).isTrue();
	}

	@Test
	void fromContradictoryBoundsNoDaysAreConcluded() {
		assertThat(bounds("2014", "2013", PeriodState.ENDED).days()).isEqualTo(new DayRange(0, null));
	}

	@Test
	void dayRangesRunUpwards() {
		assertThatIllegalArgumentException().isThrownBy(() -> new DayRange(-1, null));
		assertThatIllegalArgumentException().isThrownBy(() -> new DayRange(2, 1));
	}

	@Test
	void nothingKnownIsPossibleOnAnyDay() {
		assertThat(unknown()).isEqualTo(new Bounds(null, null, null, null));
		assertThat(unknown().covers(LocalDate.MIN)).isEqualTo(Certainty.POSSIBLE);
		assertThat(unknown().covers(LocalDate.MAX)).isEqualTo(Certainty.POSSIBLE);
	}

	private static Bounds unknown() {
		return Bounds.of(null, null, PeriodState.UNKNOWN);
	}

	private static Bounds bounds(@Nullable String start, @Nullable String end, PeriodState state) {
		return Bounds.of((start != null) ? date(start) : null, (end != null) ? date(end) : null, state);
	}

	private static FuzzyDate date(String edtf) {
		return FuzzyDate.parse(edtf);
	}

	private static LocalDate day(String iso) {
		return LocalDate.parse(iso);
	}

}
