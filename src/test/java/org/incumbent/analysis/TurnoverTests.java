package org.incumbent.analysis;

import java.time.LocalDate;
import java.util.List;

import org.incumbent.appointment.Appointment;
import org.incumbent.appointment.Capacity;
import org.incumbent.lineage.Calendar;
import org.incumbent.paging.DateRange;
import org.incumbent.role.RoleKind;
import org.incumbent.source.Claim;
import org.incumbent.source.ClaimBasis;
import org.incumbent.source.ClaimStanding;
import org.incumbent.source.Subject;
import org.incumbent.time.Certainty;
import org.incumbent.time.DayRange;
import org.incumbent.time.FuzzyDate;
import org.incumbent.time.Period;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TurnoverTests {

	private static final DateRange FOUR_YEARS = new DateRange(LocalDate.of(2010, 1, 1), LocalDate.of(2013, 12, 31));

	private static final TurnoverMethod PLAIN = method(true, false, false);

	private static final FuzzyDate PUBLISHED = FuzzyDate.parse("2014-03");

	private static final Appointment ANN = ended("ann", "2010-01-01", "2010-12-31");

	private static final Appointment BOB = of("bob", Capacity.INTERIM, "2011-01-01", "2011-06-30", PeriodState.ENDED);

	private static final Appointment CAT = ended("cat", "2011-07-01", "2013-12-31");

	@Test
	void everybodyWhoHeldThePostCountsOnce() {
		Turnover turnover = turnover(PLAIN, ANN, BOB, CAT);
		assertThat(turnover.holders()).isEqualTo(3);
		assertThat(turnover.possibleHolders()).isEqualTo(3);
		assertThat(turnover.perYear()).isEqualTo(0.75);
		assertThat(turnover.unrecordedDays()).isZero();
		assertThat(turnover.medianDays()).isEqualTo(365);
		assertThat(turnover.meanDays()).isEqualTo(487);
		assertThat(turnover.longest()).isEqualTo(CAT);
		assertThat(turnover.shortest()).isEqualTo(BOB);
		assertThat(turnover.appointments()).containsExactly(ANN, BOB, CAT);
	}

	@Test
	void interimHoldersMayBeLeftOutAndTheirDaysAreRecordedAllTheSame() {
		Turnover turnover = turnover(method(false, false, false), ANN, BOB, CAT);
		assertThat(turnover.appointments()).containsExactly(ANN, CAT);
		assertThat(turnover.unrecordedDays()).isZero();
	}

	@Test
	void whoeverIsOnlyDesignateHoldsNothingYet() {
		Appointment designate = of("dan", Capacity.DESIGNATE, "2013-11-01", "2013-12-31", PeriodState.ENDED);
		assertThat(turnover(PLAIN, ANN, designate).appointments()).containsExactly(ANN);
	}

	@Test
	void somebodyWhoComesBackHasTwoTermsAndCountsTwiceIfReturnsDo() {
		Appointment again = of("ann", Capacity.SUBSTANTIVE, "2013-01-01", "2013-02-28", PeriodState.ENDED);
		assertThat(turnover(PLAIN, ANN, again).holders()).isOne();
		assertThat(turnover(PLAIN, ANN, again).terms()).hasSize(2);
		assertThat(turnover(method(true, true, false), ANN, again).holders()).isEqualTo(2);
		assertThat(turnover(method(true, false, true), ANN, again).holders()).isOne();
	}

	@Test
	void fromInterimToSubstantiveIsOneTermAndCountsTwiceIfHandOversDo() {
		Appointment interim = of("ann", Capacity.INTERIM, "2009-10-01", "2009-12-31", PeriodState.ENDED);
		Turnover turnover = turnover(PLAIN, new Appointment[] { interim, ANN },
				new DateRange(LocalDate.of(2009, 1, 1), LocalDate.of(2012, 12, 31)));
		assertThat(turnover.holders()).isOne();
		assertThat(turnover.terms()).hasSize(1);
		assertThat(turnover.terms().get(0).days()).isEqualTo(new DayRange(457, 457));
		DateRange span = turnover.between();
		Appointment[] both = { interim, ANN };
		assertThat(turnover(method(true, false, true), both, span).holders()).isEqualTo(2);
		assertThat(turnover(method(true, false, true), both, span).terms()).hasSize(2);
		assertThat(turnover(method(true, true, false), both, span).holders()).isOne();
	}

	@Test
	void aTermIsCountedFromItsFirstDayEvenIfThatLiesBeforeTheSpan() {
		DateRange span = new DateRange(LocalDate.of(2012, 1, 1), LocalDate.of(2012, 12, 31));
		Term term = turnover(PLAIN, new Appointment[] { CAT }, span).terms().get(0);
		assertThat(term.days()).isEqualTo(new DayRange(550, 550));
		assertThat(term.daysBetween()).isEqualTo(new DayRange(366, 366));
		assertThat(term.ended()).isEqualTo(Certainty.NO);
	}

	@Test
	void aTermStillRunningIsLeftOutOfThePlainMedianAndCountedAsFarAsItIsShownByKaplanAndMeier() {
		Appointment running = shownIn("dan", "2011-07-01", "2013-12-31");
		Turnover turnover = turnover(PLAIN, ANN, BOB, running);
		assertThat(turnover.endedTerms()).isEqualTo(2);
		assertThat(turnover.runningTerms()).isOne();
		assertThat(turnover.medianDays()).isEqualTo(181);
		assertThat(turnover.survivalMedianDays()).isEqualTo(365);
		assertThat(turnover.longest()).isEqualTo(running);
		assertThat(turnover.shortest()).isEqualTo(BOB);
	}

	@Test
	void theMedianByKaplanAndMeierIsNotReachedWhileMoreThanHalfAreStillRunning() {
		Appointment shown = shownIn("dan", "2010-01-01", "2012-12-31");
		Appointment other = shownIn("eve", "2010-01-01", "2013-12-31");
		Turnover turnover = turnover(PLAIN, FOUR_YEARS, List.of(List.of(ANN), List.of(shown), List.of(other)));
		assertThat(turnover.survivalMedian()).isNull();
		assertThat(turnover.medianDays()).isEqualTo(365);
	}

	@Test
	void vagueDatesLeaveARangeInsteadOfAFigure() {
		Turnover turnover = turnover(PLAIN, ended("ann", "2010", "2012-06-30"), BOB);
		assertThat(turnover.medianDays()).isEqualTo(181);
		assertThat(turnover.meanDays()).isNull();
		assertThat(turnover.mean()).isEqualTo(new MeanDays(364.5, 546.5));
		assertThat(turnover.terms().get(0).days()).isEqualTo(new DayRange(548, 912));
	}

	@Test
	void aSuccessorBoundsTheEndThatNoSourceTells() {
		Appointment left = of("ann", Capacity.SUBSTANTIVE, "2010-01-01", null, PeriodState.UNKNOWN);
		Turnover turnover = turnover(PLAIN, left, CAT);
		assertThat(turnover.terms().get(0).days()).isEqualTo(new DayRange(1, 547));
		assertThat(turnover.terms().get(0).ended()).isEqualTo(Certainty.CERTAIN);
	}

	@Test
	void whoeverMayHaveHeldThePostOnlyUnderACertainHolderIsNotCounted() {
		Appointment undated = of("zoe", Capacity.SUBSTANTIVE, null, null, PeriodState.UNKNOWN);
		DateRange within = new DateRange(LocalDate.of(2012, 1, 1), LocalDate.of(2012, 12, 31));
		assertThat(turnover(PLAIN, new Appointment[] { CAT, undated }, within).possibleHolders()).isOne();
		assertThat(turnover(PLAIN, new Appointment[] { ANN, undated }, within).possibleHolders()).isOne();
	}

	@Test
	void aTermThatMayNotReachIntoTheSpanIsPossible() {
		DateRange spring = new DateRange(LocalDate.of(2012, 3, 1), LocalDate.of(2012, 5, 31));
		Turnover turnover = turnover(PLAIN, new Appointment[] { ended("ann", "2010-01-01", "2012") }, spring);
		assertThat(turnover.holders()).isZero();
		assertThat(turnover.possibleHolders()).isOne();
		assertThat(turnover.unrecordedDays()).isEqualTo(92);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					3 chief executives in 4 years | AGREE | As many are counted here.
					Three bosses in four years | AGREE | As many are counted here.
					two chief executives in four years | DISAGREE | 3 are certain here, more than it counts.
					5 chief executives in four years | DISAGREE | Here a holder is certain on every day, and at most 3 are possible.
					3 chief executives in five years | CANNOT_TELL | It is for 5 years, and `between` is not as long.
					3 chairs in four years | CANNOT_TELL | It is about posts of another kind.
					Median tenure of 11 months | CANNOT_TELL | It is no number of holders in a number of years.
					""")
	void aReportedFigureIsComparedWithOurs(String reported, Verdict verdict, String reason) {
		ReportedTurnover compared = ReportedTurnover.of(claim(reported), PUBLISHED, turnover(PLAIN, ANN, BOB, CAT));
		assertThat(compared.verdict()).isEqualTo(verdict);
		assertThat(compared.reason()).isEqualTo(reason);
	}

	@Test
	void aReportedFigureCannotBeCheckedWhereHoldersMayBeMissingOrAreNotSettled() {
		assertThat(ReportedTurnover.of(claim("5 chief executives in 4 years"), PUBLISHED, turnover(PLAIN, ANN, CAT))
			.verdict()).isEqualTo(Verdict.CANNOT_TELL);
		Appointment perhaps = of("zoe", Capacity.SUBSTANTIVE, null, null, PeriodState.UNKNOWN);
		assertThat(ReportedTurnover
			.of(claim("3 chief executives in 4 years"), PUBLISHED, turnover(PLAIN, ANN, CAT, perhaps))
			.verdict()).isEqualTo(Verdict.CANNOT_TELL);
	}

	/**
	 * The years that a source counts are those up to its publication.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2013-11-30 | AGREE | As many are counted here.
			2013-11-29 | CANNOT_TELL | Its source is dated 29 November 2013, and `between` goes on after that.
			2012 | CANNOT_TELL | Its source is dated 2012, and `between` goes on after that.
			2014-12-31 | AGREE | As many are counted here.
			2015 | AGREE | As many are counted here.
			2015-01-02 | CANNOT_TELL | Its source is dated 2 January 2015, more than a year after the end of `between`.
			| CANNOT_TELL | It is for 4 years, and no date of its source tells which.
			""")
	void aReportedFigureIsComparedWithTheYearsUpToItsPublication(@Nullable String published, Verdict verdict,
			String reason) {
		ReportedTurnover compared = ReportedTurnover.of(claim("3 chief executives in 4 years"),
				(published != null) ? FuzzyDate.parse(published) : null, turnover(PLAIN, ANN, BOB, CAT));
		assertThat(compared.verdict()).isEqualTo(verdict);
		assertThat(compared.reason()).isEqualTo(reason);
	}

	private static TurnoverMethod method(boolean interim, boolean returns, boolean handOvers) {
		return new TurnoverMethod(interim, false, Calendar.LEGAL, returns, handOvers);
	}

	private static Turnover turnover(TurnoverMethod method, Appointment... tenures) {
		return turnover(method, tenures, FOUR_YEARS);
	}

	private static Turnover turnover(TurnoverMethod method, Appointment[] tenures, DateRange between) {
		return turnover(method, between, List.of(List.of(tenures)));
	}

	private static Turnover turnover(TurnoverMethod method, DateRange between, List<List<Appointment>> roles) {
		TurnoverQuestion question = new TurnoverQuestion(between, method);
		List<String> keys = roles.stream().map((role) -> "role-" + roles.indexOf(role)).toList();
		List<TenureDays> days = List.copyOf(question.rolesWithDays(keys, List.of()).values());
		return question.answer("body", List.of(RoleKind.CHIEF_EXECUTIVE), List.of(question.history(days, roles)));
	}

	private static Appointment ended(String person, String start, String end) {
		return of(person, Capacity.SUBSTANTIVE, start, end, PeriodState.ENDED);
	}

	private static Appointment of(String person, Capacity capacity, @Nullable String start, @Nullable String end,
			PeriodState state) {
		return of(person, capacity, Period.of((start != null) ? FuzzyDate.parse(start) : null,
				(end != null) ? FuzzyDate.parse(end) : null, state));
	}

	private static Appointment shownIn(String person, String start, String shown) {
		Period period = Period.of(FuzzyDate.parse(start), null, PeriodState.ONGOING);
		return of(person, Capacity.SUBSTANTIVE,
				new Period(period.start(), null, PeriodState.ONGOING, period.bounds().shownOn(FuzzyDate.parse(shown))));
	}

	private static Appointment of(String person, Capacity capacity, Period period) {
		return new Appointment(person + "-" + period.start(), person, "role", "body", capacity, period, null, null,
				null, null, null, null, null, null, true, false);
	}

	private static Claim claim(String value) {
		return new Claim("claim", new Subject("Organisation", "body"), "reported_turnover", value, "source", null, null,
				ClaimBasis.STATED, ClaimStanding.ACCEPTED, null);
	}

}
