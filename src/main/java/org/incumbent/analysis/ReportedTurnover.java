package org.incumbent.analysis;

import java.time.LocalDate;
import java.util.Optional;

import org.incumbent.source.Claim;
import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a source gives beside the one counted here.
 *
 * @param reason why the verdict is what it is, in a sentence
 */
record ReportedTurnover(Claim claim, Verdict verdict, String reason) {

	/**
	 * How many days a span may be longer or shorter than the years that a source tells.
	 */
	private static final int TOLERANCE = 31;

	/**
	 * How long before its publication the years of a source may have ended.
	 */
	private static final int LAG = 366;

	private static final double DAYS_IN_YEAR = 365.25;

	/**
	 * Compares a claim with a turnover of as many years up to its publication.
	 * @param published when the source was, null where nothing tells
	 */
	static ReportedTurnover of(Claim claim, @Nullable FuzzyDate published, Turnover turnover) {
		Optional<ReportedFigure> read = ReportedFigure.of(claim.value());
		if (read.isEmpty()) {
			return new ReportedTurnover(claim, Verdict.CANNOT_TELL, "It is no number of holders in a number of years.");
		}
		ReportedFigure figure = read.get();
		if (!turnover.kinds().contains(figure.kind())) {
			return new ReportedTurnover(claim, Verdict.CANNOT_TELL, "It is about posts of another kind.");
		}
		if (Math.abs(turnover.days() - figure.years() * DAYS_IN_YEAR) > TOLERANCE) {
			return new ReportedTurnover(claim, Verdict.CANNOT_TELL,
					"It is for %d years, and `between` is not as long.".formatted(figure.years()));
		}
		if (published == null) {
			return new ReportedTurnover(claim, Verdict.CANNOT_TELL,
					"It is for %d years, and no date of its source tells which.".formatted(figure.years()));
		}
		LocalDate end = turnover.lastDay();
		if (published.latest() != null && published.latest().plusDays(TOLERANCE).isBefore(end)) {
			return new ReportedTurnover(claim, Verdict.CANNOT_TELL,
					"Its source is dated %s, and `between` goes on after that.".formatted(published.display()));
		}
		if (published.earliest() != null && published.earliest().minusDays(LAG).isAfter(end)) {
			return new ReportedTurnover(claim, Verdict.CANNOT_TELL,
					"Its source is dated %s, more than a year after the end of `between`."
						.formatted(published.display()));
		}
		return compare(claim, figure.holders(), turnover);
	}

	private static ReportedTurnover compare(Claim claim, int reported, Turnover turnover) {
		if (reported < turnover.holders()) {
			return new ReportedTurnover(claim, Verdict.DISAGREE,
					"%d are certain here, more than it counts.".formatted(turnover.holders()));
		}
		if (reported <= turnover.possibleHolders()) {
			boolean settled = turnover.holders() == turnover.possibleHolders();
			return new ReportedTurnover(claim, settled ? Verdict.AGREE : Verdict.CANNOT_TELL, settled
					? "As many are counted here."
					: "Here %d are certain and %d possible.".formatted(turnover.holders(), turnover.possibleHolders()));
		}
		if (turnover.unrecordedDays() > 0) {
			return new ReportedTurnover(claim, Verdict.CANNOT_TELL,
					"Here no holder is certain on %d days, so that some may be missing."
						.formatted(turnover.unrecordedDays()));
		}
		return new ReportedTurnover(claim, Verdict.DISAGREE,
				"Here a holder is certain on every day, and at most %d are possible."
					.formatted(turnover.possibleHolders()));
	}

}
