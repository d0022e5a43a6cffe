package org.incumbent.release;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;

/**
 * That an end which is only announced is told from one that came: a tenure goes on until
 * a source shows that it is over, or lets it be inferred.
 */
final class AnnouncedEndRules implements Rule {

	private static final String ANNOUNCED = "ANNOUNCED";

	@Override
	public void check(PackageIndex data, List<Problem> problems) {
		Map<String, Set<String>> bases = new HashMap<>();
		for (Row claim : data.rows("claims")) {
			if ("Appointment".equals(claim.text("subject_type")) && "ACCEPTED".equals(claim.text("standing"))) {
				bases.computeIfAbsent(field(claim.text("subject_id"), claim.text("field")), (key) -> new HashSet<>())
					.add(String.valueOf(claim.text("basis")));
			}
		}
		for (Row appointment : data.rows("appointments")) {
			String state = String.valueOf(appointment.text("state"));
			if (state.equals(PeriodState.ONGOING.name())) {
				checkOngoing(appointment, bases, problems);
			}
			else if (state.equals(PeriodState.ENDED.name())) {
				checkEnded(appointment, bases, problems);
			}
		}
	}

	private static void checkOngoing(Row appointment, Map<String, Set<String>> bases, List<Problem> problems) {
		if (appointment.text("end_date") != null
				&& !bases.getOrDefault(field(appointment.text("id"), "end_date"), Set.of()).equals(Set.of(ANNOUNCED))) {
			problems.add(appointment.problem("end_date",
					"`state` is ONGOING, so `end_date` can only be announced; give it accepted claims with basis ANNOUNCED "
							+ "and no other, or write ENDED"));
		}
	}

	private static void checkEnded(Row appointment, Map<String, Set<String>> bases, List<Problem> problems) {
		if (bases.getOrDefault(field(appointment.text("id"), "state"), Set.of()).equals(Set.of(ANNOUNCED))) {
			problems.add(appointment.problem("state",
					"`state` is ENDED, but its accepted claims are only ANNOUNCED; write ONGOING and keep the announced end, "
							+ "or add a claim of `state` from a source that shows that it is over"));
		}
	}

	private static String field(@Nullable String appointment, @Nullable String column) {
		return appointment + "/" + column;
	}

}
