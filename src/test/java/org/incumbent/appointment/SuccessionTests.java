package org.incumbent.appointment;

import java.time.LocalDate;
import java.util.List;

import org.incumbent.time.Certainty;
import org.incumbent.time.FuzzyDate;
import org.incumbent.time.Period;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incumbent.time.Certainty.CERTAIN;
import static org.incumbent.time.Certainty.NO;
import static org.incumbent.time.Certainty.POSSIBLE;

class SuccessionTests {

	private static final Appointment FIRST = ended("first", "2010-01-01", "2012-06-30");

	private static final Appointment SECOND = ended("second", "2012-06-30", "2014-12-31");

	private static final Appointment THIRD = ended("third", "2015-01-01", "2017-12-31");

	@Test
	void leaverAndSuccessorBothHoldTheRoleOnTheHandOverDay() {
		assertThat(certainties("2012-06-30", FIRST, SECOND)).containsExactly(CERTAIN, CERTAIN);
		assertThat(certainties("2012-06-29", FIRST, SECOND)).containsExactly(CERTAIN, NO);
		assertThat(certainties("2012-07-01", FIRST, SECOND)).containsExactly(NO, CERTAIN);
	}

	@Test
	void whereThereIsOneSeatACertainHolderLeavesNoneToAPossibleOne() {
		Appointment undated = of("undated", null, null, PeriodState.UNKNOWN);
		assertThat(certainties("2011-05-05", FIRST, undated)).containsExactly(CERTAIN, NO);
		assertThat(certainties("2009-12-31", FIRST, undated)).containsExactly(NO, POSSIBLE);
		assertThat(certainties("2012-07-01", FIRST, undated)).containsExactly(NO, POSSIBLE);
	}

	@Test
	void onTheDaysOnWhichTheSeatMayHaveChangedHandsAPossibleHolderStaysPossible() {
		Appointment undated = of("undated", null, null, PeriodState.UNKNOWN);
		assertThat(certainties("2010-01-01", FIRST, undated)).containsExactly(CERTAIN, POSSIBLE);
		assertThat(certainties("2010-01-02", FIRST, undated)).containsExactly(CERTAIN, NO);
		assertThat(certainties("2012-06-29", FIRST, undated)).containsExactly(CERTAIN, NO);
		assertThat(certainties("2012-06-30", FIRST, undated)).containsExactly(CERTAIN, POSSIBLE);
	}

	@Test
	void aSeatIsTakenOnlyOnceItsHolderHasSurelyStarted() {
		Appointment vague = ended("vague", "2010-01", "2012-06");
		Appointment undated = of("undated", null, null, PeriodState.UNKNOWN);
		assertThat(certainties("2010-01-31", vague, undated)).containsExactly(CERTAIN, POSSIBLE);
		assertThat(certainties("2010-02-01", vague, undated)).containsExactly(CERTAIN, NO);
		assertThat(certainties("2012-05-31", vague, undated)).containsExactly(CERTAIN, NO);
		assertThat(certainties("2012-06-01", vague, undated)).containsExactly(CERTAIN, POSSIBLE);
		assertThat(certainties("2012-06-02", vague, undated)).containsExactly(POSSIBLE, POSSIBLE);
	}

	@Test
	void twoPossibleHoldersLeaveEachOtherPossible() {
		Appointment one = of("one", null, null, PeriodState.UNKNOWN);
		Appointment other = of("other", null, null, PeriodState.UNKNOWN);
		assertThat(certainties("2012-06-30", one, other)).containsExactly(POSSIBLE, POSSIBLE);
	}

	@Test
	void twoCertainHoldersOfOneSeatStayCertain() {
		assertThat(certainties("2011-05-05", FIRST, ended("joint", "2010-01-01", "2012-06-30")))
			.containsExactly(CERTAIN, CERTAIN);
	}

	@Test
	void whereThereAreSeveralSeatsAPossibleHolderStaysPossible() {
		Appointment member = severalSeats("member", "2010-01-01", "2012-06-30");
		Appointment undated = appointment("undated", Capacity.SUBSTANTIVE, null, null, PeriodState.UNKNOWN, null,
				false);
		assertThat(certainties("2011-05-05", member, undated)).containsExactly(CERTAIN, POSSIBLE);
	}

	@Test
	void whatIsOnlyPlannedIsNeverMoreThanPossible() {
		Appointment planned = of("planned", "2013-05-01", null, PeriodState.PLANNED);
		assertThat(certainties("2013-04-30", planned)).containsExactly(NO);
		assertThat(certainties("2013-05-01", planned)).containsExactly(POSSIBLE);
		assertThat(certainties("2030-01-01", planned)).containsExactly(POSSIBLE);
	}

	@Test
	void aPlannedSuccessorDoesNotTakeTheSeat() {
		Appointment holder = of("holder", null, null, PeriodState.UNKNOWN);
		Appointment planned = of("planned", "2013-05-01", "2015-05-01", PeriodState.PLANNED);
		assertThat(certainties("2014-01-01", holder, planned)).containsExactly(POSSIBLE, POSSIBLE);
	}

	@Test
	void whoIsOnlyDesignateDoesNotTakeTheSeat() {
		Appointment holder = of("holder", null, null, PeriodState.UNKNOWN);
		Appointment designate = standIn("designate", Capacity.DESIGNATE, "2014-01-01", "2014-12-31");
		assertThat(certainties("2014-06-01", holder, designate)).containsExactly(POSSIBLE, CERTAIN);
		Appointment interim = standIn("interim", Capacity.INTERIM, "2014-01-01", "2014-12-31");
		assertThat(certainties("2014-06-01", holder, interim)).containsExactly(NO, CERTAIN);
	}

	@Test
	void neighboursFollowEachOther() {
		Succession succession = new Succession(List.of(FIRST, SECOND, THIRD));
		assertThat(succession.predecessors(FIRST)).isEmpty();
		assertThat(succession.successors(FIRST)).containsExactly(SECOND);
		assertThat(succession.predecessors(SECOND)).containsExactly(FIRST);
		assertThat(succession.successors(SECOND)).containsExactly(THIRD);
		assertThat(succession.predecessors(THIRD)).containsExactly(SECOND);
		assertThat(succession.successors(THIRD)).isEmpty();
	}

	@Test
	void aGapDoesNotEndTheSuccession() {
		assertThat(new Succession(List.of(FIRST, THIRD)).predecessors(THIRD)).containsExactly(FIRST);
		assertThat(new Succession(List.of(FIRST, THIRD)).successors(FIRST)).containsExactly(THIRD);
	}

	@Test
	void whoeverStoodInComesBesideTheFullHolder() {
		Appointment acting = standIn("acting", Capacity.ACTING, "2012-07-01", "2012-08-31");
		Appointment interim = standIn("interim", Capacity.INTERIM, "2012-09-01", "2013-02-28");
		Appointment next = ended("next", "2013-03-01", "2014-12-31");
		Succession succession = new Succession(List.of(FIRST, acting, interim, next, THIRD));
		assertThat(succession.successors(FIRST)).containsExactly(acting, interim, next);
		assertThat(succession.predecessors(next)).containsExactly(FIRST, acting, interim);
		assertThat(succession.predecessors(acting)).containsExactly(FIRST);
		assertThat(succession.successors(acting)).containsExactly(interim, next);
		assertThat(succession.predecessors(interim)).containsExactly(FIRST, acting);
		assertThat(succession.predecessors(THIRD)).containsExactly(next);
	}

	@Test
	void whoStoodInBeforeAnEarlierHolderIsNoPredecessor() {
		Appointment interim = standIn("interim", Capacity.INTERIM, "2009-01-01", "2009-12-31");
		assertThat(new Succession(List.of(interim, FIRST, SECOND)).predecessors(SECOND)).containsExactly(FIRST);
		assertThat(new Succession(List.of(interim, FIRST, SECOND)).successors(interim)).containsExactly(FIRST);
	}

	@Test
	void somebodySecondedHoldsTheRoleInFull() {
		Appointment seconded = standIn("seconded", Capacity.SECONDED, "2012-07-01", "2014-12-31");
		assertThat(new Succession(List.of(FIRST, seconded, THIRD)).predecessors(THIRD)).containsExactly(seconded);
	}

	@Test
	void nobodyWhosePlaceIsUnknownComesBeforeOrAfter() {
		Appointment undated = of("undated", null, null, PeriodState.UNKNOWN);
		Appointment overlapping = ended("overlapping", "[2011..2014]", "[2012..2016]");
		Succession succession = new Succession(List.of(FIRST, undated, overlapping, SECOND));
		assertThat(succession.predecessors(SECOND)).containsExactly(FIRST);
		assertThat(succession.successors(FIRST)).contains(SECOND).doesNotContain(undated);
		assertThat(succession.predecessors(undated)).isEmpty();
		assertThat(succession.successors(undated)).isEmpty();
	}

	@Test
	void anOrderThatASourceStatesNeedsNoDates() {
		Appointment before = of("before", null, null, PeriodState.ENDED_DATE_UNKNOWN);
		Appointment after = following("after", "before");
		Succession succession = new Succession(List.of(before, after));
		assertThat(succession.predecessors(after)).containsExactly(before);
		assertThat(succession.successors(before)).containsExactly(after);
		assertThat(succession.predecessors(before)).isEmpty();
		assertThat(succession.successors(after)).isEmpty();
	}

	@Test
	void aStatedPredecessorOfAnotherRoleIsNotLookedFor() {
		Appointment after = following("after", "elsewhere");
		assertThat(new Succession(List.of(FIRST, after)).predecessors(after)).isEmpty();
	}

	@Test
	void whoeverReturnsIsBothPredecessorAndSuccessor() {
		Appointment again = ended("first-again", "2015-01-01", "2016-01-01");
		Succession succession = new Succession(List.of(FIRST, SECOND, again));
		assertThat(succession.predecessors(SECOND)).containsExactly(FIRST);
		assertThat(succession.successors(SECOND)).containsExactly(again);
		assertThat(succession.predecessors(again)).containsExactly(SECOND);
		assertThat(succession.successors(FIRST)).containsExactly(SECOND);
	}

	@Test
	void aRoleOfSeveralSeatsHasNoSuccession() {
		Appointment one = severalSeats("one", "2010-01-01", "2012-06-30");
		Appointment two = severalSeats("two", "2012-06-30", "2014-12-31");
		assertThat(new Succession(List.of(one, two)).successors(one)).isEmpty();
		assertThat(new Succession(List.of(one, two)).predecessors(two)).isEmpty();
	}

	@Test
	void nobodyIsBothBeforeAndAfterTheSameTenure() {
		List<Appointment> tenures = List.of(FIRST, SECOND, THIRD, ended("other", "[2011..2014]", "[2012..2016]"),
				of("undated", null, null, PeriodState.UNKNOWN), following("stated", "second"));
		Succession succession = new Succession(tenures);
		for (Appointment tenure : tenures) {
			assertThat(succession.predecessors(tenure)).doesNotContain(tenure)
				.noneMatch((other) -> succession.successors(tenure).contains(other));
		}
	}

	private static List<Certainty> certainties(String day, Appointment... tenures) {
		Succession succession = new Succession(List.of(tenures));
		LocalDate date = LocalDate.parse(day);
		return List.of(tenures).stream().map((tenure) -> succession.certainty(tenure, date)).toList();
	}

	private static Appointment ended(String key, String start, String end) {
		return of(key, start, end, PeriodState.ENDED);
	}

	private static Appointment of(String key, @Nullable String start, @Nullable String end, PeriodState state) {
		return appointment(key, Capacity.SUBSTANTIVE, start, end, state, null, true);
	}

	private static Appointment standIn(String key, Capacity capacity, String start, String end) {
		return appointment(key, capacity, start, end, PeriodState.ENDED, null, true);
	}

	private static Appointment following(String key, String predecessor) {
		return appointment(key, Capacity.SUBSTANTIVE, null, null, PeriodState.UNKNOWN, predecessor, true);
	}

	private static Appointment severalSeats(String key, String start, String end) {
		return appointment(key, Capacity.SUBSTANTIVE, start, end, PeriodState.ENDED, null, false);
	}

	private static Appointment appointment(String key, Capacity capacity, @Nullable String start, @Nullable String end,
			PeriodState state, @Nullable String predecessor, boolean singleSeat) {
		Period period = Period.of((start != null) ? FuzzyDate.parse(start) : null,
				(end != null) ? FuzzyDate.parse(end) : null, state);
		return new Appointment(key, "person-of-" + key, "role", "organisation", capacity, period, null, null, null,
				null, null, null, null, predecessor, singleSeat, false);
	}

}
