package org.incumbent.release;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.incumbent.role.RoleKind;
import org.incumbent.time.DayRange;

/**
 * What is suspicious about one person's tenures: a very short or a very long one, and two
 * that each fill a working week at the same time.
 */
final class TenureSuspicions {

	private static final int SHORTEST = 30;

	private static final int LONGEST = 5000;

	private static final Comparator<RecordedTenure> BY_START = Comparator
		.<RecordedTenure, String>comparing((tenure) -> String.valueOf(tenure.bounds().startLatest()))
		.thenComparing(RecordedTenure::id);

	private TenureSuspicions() {
	}

	/**
	 * Adds what is suspicious about one person.
	 * @param tenures all recorded tenures of the person
	 */
	static void find(Collection<RecordedTenure> tenures, List<SuspiciousFact> facts) {
		List<RecordedTenure> seated = tenures.stream()
			.filter(RecordedTenure::isSeated)
			.filter((tenure) -> !tenure.kinds().contains(RoleKind.UNSPECIFIED))
			.toList();
		seated.forEach((tenure) -> addLength(tenure, facts));
		List<RecordedTenure> fullTime = seated.stream().filter(TenureSuspicions::isFullTime).sorted(BY_START).toList();
		for (int i = 0; i < fullTime.size(); i++) {
			for (RecordedTenure later : fullTime.subList(i + 1, fullTime.size())) {
				addBoth(fullTime.get(i), later, facts);
			}
		}
	}

	private static void addLength(RecordedTenure tenure, List<SuspiciousFact> facts) {
		DayRange days = tenure.bounds().days();
		if (days.most() != null && days.most() < SHORTEST) {
			add(SuspicionRule.SHORT_TENURE, tenure, days.most(), "at the most", facts);
		}
		if (days.least() > LONGEST) {
			add(SuspicionRule.LONG_TENURE, tenure, days.least(), "at least", facts);
		}
	}

	private static void add(SuspicionRule rule, RecordedTenure tenure, int days, String bound,
			List<SuspiciousFact> facts) {
		facts.add(new SuspiciousFact(rule, tenure.subject(), null, days, "%s was %s for %,d %s %s."
			.formatted(tenure.personName(), tenure.post(), days, (days == 1) ? "day" : "days", bound), null));
	}

	/**
	 * Whether the person held the post for good, and not for somebody else or on loan.
	 */
	private static boolean isFullTime(RecordedTenure tenure) {
		boolean forGood = switch (tenure.capacity()) {
			case SUBSTANTIVE, UNKNOWN -> true;
			case INTERIM, ACTING, DESIGNATE, SECONDED -> false;
		};
		return forGood && tenure.kinds().stream().anyMatch(RoleKind::isFullTime);
	}

	private static void addBoth(RecordedTenure one, RecordedTenure other, List<SuspiciousFact> facts) {
		String jointKey = one.appointment().text("joint_key");
		boolean joint = jointKey != null && jointKey.equals(other.appointment().text("joint_key"));
		Days shared = one.sharedWith(other);
		if (!joint && shared != null) {
			facts.add(new SuspiciousFact(SuspicionRule.TWO_FULL_TIME_ROLES, one.subject(), other.subject(),
					shared.count(),
					"%s was both %s and %s %s.".formatted(one.personName(), one.post(), other.post(), shared.words()),
					null));
		}
	}

}
