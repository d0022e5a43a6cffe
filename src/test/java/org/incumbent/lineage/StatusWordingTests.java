package org.incumbent.lineage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

import org.incumbent.organisation.Organisation;
import org.incumbent.organisation.OrganisationChange;
import org.incumbent.organisation.OrganisationChangeKind;
import org.incumbent.organisation.OrganisationKind;
import org.incumbent.time.FuzzyDate;
import org.incumbent.time.Period;
import org.incumbent.time.PeriodState;
import org.incumbent.time.RandomCases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a body's status reads.
 */
class StatusWordingTests {

	private static final Organisation ONE = body("One", null, null, PeriodState.ENDED);

	private static final Organisation TWO = body("Two", null, null, PeriodState.UNKNOWN);

	private static final Organisation WHOLE = body("Whole", null, null, PeriodState.ONGOING);

	private static final Organisation OTHER = body("Other", null, null, PeriodState.ONGOING);

	private static final LocalDate DAY_0 = LocalDate.of(2013, 4, 28);

	private static final int DAYS = 10;

	@Test
	void anAbsorptionTellsSinceWhenTheBodyWorkedAsAPart() {
		ChangeOfBody change = change(OrganisationChangeKind.ABSORBED, null, "2019-04-01", "2022-07-01", List.of(ONE),
				List.of(WHOLE));
		assertThat(status(ONE, null, change))
			.isEqualTo("absorbed in law into Whole on 1 July 2022; worked as part of it from 1 April 2019");
		assertThat(status(ONE, "2022-07-01", change))
			.isEqualTo("absorbed in law into Whole on 1 July 2022; worked as part of it from 1 April 2019");
		assertThat(status(ONE, "2022-06-30", change)).isEqualTo("absorbed in practice into Whole on 1 April 2019");
	}

	@Test
	void oneDateForBothCalendarsIsToldOnce() {
		assertThat(status(ONE, null,
				change(OrganisationChangeKind.ABSORBED, null, "2022-07", "2022-07", List.of(ONE), List.of(WHOLE))))
			.isEqualTo("absorbed in law and in practice into Whole in July 2022");
	}

	@Test
	void imprecisionIsToldAsItIs() {
		for (String[] pair : new String[][] { { "2013", "in 2013" }, { "2013-04~", "about April 2013" },
				{ "[2013-03-26..2013-04-12]", "between 26 March and 12 April 2013" }, { "201X", "in the 2010s" },
				{ "2018-21", "in spring 2018" }, { "[..2013-04-12]", "on 12 April 2013 or earlier" },
				{ "[2013-04..2013-06]", "between 1 April and 30 June 2013" },
				{ "[2013-04-01,2013-06-01]", "between 1 April and 1 June 2013" },
				{ "2013-04?", "in April 2013 (uncertain)" } }) {
			assertThat(status(ONE, null,
					change(OrganisationChangeKind.MERGED, null, null, pair[0], List.of(ONE, TWO), List.of(WHOLE))))
				.isEqualTo("merged in law with Two into Whole " + pair[1]);
		}
	}

	@Test
	void whatMayHaveComeByTheDayIsCalledPerhaps() {
		ChangeOfBody change = change(OrganisationChangeKind.MERGED, null, null, "[2013-03-26..2013-04-12]",
				List.of(ONE, TWO), List.of(WHOLE));
		assertThat(status(ONE, "2013-04-01", change))
			.isEqualTo("perhaps merged in law with Two into Whole between 26 March and 12 April 2013");
		assertThat(status(ONE, "2013-04-12", change)).startsWith("merged in law");
		assertThat(status(ONE, "2013-03-25", change)).doesNotContain("merged");
	}

	@Test
	void aPlanIsToldAsAPlanUntilItHasCome() {
		ChangeOfBody planned = change(OrganisationChangeKind.ABOLISHED, "2025-03-13", null, null, List.of(WHOLE),
				List.of(OTHER));
		assertThat(status(WHOLE, null, planned)).isEqualTo("in existence as far as sources show; "
				+ "to be abolished, with its tasks going to Other (announced on 13 March 2025)");
		assertThat(status(WHOLE, "2025-03-12", planned)).doesNotContain("abolished");
		ChangeOfBody done = change(OrganisationChangeKind.ABOLISHED, "2025-03-13", null, "2027-03-31", List.of(WHOLE),
				List.of(OTHER));
		assertThat(status(WHOLE, "2026-01-01", done)).contains("to be abolished", "(announced on 13 March 2025)");
		assertThat(status(WHOLE, "2027-03-31", done))
			.isEqualTo("abolished in law, with its tasks going to Other, on 31 March 2027");
	}

	@Test
	void workingAsPartOfAnotherIsPastOnceTheBodyIsGone() {
		Organisation gone = body("Gone", "2010-01-01", "2022-07-01", PeriodState.ENDED);
		ChangeOfBody joined = change(OrganisationChangeKind.OPERATIONALLY_JOINED, "2018-03", "2019-04-01", null,
				List.of(gone), List.of(WHOLE));
		assertThat(status(gone, null, joined))
			.isEqualTo("ended on 1 July 2022; worked as part of Whole from 1 April 2019");
		assertThat(status(gone, "2022-07-01", joined))
			.isEqualTo("in existence; has worked as part of Whole since 1 April 2019");
		assertThat(status(gone, "2018-06-01", joined))
			.isEqualTo("in existence; to work as part of Whole (announced in March 2018)");
		assertThat(status(gone, "2009-12-31", joined)).isEqualTo("not yet in existence");
		assertThat(status(gone, "2022-07-02", joined)).startsWith("ended on 1 July 2022");
	}

	@Test
	void aBodyThatJoinsOneThatWasThereBeforeDoesNotBecomeAPartOfIt() {
		Organisation department = body("Department", "1988", null, PeriodState.ONGOING);
		assertThat(status(WHOLE, null,
				change(OrganisationChangeKind.OPERATIONALLY_JOINED, null, "2025-11-03", null, List.of(WHOLE),
						List.of(department))))
			.isEqualTo("in existence as far as sources show; has worked as one with Department since 3 November 2025");
	}

	@Test
	void howABodyCameToBeIsToldWhileItIsThere() {
		assertThat(status(WHOLE, null,
				change(OrganisationChangeKind.MERGED, null, "2009-04-01", "2008-10-01", List.of(ONE, TWO),
						List.of(WHOLE))))
			.isEqualTo("in existence as far as sources show; formed in law from One and Two on 1 October 2008, "
					+ "in practice on 1 April 2009");
		assertThat(status(TWO, null,
				change(OrganisationChangeKind.CREATED, null, null, "2012-06-28", List.of(), List.of(TWO))))
			.isEqualTo("no end is recorded; created in law on 28 June 2012");
	}

	@Test
	void aBodyThatWasThereAlreadyDidNotSplitOff() {
		ChangeOfBody creation = change(OrganisationChangeKind.CREATED, null, null, "2012", List.of(), List.of(WHOLE));
		ChangeOfBody split = change(OrganisationChangeKind.SPLIT, null, "2021-10-01", null, List.of(ONE),
				List.of(OTHER, WHOLE));
		assertThat(status(WHOLE, null, creation, split)).doesNotContain("split off");
		assertThat(status(OTHER, null, split)).contains("split off in practice from One on 1 October 2021");
		assertThat(status(ONE, null, split)).isEqualTo("split in practice into Other and Whole on 1 October 2021");
	}

	@Test
	void aBodyThatGoesOnAfterASplitSaysWhatLeftIt() {
		assertThat(status(WHOLE, null,
				change(OrganisationChangeKind.SPLIT, null, "2011-06-01", null, List.of(WHOLE), List.of(OTHER))))
			.isEqualTo("in existence as far as sources show; Other split off in practice on 1 June 2011");
	}

	@Test
	void tasksThatWentElsewhereAreNoEnd() {
		assertThat(status(TWO, null,
				change(OrganisationChangeKind.FUNCTIONS_TRANSFERRED, null, "2013-04", null, List.of(TWO),
						List.of(WHOLE))))
			.isEqualTo("no end is recorded; passed functions in practice to Whole in April 2013");
	}

	@Test
	void aChangeWithoutAResultIsToldWithoutOne() {
		assertThat(status(TWO, null,
				change(OrganisationChangeKind.FUNCTIONS_TRANSFERRED, null, "2013", null, List.of(TWO), List.of())))
			.isEqualTo("no end is recorded; passed functions in practice in 2013");
		assertThat(status(TWO, null, change(OrganisationChangeKind.OPERATIONALLY_JOINED, null, "2013", null,
				List.of(TWO, OTHER), List.of())))
			.isEqualTo("no end is recorded; has worked as one with Other since 2013");
		assertThat(status(TWO, null,
				change(OrganisationChangeKind.ABOLISHED, null, null, "2013", List.of(TWO), List.of())))
			.isEqualTo("abolished in law in 2013");
		for (OrganisationChangeKind kind : OrganisationChangeKind.values()) {
			for (@Nullable
			String announced : Arrays.asList(null, "2012")) {
				for (@Nullable
				String legal : Arrays.asList(null, "2013")) {
					for (@Nullable
					String day : Arrays.asList(null, "2012-06-01", "2013-06-01", "2014-01-01")) {
						String told = status(TWO, day, change(kind, announced, null, legal, List.of(TWO), List.of()));
						assertThat(told).as("%s %s %s %s", kind, announced, legal, day)
							.isNotBlank()
							.doesNotContain("null")
							.doesNotContain("  ")
							.doesNotEndWith(" ");
					}
				}
			}
		}
	}

	@Test
	void manyNamesAreCounted() {
		List<Organisation> results = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			results.add(body("Part " + i, null, null, PeriodState.UNKNOWN));
		}
		assertThat(status(ONE, null, change(OrganisationChangeKind.MERGED, null, null, "2006", List.of(ONE), results)))
			.isEqualTo("merged in law into Part 0, Part 1, Part 2 and 7 others in 2006");
	}

	@Test
	void changesShowThatABodyWasThereBetweenThem() {
		ChangeOfBody took = change(OrganisationChangeKind.ABSORBED, null, null, "2012-10-01", List.of(ONE),
				List.of(WHOLE));
		ChangeOfBody joined = change(OrganisationChangeKind.OPERATIONALLY_JOINED, null, "2025-11-03", null,
				List.of(WHOLE), List.of(OTHER));
		assertThat(status(WHOLE, "2018-06-01", took, joined)).isEqualTo("in existence");
		assertThat(status(WHOLE, "2012-09-30", took, joined))
			.isEqualTo("perhaps in existence: no source settles this day");
	}

	/**
	 * On made-up dates: what surely came by the day is told, what may have come is called
	 * perhaps, and of what is to come nothing is said.
	 */
	@Test
	void aStatusTellsWhatHasComeByTheDay() {
		int[] met = new int[3];
		RandomCases.check((random) -> {
			int from = random.nextInt(DAYS);
			int to = random.nextInt(from, DAYS);
			int day = random.nextInt(-1, DAYS + 1);
			ChangeOfBody change = randomChange(random, from, to);
			int certainty = (day < from) ? 0 : (day < to) ? 1 : 2;
			assertThat(told(change, day)).as("%s by day %d", change, day).isEqualTo(certainty);
			int first = random.nextInt(from, to + 1);
			int last = random.nextInt(first, to + 1);
			int narrower = told(
					change(change.change().kind(), null, null, set(first, last), change.from(), change.to()), day);
			assertThat(certainty == 1 || narrower == certainty).as("%s to %d..%d by day %d", change, first, last, day)
				.isTrue();
			met[certainty]++;
		});
		assertThat(met[0]).isGreaterThan(500);
		assertThat(met[1]).isGreaterThan(500);
		assertThat(met[2]).isGreaterThan(500);
	}

	private static ChangeOfBody randomChange(RandomGenerator random, int from, int to) {
		OrganisationChangeKind[] kinds = { OrganisationChangeKind.ABSORBED, OrganisationChangeKind.MERGED,
				OrganisationChangeKind.ABOLISHED, OrganisationChangeKind.OPERATIONALLY_JOINED,
				OrganisationChangeKind.FUNCTIONS_TRANSFERRED };
		return change(kinds[random.nextInt(kinds.length)], null, null, set(from, to), List.of(TWO), List.of(WHOLE));
	}

	/**
	 * 2 where it is told, 1 where it is called perhaps, 0 where nothing is said of it.
	 */
	private static int told(ChangeOfBody change, int day) {
		String status = status(TWO, DAY_0.plusDays(day).toString(), change);
		assertThat(status).doesNotContain("defunct").doesNotContain("null").doesNotContain("  ");
		if (!status.contains("Whole")) {
			return 0;
		}
		assertThat(status)
			.contains(DatePhrase.since(Objects.requireNonNull(change.change().legal())).replace("some day ", ""));
		return status.replace("perhaps in existence", "").contains("perhaps ") ? 1 : 2;
	}

	private static String set(int from, int to) {
		return "[" + DAY_0.plusDays(from) + ".." + DAY_0.plusDays(to) + "]";
	}

	private static String status(Organisation body, @Nullable String day, ChangeOfBody... changes) {
		return StatusWording.of(body, List.of(changes), (day != null) ? LocalDate.parse(day) : null);
	}

	private static ChangeOfBody change(OrganisationChangeKind kind, @Nullable String announced,
			@Nullable String operational, @Nullable String legal, List<Organisation> from, List<Organisation> to) {
		return new ChangeOfBody(new OrganisationChange("change", kind, date(announced), date(operational), date(legal),
				null, null, false), from, to);
	}

	private static Organisation body(String name, @Nullable String founded, @Nullable String dissolved,
			PeriodState state) {
		return new Organisation(name, name, name, null, OrganisationKind.OTHER, true, null,
				Period.of(date(founded), date(dissolved), state), false);
	}

	private static @Nullable FuzzyDate date(@Nullable String edtf) {
		return (edtf != null) ? FuzzyDate.parse(edtf) : null;
	}

}
