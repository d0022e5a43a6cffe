package org.incumbent.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
		List<TermLength> lengths = terms.stream().flatMap((term) -> term.length().stream()).toList();
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
	 * The first term that no other can have exceeded.
	 */
	private static @Nullable Appointment longest(List<Term> terms) {
		return first(terms, (term) -> others(terms, term, (length) -> true)
			.allMatch((other) -> term.days().least() >= TermLength.most(other.days())));
	}

	/**
	 * The first term that had ended and that no other one which may have ended can have
	 * been shorter than.
	 */
	private static @Nullable Appointment shortest(List<Term> terms) {
		return first(terms,
				(term) -> term.has(TermLength::surelyEnded) && others(terms, term, (length) -> length.ended() != null)
					.allMatch((other) -> TermLength.most(term.days()) <= other.days().least()));
	}

	private static Stream<Term> others(List<Term> terms, Term term, Predicate<TermLength> wanted) {
		return terms.stream().filter((other) -> !other.equals(term) && other.has(wanted));
	}

	private static @Nullable Appointment first(List<Term> terms, Predicate<Term> wanted) {
		return terms.stream()
			.filter((term) -> term.within() == Certainty.CERTAIN)
			.filter(wanted)
			.findFirst()
			.map((term) -> term.appointments().get(0))
			.orElse(null);
	}

}
