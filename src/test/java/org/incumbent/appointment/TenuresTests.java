package org.incumbent.appointment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import org.incumbent.appointment.Tenures.Sighting;
import org.incumbent.appointment.Tenures.Tenure;
import org.incumbent.time.Bounds;
import org.incumbent.time.FuzzyDate;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incumbent.time.Certainty.CERTAIN;
import static org.incumbent.time.Certainty.NO;
import static org.incumbent.time.Certainty.POSSIBLE;

class TenuresTests {

	private static final Bounds UNBOUNDED = new Bounds(null, null, null, null);

	@Test
	void whoIsShownInPostHeldItThatDayAndMayHaveBeforeAndAfter() {
		Bounds bounds = of(own(null, null, PeriodState.UNKNOWN), seen(Shown.IN_POST, "2019-03-04"));
		assertThat(bounds).isEqualTo(bounds(null, "2019-03-04", "2019-03-04", null));
		assertThat(bounds.covers(day("2019-03-04"))).isEqualTo(CERTAIN);
		assertThat(bounds.covers(day("2019-03-03"))).isEqualTo(POSSIBLE);
		assertThat(bounds.covers(day("2019-03-05"))).isEqualTo(POSSIBLE);
	}

	@Test
	void whoIsShownTwiceHeldItInBetween() {
		Bounds bounds = of(own(null, null, PeriodState.UNKNOWN), seen(Shown.IN_POST, "2019-03-04"),
				seen(Shown.IN_POST, "2018"));
		assertThat(bounds).isEqualTo(bounds(null, "2018-12-31", "2019-03-04", null));
	}

	@Test
	void whoIsShownGoneHadLeftByThen() {
		Bounds bounds = of(own("2010", null, PeriodState.ENDED_DATE_UNKNOWN), seen(Shown.OVER, "[2012-12..2013-03]"));
		assertThat(bounds).isEqualTo(bounds("2010-01-01", "2010-12-31", "2010-01-01", "2013-03-31"));
		assertThat(bounds.covers(day("2013-04-01"))).isEqualTo(NO);
	}

	@Test
	void whoIsShownNotYetThereStartedLaterIfAtAll() {
		Bounds bounds = of(own("2013", null, PeriodState.PLANNED), seen(Shown.NOT_YET, "2013-03-01"));
		assertThat(bounds).isEqualTo(bounds("2013-03-01", null, null, null));
		assertThat(bounds.covers(day("2013-02-28"))).isEqualTo(NO);
		assertThat(bounds.covers(day("2013-03-01"))).isEqualTo(POSSIBLE);
		assertThat(bounds.covers(day("2033-03-01"))).isEqualTo(POSSIBLE);
	}

	@Test
	void anOngoingTenureIsCertainUpToTheLastDayThatASourceShowsIt() {
		Bounds bounds = of(own("2014-04-01", null, PeriodState.ONGOING), seen(Shown.IN_POST, "2018-03-04"));
		assertThat(bounds.covers(day("2014-03-31"))).isEqualTo(NO);
		assertThat(bounds.covers(day("2014-04-01"))).isEqualTo(CERTAIN);
		assertThat(bounds.covers(day("2018-03-04"))).isEqualTo(CERTAIN);
		assertThat(bounds.covers(day("2018-03-05"))).isEqualTo(POSSIBLE);
		assertThat(bounds.covers(day("2030-01-01"))).isEqualTo(POSSIBLE);
	}

	@Test
	void anOngoingTenureThatNothingElseShowsIsCertainOnItsFirstDayOnly() {
		Bounds bounds = of(own("2014-04-01", null, PeriodState.ONGOING));
		assertThat(bounds.covers(day("2014-04-01"))).isEqualTo(CERTAIN);
		assertThat(bounds.covers(day("2014-04-02"))).isEqualTo(POSSIBLE);
	}

	@Test
	void aPlannedTenureIsCertainOnceASourceShowsIt() {
		Bounds bounds = of(own("2013-05-01", null, PeriodState.PLANNED), seen(Shown.IN_POST, "2014-02-03"));
		assertThat(bounds).isEqualTo(bounds("2013-05-01", "2014-02-03", "2014-02-03", null));
	}

	@Test
	void anEmptySeatSaysNothingOfATenure() {
		assertThat(of(own("2010", null, PeriodState.UNKNOWN), seen(Shown.VACANT, "2012-01-01")))
			.isEqualTo(own("2010", null, PeriodState.UNKNOWN));
	}

	@Test
	void noTenureReachesBeyondTheLifeOfItsRole() {
		Bounds life = own("2012-10-01", "2013-04-01", PeriodState.ENDED);
		Tenure tenure = new Tenure("a", own("2012", null, PeriodState.UNKNOWN), life, List.of(), List.of());
		Bounds bounds = boundsOf("a", tenure);
		assertThat(bounds).isEqualTo(bounds("2012-10-01", "2012-12-31", "2012-10-01", "2013-04-01"));
		assertThat(bounds.covers(day("2012-09-30"))).isEqualTo(NO);
		assertThat(bounds.covers(day("2013-04-02"))).isEqualTo(NO);
	}

	@Test
	void theLifeOfARoleDoesNotShowThatAnybodyHeldIt() {
		Bounds life = own("2012-10-01", "2013-04-01", PeriodState.ENDED);
		Tenure tenure = new Tenure("a", own(null, null, PeriodState.UNKNOWN), life, List.of(), List.of());
		assertThat(boundsOf("a", tenure)).isEqualTo(bounds("2012-10-01", null, null, "2013-04-01"));
		assertThat(boundsOf("a", tenure).covers(day("2013-01-01"))).isEqualTo(POSSIBLE);
	}

	@Test
	void theOrderOfACareerPassesBoundsOnAlongAllOfIt() {
		Tenure first = tenure("first", null, null, List.of(seen(Shown.IN_POST, "2005-05-05")));
		Tenure second = tenure("second", null, "first", List.of());
		Tenure third = tenure("third", "2012-06-15", "second", List.of());
		for (List<Tenure> order : List.of(List.of(first, second, third), List.of(third, second, first),
				List.of(second, third, first))) {
			Map<String, Bounds> bounds = Tenures.bounds(order);
			assertThat(bounds).containsEntry("first", bounds(null, "2005-05-05", "2005-05-05", "2012-06-15"))
				.containsEntry("second", bounds("2005-05-05", "2012-06-15", "2005-05-05", "2012-06-15"))
				.containsEntry("third", bounds("2012-06-15", "2012-06-15", "2012-06-15", null));
		}
	}

	@Test
	void aLaterPostIsNoSoonerThanAnEarlierOneThatWasSeen() {
		Map<String, Bounds> bounds = Tenures
			.bounds(List.of(tenure("first", null, null, List.of(seen(Shown.IN_POST, "2005-05-05"))),
					tenure("second", null, "first", List.of()), tenure("third", null, "second", List.of())));
		assertThat(bounds).hasEntrySatisfying("third",
				(third) -> assertThat(third.startEarliest()).isEqualTo("2005-05-05"));
	}

	@Test
	void thePersonBeforeInTheRoleBoundsTheNextOneToo() {
		Tenure next = new Tenure("next", own(null, null, PeriodState.UNKNOWN), UNBOUNDED, List.of(),
				List.of("former", "career"));
		Tenure former = new Tenure("former", own(null, "2012-11-05", PeriodState.ENDED), UNBOUNDED, List.of(),
				List.of());
		Tenure career = new Tenure("career", own("2011-01-01", null, PeriodState.UNKNOWN), UNBOUNDED, List.of(),
				List.of());
		assertThat(boundsOf("next", next, former, career).startEarliest()).isEqualTo("2012-11-05");
	}

	@Test
	void aPredecessorThatIsNotThereBoundsNothing() {
		assertThat(boundsOf("a", tenure("a", "2010-01-01", "nobody", List.of())))
			.isEqualTo(own("2010-01-01", null, PeriodState.UNKNOWN));
	}

	@Test
	void noTenuresHaveNoBounds() {
		assertThat(Tenures.bounds(List.of())).isEmpty();
	}

	@Test
	@Timeout(20)
	void careersThatContradictThemselvesComeToAnEnd() {
		Tenure one = tenure("one", "2010-01-01", "three", List.of(seen(Shown.IN_POST, "2011-01-01")));
		Tenure two = tenure("two", "2005-01-01", "one", List.of(seen(Shown.OVER, "2004-01-01")));
		Tenure three = tenure("three", null, "two", List.of(seen(Shown.IN_POST, "2020-01-01")));
		Tenure itself = tenure("itself", "2010-01-01", "itself", List.of(seen(Shown.IN_POST, "2011-01-01")));
		assertThat(Tenures.bounds(List.of(one, two, three, itself))).containsOnlyKeys("one", "two", "three", "itself");
	}

	@Test
	@Timeout(20)
	void aLongChainIsSettledInWhateverOrderItsRowsCome() {
		List<Tenure> chain = new ArrayList<>();
		chain.add(tenure("post-0", "2010-01-01", null, List.of()));
		for (int post = 1; post < 50_000; post++) {
			chain.add(tenure("post-" + post, null, "post-" + (post - 1), List.of()));
		}
		chain.add(tenure("post-50000", "2011-12-31", "post-49999", List.of()));
		Bounds between = bounds("2010-01-01", "2011-12-31", "2010-01-01", "2011-12-31");
		assertThat(Tenures.bounds(chain)).containsEntry("post-25000", between);
		Collections.reverse(chain);
		assertThat(Tenures.bounds(chain)).containsEntry("post-25000", between);
	}

	@Test
	@Timeout(60)
	void theOrderOfTheRowsMakesNoDifference() {
		for (int seed = 0; seed < 300; seed++) {
			Random random = new Random(seed);
			List<Tenure> career = randomCareer(random);
			Map<String, Bounds> bounds = Tenures.bounds(career);
			Collections.shuffle(career, random);
			assertThat(Tenures.bounds(career)).as("seed %d: %s", seed, career).isEqualTo(bounds);
		}
	}

	/**
	 * Posts one after another, some of them with a year or a sighting in it.
	 */
	private static List<Tenure> randomCareer(Random random) {
		List<Tenure> career = new ArrayList<>();
		int posts = random.nextInt(2, 9);
		for (int i = 0; i < posts; i++) {
			String year = String.valueOf(2000 + 2 * i);
			List<Sighting> sightings = random.nextBoolean() ? List.of() : List.of(seen(Shown.IN_POST, year));
			career.add(tenure("post-" + i, (random.nextInt(3) == 0) ? year : null, (i > 0) ? "post-" + (i - 1) : null,
					sightings));
		}
		return career;
	}

	private static Tenure tenure(String key, @Nullable String start, @Nullable String predecessor,
			List<Sighting> sightings) {
		return new Tenure(key, own(start, null, PeriodState.UNKNOWN), UNBOUNDED, sightings,
				(predecessor != null) ? List.of(predecessor) : List.of());
	}

	private static Bounds of(Bounds own, Sighting... sightings) {
		return boundsOf("a", new Tenure("a", own, UNBOUNDED, List.of(sightings), List.of()));
	}

	private static Bounds boundsOf(String key, Tenure... tenures) {
		return Objects.requireNonNull(Tenures.bounds(List.of(tenures)).get(key));
	}

	private static Bounds own(@Nullable String start, @Nullable String end, PeriodState state) {
		return Bounds.of((start != null) ? FuzzyDate.parse(start) : null, (end != null) ? FuzzyDate.parse(end) : null,
				state);
	}

	private static Sighting seen(Shown shows, String on) {
		return new Sighting(shows, FuzzyDate.parse(on));
	}

	private static Bounds bounds(@Nullable String startEarliest, @Nullable String startLatest,
			@Nullable String endEarliest, @Nullable String endLatest) {
		return new Bounds(dayOrNull(startEarliest), dayOrNull(startLatest), dayOrNull(endEarliest),
				dayOrNull(endLatest));
	}

	private static LocalDate day(String day) {
		return LocalDate.parse(day);
	}

	private static @Nullable LocalDate dayOrNull(@Nullable String day) {
		return (day != null) ? LocalDate.parse(day) : null;
	}

}
