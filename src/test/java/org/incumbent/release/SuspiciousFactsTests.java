package org.incumbent.release;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.incumbent.attribution.AttributionReason;
import org.incumbent.source.Subject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What is suspicious in the small package, in which nothing is until a test changes it.
 */
class SuspiciousFactsTests {

	private final PackageFixture data = new PackageFixture();

	@Test
	void leaverAndSuccessorMeetingOnTheHandOverDayAreNotSuspicious() {
		assertThat(found()).isEmpty();
	}

	@Test
	void holdersOfOneSeatWhoOverlapAreSuspicious() {
		appoint("cat-chief,cat,trust-chief,ACTING,2016-03-30,2016-03-31,ENDED");
		assertThat(found()).contains("OVERLAPPING_HOLDERS ann-chief cat-chief 2: Ann Archer and Cat Cooper were both "
				+ "Chief executive of The Trust, which has one seat, from 30 March 2016 to 31 March 2016.");
	}

	@Test
	void holdersWhoMayOverlapAreNotSuspicious() {
		this.data.replace("appointments.csv", "SUBSTANTIVE,2012-04-01,2016-03-31", "SUBSTANTIVE,2012-04-01,2016-03");
		this.data.replace("appointments.csv", "INTERIM,2016-03-31", "INTERIM,2016-03");
		assertThat(found()).isEmpty();
	}

	@Test
	void whoIsOnlyDesignateOverlapsNobody() {
		appoint("cat-chief,cat,trust-chief,DESIGNATE,2016-03-01,2016-03-31,ENDED");
		assertThat(found()).isEmpty();
	}

	@Test
	void holdersOfARoleWithSeveralSeatsDoNotOverlap() {
		this.data.replace("roles.csv", "CHIEF_EXECUTIVE,trust,1", "CHIEF_EXECUTIVE,trust,2");
		appoint("cat-chief,cat,trust-chief,ACTING,2014-03-01,2014-06-30,ENDED");
		assertThat(found()).isEmpty();
	}

	@Test
	void gapOfMoreThanThirtyDaysIsSuspicious() {
		startOfBob("2016-05-01");
		assertThat(found()).isEmpty();
		startOfBob("2016-05-02");
		assertThat(found()).containsExactly("GAP_BETWEEN_HOLDERS ann-chief bob-chief 31: Nobody is recorded as Chief "
				+ "executive of The Trust from 1 April 2016 to 1 May 2016, between Ann Archer and Bob Baker.");
	}

	@Test
	void gapBetweenVagueDatesIsSuspiciousWhereItIsCertain() {
		this.data.replace("appointments.csv", "2012-04-01,2016-03-31", "2012-04-01,2016-03");
		startOfBob("2016-05");
		assertThat(found()).isEmpty();
		startOfBob("2016-06");
		assertThat(found()).singleElement().asString().startsWith("GAP_BETWEEN_HOLDERS ann-chief bob-chief 61:");
	}

	@Test
	void gapIsNotCertainAfterAnEndThatNobodyKnows() {
		this.data.replace("appointments.csv", "2012-04-01,2016-03-31,ENDED", "2012-04-01,,ENDED_DATE_UNKNOWN");
		startOfBob("2018-01-01");
		assertThat(found()).isEmpty();
	}

	@Test
	void endThatNobodyKnowsIsBeforeTheNextHolderCame() {
		this.data.replace("appointments.csv", "2012-04-01,2016-03-31,ENDED", "2012-04-01,,ENDED_DATE_UNKNOWN");
		appoint("cat-chief,cat,trust-chief,SUBSTANTIVE,2014-01-01,2014-12-31,ENDED");
		assertThat(found()).singleElement().asString().startsWith("GAP_BETWEEN_HOLDERS cat-chief bob-chief 455:");
	}

	@Test
	void gapIsNotCertainWhereAnUndatedHolderMayHaveFilledIt() {
		startOfBob("2018-01-01");
		appoint("cat-chief,cat,trust-chief,UNKNOWN,,,UNKNOWN");
		assertThat(found()).isEmpty();
	}

	@Test
	void gapIsNotFilledByWhoWasOnlyDesignateOrAnnounced() {
		startOfBob("2018-01-01");
		appoint("cat-chief,cat,trust-chief,DESIGNATE,2016-04-01,2017-12-31,ENDED");
		appoint("cat-planned,cat,trust-chief,SUBSTANTIVE,2016-04-01,,PLANNED");
		assertThat(found()).singleElement().asString().startsWith("GAP_BETWEEN_HOLDERS ann-chief bob-chief");
	}

	@Test
	void tenureOfLessThanThirtyDaysIsSuspicious() {
		appoint("cat-acts,cat,trust-nurse,ACTING,2015-01-01,2015-01-30,ENDED");
		assertThat(found()).isEmpty();
		appoint("cat-acts-again,cat,trust-nurse,ACTING,2015-02-01,2015-03-01,ENDED");
		assertThat(found()).containsExactly(
				"SHORT_TENURE cat-acts-again 29: Cat Cooper was Nurse of The Trust for 29 days at the most.");
	}

	@Test
	void tenureOfMoreThanFiveThousandDaysIsSuspicious() {
		appoint("bob-nurse,bob,trust-nurse,ACTING,2000-01-01,2013-09-08,ENDED");
		assertThat(found()).isEmpty();
		appoint("cat-acts,cat,trust-nurse,ACTING,2000-01-01,2013-09-09,ENDED");
		assertThat(found())
			.containsExactly("LONG_TENURE cat-acts 5001: Cat Cooper was Nurse of The Trust for 5,001 days at least.");
	}

	@Test
	void careerWithoutAPostMayBeLong() {
		this.data.append("roles.csv", "trust-post,trust-post,Post not named,UNSPECIFIED,trust,,,,,UNKNOWN");
		appoint("bob-post,bob,trust-post,UNKNOWN,1990,2015,ENDED");
		assertThat(found()).isEmpty();
	}

	@Test
	void personInTwoFullTimePostsIsSuspicious() {
		appoint("ann-nurse,ann,trust-nurse,SUBSTANTIVE,2013-01-01,2013-06-30,ENDED");
		assertThat(found()).containsExactly("TWO_FULL_TIME_ROLES ann-chief ann-nurse 181: Ann Archer was both Chief "
				+ "executive of The Trust and Nurse of The Trust from 1 January 2013 to 30 June 2013.");
	}

	@Test
	void postsThatAreHeldTogetherOrForSomebodyElseAreNoTwoFullTimePosts() {
		this.data.replace("appointments.csv", "2016-03-31,ENDED,,,,,,,,,", "2016-03-31,ENDED,,,,,,both,,,");
		this.data.append("appointments.csv",
				"ann-nurse,ann,trust-nurse,SUBSTANTIVE,2013-01-01,2013-06-30,ENDED,,,,,,both,,,");
		appoint("ann-acts,ann,trust-nurse,ACTING,2014-01-01,2014-06-30,ENDED");
		appoint("ann-chairs,ann,board-chair,SUBSTANTIVE,2014-01-01,2014-12-31,ENDED");
		assertThat(found()).noneMatch((fact) -> fact.startsWith("TWO_FULL_TIME_ROLES"));
	}

	@Test
	void moveOnOneDayIsNoTwoFullTimePosts() {
		appoint("ann-nurse,ann,trust-nurse,SUBSTANTIVE,2011-04-01,2012-04-01,ENDED");
		assertThat(found()).isEmpty();
	}

	@Test
	void attributionThatNamesARoleWithoutAnAppointmentIsSuspicious() {
		this.data.write("quote_roles.csv", "quote_id,appointment_id\n");
		assertThat(found()).containsExactly("MISMATCHED_ATTRIBUTION ann-hopes: The words are attributed to Ann Archer, "
				+ "chair, but no appointment of Ann Archer is given as the role in which they were said.");
	}

	@Test
	void attributionThatNamesAPastRoleIsNotSuspicious() {
		this.data.write("quote_roles.csv", "quote_id,appointment_id\n");
		this.data.replace("quotes.csv", "\"Ann Archer, chair\"", "\"Ann Archer, former chair\"");
		assertThat(found()).isEmpty();
	}

	@Test
	void speakerWhoCertainlyDidNotHoldTheRoleOnTheDayIsSuspicious() {
		this.data.replace("quotes.csv", ",ann,,,2019-03-01,", ",ann,,,2016-12-31,");
		assertThat(found()).containsExactly("MISMATCHED_ATTRIBUTION ann-hopes ann-chair: Ann Archer is quoted as Chair "
				+ "of The Board, but certainly was not that on the day (31 December 2016).");
		assertThat(facts().all()).extracting(SuspiciousFact::about).containsExactly(new Subject("Quote", "ann-hopes"));
	}

	@Test
	void attributionToARoleThatNothingIsKnownOfIsNoSuchAppointment() {
		this.data.write("quote_roles.csv", "quote_id,appointment_id\n");
		this.data.replace("quotes.csv", "\"Ann Archer, chair\"", "\"Ann Archer, nurse\"");
		assertThat(reasons()).containsExactly(AttributionReason.NO_SUCH_APPOINTMENT);
		this.data.replace("quotes.csv", "\"Ann Archer, nurse\"", "\"Ann Archer, chair of The Gazette\"");
		assertThat(reasons()).containsExactly(AttributionReason.NO_SUCH_APPOINTMENT);
		this.data.replace("quotes.csv", "\"Ann Archer, chair of The Gazette\"", "\"Ann Archer, chair of The Board\"");
		assertThat(reasons()).containsExactly(AttributionReason.APPOINTMENT_NOT_GIVEN);
	}

	@Test
	void attributionToAnotherRoleIsSuspiciousUnlessItIsOfTheSameKind() {
		this.data.replace("quotes.csv", "\"Ann Archer, chair\"", "\"Ann Archer, chief executive\"");
		assertThat(reasons()).containsExactly(AttributionReason.OTHER_ROLE);
		assertThat(found()).containsExactly("MISMATCHED_ATTRIBUTION ann-hopes ann-chair: The words are attributed to "
				+ "Ann Archer, chief executive, but Ann Archer was Chair of The Board: neither the title nor the kind of "
				+ "post is the same.");
		this.data.append("roles.csv", "trust-chair,trust-chair,Chairwoman,CHAIR,trust,1,,,,UNKNOWN");
		this.data.replace("quotes.csv", "\"Ann Archer, chief executive\"", "\"Ann Archer, chairwoman\"");
		assertThat(found()).isEmpty();
	}

	@Test
	void attributionToAnotherBodyIsSuspiciousUnlessTheBodiesAreRelated() {
		this.data.replace("quotes.csv", "\"Ann Archer, chair\"", "\"Ann Archer, chair of The Gazette\"");
		assertThat(found()).containsExactly("MISMATCHED_ATTRIBUTION ann-hopes ann-chair: The words are attributed to "
				+ "Ann Archer, chair of The Gazette, which names The Gazette, but Ann Archer was Chair of The Board.");
		assertThat(reasons()).containsExactly(AttributionReason.OTHER_BODY);
		this.data.replace("quotes.csv", "chair of The Gazette", "chair of A group of trusts");
		assertThat(found()).isEmpty();
		this.data.replace("quotes.csv", "chair of A group of trusts", "former chair of The Gazette");
		assertThat(found()).isEmpty();
	}

	@Test
	void explanationStandsByItsFactWhicheverRecordItNamesFirst() {
		startOfBob("2018-01-01");
		this.data.append("explanations.csv",
				"seat-empty,GAP_BETWEEN_HOLDERS,Appointment,bob-chief,ann-chief,Nobody was found.");
		assertThat(facts().all()).extracting(SuspiciousFact::explanation).containsExactly("Nobody was found.");
		assertThat(facts().unexplained()).isEmpty();
		assertThat(facts().idleExplanations()).isEmpty();
	}

	@Test
	void explanationOfWhatIsNotSuspiciousIsIdle() {
		this.data.append("explanations.csv",
				"seat-empty,GAP_BETWEEN_HOLDERS,Appointment,bob-chief,ann-chief,Nobody was found.");
		assertThat(facts().idleExplanations()).extracting((row) -> row.get("id")).containsExactly("seat-empty");
	}

	private void startOfBob(String start) {
		String csv = this.data.text("appointments.csv").replaceFirst("INTERIM,[^,]*,", "INTERIM," + start + ",");
		this.data.write("appointments.csv", csv);
	}

	private void appoint(String cells) {
		this.data.append("appointments.csv", cells + ",,,,,,,,,");
	}

	private SuspiciousFacts facts() {
		DataPackage read = this.data.read();
		return SuspiciousFacts.of(read, SuspiciousFacts.tenures(read, new DerivedColumns(read)));
	}

	private List<String> found() {
		return facts().all().stream().map(SuspiciousFactsTests::words).toList();
	}

	private List<@Nullable AttributionReason> reasons() {
		return facts().all().stream().<@Nullable AttributionReason>map(SuspiciousFact::reason).toList();
	}

	private static String words(SuspiciousFact fact) {
		@Nullable Subject other = fact.other();
		Stream<@Nullable Object> words = Stream.of(fact.rule(), fact.about().key(),
				(other != null) ? other.key() : null, fact.days());
		return String.join(" ", words.filter(Objects::nonNull).map(String::valueOf).toList()) + ": " + fact.detail();
	}

}
