package org.incumbent.analysis;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

import org.incumbent.appointment.Appointment;
import org.incumbent.paging.DateRange;
import org.incumbent.role.RoleKind;
import org.incumbent.time.Certainty;
import org.incumbent.time.DayRange;
import org.jspecify.annotations.Nullable;

/**
 * How often a post changed hands in a span of days, and how long its holders stayed.
 *
 * @param organisationKey the body whose reported turnover can be compared, null where
 * there are several
 * @param kinds what the posts are
 * @param holders how many there were for certain
 * @param possibleHolders how many there were for certain or possibly
 * @param median of the terms that had ended, null where none had
 * @param survivalMedian of all terms, those still running taken into account, null where
 * it is not reached
 * @param longest null where the dates do not settle it
 * @param shortest of the terms that had ended, null where the dates do not settle it
 * @param unrecordedDays days on which nobody is certain to have held a post, over all
 * bodies
 */
record Turnover(@Nullable String organisationKey, List<RoleKind> kinds, DateRange between, TurnoverMethod method,
		int holders, int possibleHolders, List<Term> terms, @Nullable DayRange median, @Nullable MeanDays mean,
		@Nullable DayRange survivalMedian, @Nullable Appointment longest, @Nullable Appointment shortest,
		int unrecordedDays) {

	private static final double DAYS_IN_YEAR = 365.25;

	private static final double THOUSANDTHS = 1000;

	/**
	 * The turnover of one post or, taken together, of the posts of several bodies: then
	 * whoever led two of them is a holder of each.
	 */
	static Turnover of(@Nullable String organisationKey, List<RoleKind> kinds, DateRange between, TurnoverMethod method,
			List<PostHistory> histories) {
		List<Term> terms = histories.stream().flatMap((history) -> history.terms().stream()).toList();
		List<TermLength> lengths = terms.stream().map(Term::length).filter(Objects::nonNull).toList();
		EndedTerms ended = new EndedTerms(lengths);
		return new Turnover(organisationKey, kinds, between, method,
				histories.stream().mapToInt((history) -> history.tally().certain()).sum(),
				histories.stream().mapToInt((history) -> history.tally().possible()).sum(), terms, ended.median(),
				ended.mean(), new Survival(lengths).median(), longest(terms), shortest(terms),
				histories.stream().mapToInt(PostHistory::unrecordedDays).sum());
	}

	/**
	 * The rows behind the figures, in the order of the terms.
	 */
	public List<Appointment> appointments() {
		return this.terms.stream().flatMap((term) -> term.appointments().stream()).toList();
	}

	public int endedTerms() {
		return count(TermLength::surelyEnded);
	}

	public int runningTerms() {
		return count((length) -> length.running() != null);
	}

	public @Nullable Integer medianDays() {
		return exact(this.median);
	}

	public @Nullable Double meanDays() {
		return (this.mean != null && Objects.equals(this.mean.most(), this.mean.least())) ? this.mean.most() : null;
	}

	public @Nullable Integer survivalMedianDays() {
		return exact(this.survivalMedian);
	}

	public double perYear() {
		return perYear(this.holders);
	}

	public double possiblePerYear() {
		return perYear(this.possibleHolders);
	}

	private int count(Predicate<TermLength> wanted) {
		return (int) this.terms.stream().filter((term) -> term.has(wanted)).count();
	}

	/**
	 * How many days are asked about.
	 */
	int days() {
		return (int) (day(this.between.to()) - day(this.between.from()) + 1);
	}

	LocalDate lastDay() {
		return Objects.requireNonNull(this.between.to());
	}

	private double perYear(int count) {
		return Math.round(count * DAYS_IN_YEAR / days() * THOUSANDTHS) / THOUSANDTHS;
	}

	static long day(@Nullable LocalDate day) {
		return Objects.requireNonNull(day).toEpochDay();
	}

	private static @Nullable Integer exact(@Nullable DayRange range) {
		return (range != null && Objects.equals(range.most(), range.least())) ? range.most() : null;
	}

	/**
	 * The term that no other can have exceeded; only the one with the most days at least
	 * can be it.
	 */
	private static @Nullable Appointment longest(List<Term> terms) {
		Comparator<Term> byDays = Comparator.comparingInt((Term term) -> term.days().least())
			.thenComparingInt((term) -> TermLength.most(term.days()));
		return first(terms, (length) -> true, byDays.reversed(), (length) -> true,
				(term, other) -> term.days().least() >= TermLength.most(other.days()));
	}

	/**
	 * The term that had ended and that no other one which may have ended can have been
	 * shorter than; only the one with the fewest days at most can be it.
	 */
	private static @Nullable Appointment shortest(List<Term> terms) {
		Comparator<Term> byDays = Comparator.comparingInt((Term term) -> TermLength.most(term.days()))
			.thenComparingInt((term) -> term.days().least());
		return first(terms, TermLength::surelyEnded, byDays, (length) -> length.ended() != null,
				(term, other) -> TermLength.most(term.days()) <= other.days().least());
	}

	private static @Nullable Appointment first(List<Term> terms, Predicate<TermLength> wanted, Comparator<Term> order,
			Predicate<TermLength> compared, BiPredicate<Term, Term> surelyBefore) {
		Optional<Term> first = terms.stream()
			.filter((term) -> term.within() == Certainty.CERTAIN && term.has(wanted))
			.min(order);
		return first
			.filter((term) -> terms.stream()
				.filter((other) -> !other.equals(term) && other.has(compared))
				.allMatch((other) -> surelyBefore.test(term, other)))
			.map((term) -> term.appointments().get(0))
			.orElse(null);
	}

}
