package org.incumbent.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

import org.incumbent.analysis.RandomTenures.Days;
import org.incumbent.time.Bounds;
import org.incumbent.time.DayRange;
import org.incumbent.time.RandomCases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares medians and means with what they stand for: each is worked out by its
 * definition for every choice of days within the bounds of the dates, and the bounds are
 * the smallest and the largest of these.
 */
class TermLengthPropertyTests {

	/** So many days that it stands for an open number. */
	private static final int OPEN = 1_000;

	@Test
	void medianAndMeanOfEndedTermsAreBoundedByThoseOfEveryChoice() {
		RandomCases.check((random) -> {
			World world = randomWorld(random);
			List<Integer> medians = new ArrayList<>();
			List<Double> means = new ArrayList<>();
			world.forEachChoice((outcomes) -> {
				List<Integer> ended = outcomes.stream().filter(Outcome::ended).map(Outcome::days).sorted().toList();
				if (!ended.isEmpty()) {
					medians.add(ended.get((ended.size() - 1) / 2));
					means.add(
							Math.round(ended.stream().mapToInt(Integer::intValue).average().orElseThrow() * 10) / 10.0);
				}
			});
			EndedTerms terms = new EndedTerms(world.lengths());
			if (medians.isEmpty()) {
				assertThat(terms.median()).as("%s", world).isNull();
				assertThat(terms.mean()).as("%s", world).isNull();
				return;
			}
			assertThat(terms.median()).as("median of %s", world).isEqualTo(range(medians));
			double most = means.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
			boolean open = world.lengths()
				.stream()
				.anyMatch((length) -> length.ended() != null && length.ended().most() == null);
			assertThat(terms.mean()).as("mean of %s", world)
				.isEqualTo(new MeanDays(means.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
						open ? null : most));
		});
	}

	@Test
	void medianByKaplanAndMeierIsBoundedByThatOfEveryChoice() {
		RandomCases.check((random) -> {
			World world = randomWorld(random);
			List<Integer> medians = new ArrayList<>();
			world.forEachChoice((outcomes) -> medians.add(survivalMedian(outcomes)));
			DayRange median = new Survival(world.lengths()).median();
			int least = medians.stream().mapToInt(Integer::intValue).min().orElseThrow();
			if (least == Integer.MAX_VALUE) {
				assertThat(median).as("%s", world).isNull();
				return;
			}
			assertThat(median).as("%s", world).isEqualTo(range(medians));
		});
	}

	@Test
	void whereNothingIsStillRunningBothMediansAreTheSame() {
		RandomCases.check((random) -> {
			List<TermLength> lengths = new ArrayList<>();
			int count = random.nextInt(1, 40);
			for (int i = 0; i < count; i++) {
				int days = random.nextInt(1, 3000);
				lengths.add(new TermLength(new DayRange(days, days), null, false));
			}
			assertThat(new Survival(lengths).median()).as("%s", lengths).isEqualTo(new EndedTerms(lengths).median());
		});
	}

	@Test
	void narrowingADateNeverWidensABand() {
		RandomCases.check((random) -> {
			World wide = randomWorld(random);
			List<Term> narrowed = new ArrayList<>(wide.terms());
			int changed = random.nextInt(narrowed.size());
			Term term = narrowed.get(changed);
			Days pair = RandomTenures.oneOf(RandomTenures.pairs(term.bounds()), random);
			Bounds bounds = new Bounds(day(pair.first()), day(pair.first()), term.bounds().endEarliest(),
					term.bounds().endLatest());
			narrowed.set(changed, new Term(bounds, term.open()));
			World narrow = new World(narrowed, wide.from(), wide.to());
			if (bounds.isContradictory() || pair.first() < RandomTenures.DAY_0
					|| !TenureDays.of(term.bounds()).happened() || term.open()) {
				return;
			}
			assertWithin(new EndedTerms(narrow.lengths()).median(), new EndedTerms(wide.lengths()).median());
			assertWithin(new Survival(narrow.lengths()).median(), new Survival(wide.lengths()).median());
		});
	}

	private static void assertWithin(@Nullable DayRange narrow, @Nullable DayRange wide) {
		if (narrow == null) {
			return;
		}
		Objects.requireNonNull(wide);
		assertThat(narrow.least()).isGreaterThanOrEqualTo(wide.least());
		assertThat(TermLength.most(narrow)).isLessThanOrEqualTo(TermLength.most(wide));
	}

	private static LocalDate day(long day) {
		return LocalDate.ofEpochDay(day);
	}

	/**
	 * An open number of days stands behind all others.
	 */
	private static DayRange range(List<Integer> days) {
		int most = days.stream().mapToInt(Integer::intValue).max().orElseThrow();
		return new DayRange(days.stream().mapToInt(Integer::intValue).min().orElseThrow(),
				(most < OPEN - RandomTenures.DAYS) ? most : null);
	}

	/**
	 * By the book: after each number of days on which terms ended, the share that lasted
	 * longer is that of before times the share of those still there that did not end. The
	 * shares are fractions.
	 */
	private static int survivalMedian(List<Outcome> outcomes) {
		long numerator = 1;
		long denominator = 1;
		for (int day : outcomes.stream().mapToInt(Outcome::days).sorted().distinct().toArray()) {
			long there = outcomes.stream().filter((outcome) -> outcome.days() >= day).count();
			long ended = outcomes.stream().filter((outcome) -> outcome.ended() && outcome.days() == day).count();
			numerator *= there - ended;
			denominator *= there;
			if (2 * numerator <= denominator) {
				return day;
			}
		}
		return Integer.MAX_VALUE;
	}

	private static World randomWorld(RandomGenerator random) {
		List<Term> terms = new ArrayList<>();
		int count = random.nextInt(1, 5);
		for (int i = 0; i < count; i++) {
			terms.add(randomTerm(random));
		}
		long from = RandomTenures.DAY_0 + random.nextInt(RandomTenures.DAYS);
		long to = random.nextLong(from, RandomTenures.DAY_0 + RandomTenures.DAYS);
		terms.removeIf((term) -> !TenureDays.of(term.bounds()).mayReach(from, to));
		return terms.isEmpty() ? randomWorld(random) : new World(terms, from, to);
	}

	private static Term randomTerm(RandomGenerator random) {
		Bounds bounds = RandomTenures.bounds(random);
		TenureDays days = TenureDays.of(bounds);
		return days.happened() ? new Term(bounds, days.endLatest() == TenureDays.AFTER_ALL && random.nextBoolean())
				: randomTerm(random);
	}

	/**
	 * A term of which {@code open} tells that no source shows its end.
	 */
	private record Term(Bounds bounds, boolean open) {

		TermLength length(long from, long to) {
			TenureDays days = TenureDays.of(this.bounds);
			return TermLength.of(days, this.open, !days.surelyReaches(from, to), from, to);
		}

		/**
		 * What the term comes to for each choice of days: not at all, ended after some
		 * days, or still running.
		 */
		Set<Outcome> outcomes(long from, long to) {
			Set<Outcome> outcomes = new LinkedHashSet<>();
			for (Days pair : RandomTenures.pairs(this.bounds)) {
				if (!pair.reaches(from, to)) {
					outcomes.add(Outcome.NONE);
				}
				else if (pair.first() < RandomTenures.DAY_0) {
					// As long as any other term, a little longer, or far longer.
					LongStream.concat(LongStream.rangeClosed(1, RandomTenures.DAYS + 2), LongStream.of(OPEN))
						.forEach((back) -> outcomes.add(outcome(RandomTenures.DAY_0 - back, pair.last(), to)));
				}
				else {
					outcomes.add(outcome(pair.first(), pair.last(), to));
				}
			}
			return outcomes;
		}

		private Outcome outcome(long first, long end, long to) {
			boolean ended = !this.open && end <= to;
			long last = Math.min(this.open ? TenureDays.of(this.bounds).endEarliest() : end, to);
			return new Outcome((int) Math.max(last - first + 1, 1), ended);
		}

	}

	/**
	 * Days from the first to the last one known of.
	 */
	private record Outcome(int days, boolean ended) {

		static final Outcome NONE = new Outcome(0, false);

	}

	private record World(List<Term> terms, long from, long to) {

		List<TermLength> lengths() {
			return this.terms.stream().map((term) -> term.length(this.from, this.to)).toList();
		}

		void forEachChoice(Consumer<List<Outcome>> consumer) {
			choose(new ArrayList<>(), consumer);
		}

		private void choose(List<Outcome> chosen, Consumer<List<Outcome>> consumer) {
			if (chosen.size() == this.terms.size()) {
				consumer.accept(chosen.stream().filter((outcome) -> !outcome.equals(Outcome.NONE)).toList());
				return;
			}
			for (Outcome outcome : this.terms.get(chosen.size()).outcomes(this.from, this.to)) {
				chosen.add(outcome);
				choose(chosen, consumer);
				chosen.remove(chosen.size() - 1);
			}
		}

	}

}
