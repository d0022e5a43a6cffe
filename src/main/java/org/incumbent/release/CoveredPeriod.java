package org.incumbent.release;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.incumbent.time.FuzzyDate;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;

/**
 * From when to when the recorded holders of a role reach, in words.
 */
final class CoveredPeriod {

	private CoveredPeriod() {
	}

	/**
	 * The first start, or by which day at the latest somebody held the role.
	 */
	static String from(List<RecordedTenure> tenures) {
		RecordedTenure first = tenures.stream().min(Comparator.comparing(CoveredPeriod::startedBy)).orElseThrow();
		FuzzyDate start = date(first, "start_date");
		return words(start, first.bounds().startLatest(), " or earlier");
	}

	/**
	 * The last end that came, or until which day at least somebody held the role.
	 */
	static String to(List<RecordedTenure> tenures) {
		RecordedTenure last = tenures.stream().max(Comparator.comparing(CoveredPeriod::lastedUntil)).orElseThrow();
		boolean over = !last.appointment().get("state").equals(PeriodState.ONGOING.name());
		FuzzyDate end = over ? date(last, "end_date") : null;
		return words(end, last.bounds().endEarliest(), " or later");
	}

	private static String words(@Nullable FuzzyDate date, @Nullable LocalDate bound, String open) {
		if (date != null) {
			return date.display();
		}
		return (bound != null) ? Days.words(bound) + open : "unknown";
	}

	private static LocalDate startedBy(RecordedTenure tenure) {
		LocalDate day = tenure.bounds().startLatest();
		return (day != null) ? day : LocalDate.MAX;
	}

	private static LocalDate lastedUntil(RecordedTenure tenure) {
		LocalDate day = tenure.bounds().endEarliest();
		return (day != null) ? day : LocalDate.MIN;
	}

	private static @Nullable FuzzyDate date(RecordedTenure tenure, String column) {
		String edtf = tenure.appointment().text(column);
		return (edtf != null) ? FuzzyDate.parse(edtf) : null;
	}

}
