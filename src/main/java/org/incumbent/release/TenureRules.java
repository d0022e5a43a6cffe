package org.incumbent.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.incumbent.appointment.Tenures;
import org.incumbent.time.Bounds;
import org.incumbent.time.FuzzyDate;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;

/**
 * That what sources say of tenures, relations and reporting lines can all be true at
 * once.
 */
final class TenureRules implements Rule {

	private static final Bounds UNBOUNDED = new Bounds(null, null, null, null);

	private static final Set<String> SHOWN = Set.of("IN_POST", "OVER", "NOT_YET", "VACANT");

	@Override
	public void check(PackageIndex data, List<Problem> problems) {
		data.rows("observations").forEach((row) -> checkSubject(row, problems));
		KeyIndex observations = data.rowsBy("observations", "appointment_id");
		@Nullable Bounds[] tenures = new Bounds[data.rows("appointments").size()];
		for (Row appointment : data.rows("appointments")) {
			Bounds stated = bounds(data, appointment);
			if (stated != null && !stated.isContradictory()) {
				List<Row> shown = observations.all(appointment.text("id"));
				Bounds tenure = tenure(data, appointment, stated, shown, problems);
				tenures[appointment.number()] = tenure;
				checkWithinRole(data, appointment, tenure, problems);
			}
		}
		int known = problems.size();
		for (Row appointment : data.rows("appointments")) {
			checkCareer(data, appointment, tenures, problems);
			checkSuccession(data, appointment, tenures, problems);
		}
		if (problems.size() == known) {
			checkChains(data, tenures, problems);
		}
		checkJointPosts(data, problems);
		checkSingleSeats(data, tenures, problems);
		checkObservedOn(data, "organisation_relations", problems);
		checkObservedOn(data, "reporting_lines", problems);
	}

	private static @Nullable Bounds bounds(PackageIndex data, Row row) {
		PeriodColumns columns = PeriodColumns.of(data.table(row.table()).format());
		return (columns != null) ? columns.bounds(data, row) : null;
	}

	private static void checkSubject(Row observation, List<Problem> problems) {
		if (!SHOWN.contains(String.valueOf(observation.text("shows")))) {
			return;
		}
		boolean vacant = "VACANT".equals(observation.text("shows"));
		String given = vacant ? "role_id" : "appointment_id";
		String empty = vacant ? "appointment_id" : "role_id";
		if (observation.text(given) == null || observation.text(empty) != null) {
			problems.add(observation.problem(given,
					"`shows` is " + observation.text("shows") + ", so `" + given + "` must be given and `" + empty
							+ "` be empty; a vacancy is of a role, all else of an appointment"));
		}
	}

	/**
	 * The bounds of a tenure with all that shows it. An observation that does not fit
	 * what the appointment says is reported and left out.
	 */
	private static Bounds tenure(PackageIndex data, Row appointment, Bounds stated, List<Row> observations,
			List<Problem> problems) {
		Bounds tenure = stated;
		for (Row observation : observations) {
			FuzzyDate day = data.date(observation, "observed_on");
			String shows = observation.text("shows");
			if (day == null || shows == null) {
				continue;
			}
			checkState(appointment, observation, shows, problems);
			Bounds shown = with(tenure, shows, day);
			if (shown.isContradictory()) {
				problems.add(observation.problem("observed_on",
						"the observation " + shows + " on " + Problem.quoted(day.edtf()) + " contradicts the dates of "
								+ Problem.quoted(appointment.get("id")) + " (" + appointment
								+ ") or another observation of it; correct the one that is wrong"));
				continue;
			}
			tenure = shown;
		}
		return tenure;
	}

	private static Bounds with(Bounds tenure, String shows, FuzzyDate day) {
		return switch (shows) {
			case "IN_POST" -> tenure.shownOn(day);
			case "OVER" -> tenure.overBy(day);
			case "NOT_YET" -> tenure.notYetOn(day);
			default -> tenure;
		};
	}

	private static void checkState(Row appointment, Row observation, String shows, List<Problem> problems) {
		String state = String.valueOf(appointment.text("state"));
		if (shows.equals("IN_POST") && state.equals(PeriodState.PLANNED.name())) {
			problems.add(appointment.problem("state", "`state` is PLANNED, but " + observation
					+ " shows the person in post; write ONGOING, ENDED, ENDED_DATE_UNKNOWN or UNKNOWN"));
		}
		if (shows.equals("OVER") && !state.startsWith(PeriodState.ENDED.name())) {
			problems.add(appointment.problem("state", "`state` is " + state + ", but " + observation
					+ " shows the appointment over; write ENDED or ENDED_DATE_UNKNOWN"));
		}
	}

	private static void checkWithinRole(PackageIndex data, Row appointment, Bounds tenure, List<Problem> problems) {
		Row role = data.find("roles", appointment.text("role_id"));
		Row organisation = (role != null) ? data.find("organisations", role.text("organisation_id")) : null;
		if (role != null) {
			checkWithin(data, appointment, tenure, role, problems);
		}
		if (organisation != null) {
			checkWithin(data, appointment, tenure, organisation, problems);
		}
	}

	private static void checkWithin(PackageIndex data, Row appointment, Bounds tenure, Row outer,
			List<Problem> problems) {
		Bounds life = bounds(data, outer);
		if (life != null && !life.isContradictory() && tenure.within(life).isContradictory()) {
			problems.add(appointment.problem("role_id", "the appointment cannot lie within the life of "
					+ Problem.quoted(outer.get("id")) + " (" + outer + "); correct the dates of one of them"));
		}
	}

	private static void checkCareer(PackageIndex data, Row appointment, @Nullable Bounds[] tenures,
			List<Problem> problems) {
		Row before = data.find("appointments", appointment.text("career_predecessor_id"));
		if (before == null || before.equals(appointment)) {
			return;
		}
		if (!Objects.equals(before.text("person_id"), appointment.text("person_id"))) {
			problems.add(appointment.problem("career_predecessor_id", "the career predecessor " + named(before)
					+ " is an appointment of another person; name one of the same person"));
		}
		if (!"true".equals(appointment.text("career_overlaps")) && startsBeforeTheEndOf(appointment, before, tenures)) {
			problems.add(appointment.problem("career_predecessor_id", "the career predecessor " + named(before)
					+ " ended after this appointment had started; correct the order or the dates, or write true in `career_overlaps`"));
		}
	}

	private static void checkSuccession(PackageIndex data, Row appointment, @Nullable Bounds[] tenures,
			List<Problem> problems) {
		Row before = data.find("appointments", appointment.text("role_predecessor_id"));
		if (before == null || before.equals(appointment)) {
			return;
		}
		if (!Objects.equals(before.text("role_id"), appointment.text("role_id"))) {
			problems.add(appointment.problem("role_predecessor_id", "the predecessor in the role, " + named(before)
					+ ", is an appointment to another role; name one to the same role"));
		}
		if (Objects.equals(before.text("person_id"), appointment.text("person_id"))) {
			problems.add(appointment.problem("role_predecessor_id", "the predecessor in the role, " + named(before)
					+ ", is an appointment of the same person; name another person's, or use `career_predecessor_id`"));
		}
		if (startsBeforeTheEndOf(appointment, before, tenures)) {
			problems.add(appointment.problem("role_predecessor_id", "the predecessor in the role, " + named(before)
					+ ", left after this appointment had started; correct the order or the dates"));
		}
	}

	/**
	 * Orders pass bounds on along a chain, so that posts which are not neighbours in it
	 * can contradict each other. The first that cannot be true stands for its chain.
	 */
	private static void checkChains(PackageIndex data, @Nullable Bounds[] tenures, List<Problem> problems) {
		Careers careers = new Careers(data.table("appointments"));
		List<Tenures.Tenure> chained = new ArrayList<>();
		for (Row appointment : careers.chained()) {
			Bounds tenure = tenures[appointment.number()];
			if (tenure != null) {
				chained.add(new Tenures.Tenure(appointment.get("id"), tenure, tenure, List.of(),
						Careers.predecessorKeys(appointment)));
			}
		}
		Map<String, Bounds> settled = Tenures.bounds(chained);
		careers.chained()
			.stream()
			.filter((appointment) -> settled.getOrDefault(appointment.get("id"), UNBOUNDED).isContradictory())
			.findFirst()
			.ifPresent((appointment) -> problems.add(appointment.problem("id", "the dates of "
					+ Problem.quoted(appointment.get("id"))
					+ " cannot be true together with those of the posts before and after it, in its holder's career or in "
					+ "its role; correct a date or an order in that chain")));
	}

	private static boolean startsBeforeTheEndOf(Row appointment, Row predecessor, @Nullable Bounds[] tenures) {
		Bounds earlier = tenures[predecessor.number()];
		Bounds later = tenures[appointment.number()];
		return earlier != null && later != null && later.after(earlier).isContradictory();
	}

	private static String named(Row row) {
		return Problem.quoted(String.valueOf(row.text("id"))) + " (" + row + ")";
	}

	private static void checkJointPosts(PackageIndex data, List<Problem> problems) {
		data.rowsBy("appointments", "joint_key").groups().forEach((appointments) -> {
			Row first = appointments.get(0);
			for (Row appointment : appointments) {
				if (!Objects.equals(first.text("person_id"), appointment.text("person_id"))) {
					problems.add(appointment.problem("joint_key",
							"`joint_key` " + Problem.quoted(first.get("joint_key"))
									+ " joins appointments of two people, here and in line " + first.line()
									+ "; joint posts are those of one person, so correct the key or the person"));
				}
			}
		});
	}

	private static void checkSingleSeats(PackageIndex data, @Nullable Bounds[] tenures, List<Problem> problems) {
		Set<Set<String>> explained = explainedOverlaps(data);
		data.rowsBy("appointments", "role_id").groups().forEach((appointments) -> {
			Row role = data.find("roles", appointments.get(0).text("role_id"));
			if (role != null && "1".equals(role.text("seats"))) {
				checkSingleSeat(role, holders(appointments, tenures), explained, problems);
			}
		});
	}

	/**
	 * The pairs of appointments that explanations.csv says did overlap.
	 */
	private static Set<Set<String>> explainedOverlaps(PackageIndex data) {
		Set<Set<String>> overlaps = new HashSet<>();
		for (Row explanation : data.rows("explanations")) {
			if (SuspicionRule.OVERLAPPING_HOLDERS.name().equals(explanation.text("rule"))) {
				overlaps.add(pair(explanation.text("subject_id"), explanation.text("other_id")));
			}
		}
		return overlaps;
	}

	private static Set<String> pair(@Nullable String one, @Nullable String other) {
		return new HashSet<>(List.of(String.valueOf(one), String.valueOf(other)));
	}

	/**
	 * Those who surely held the role, and when. Somebody designate does not hold it yet.
	 */
	private static List<Holder> holders(List<Row> appointments, @Nullable Bounds[] tenures) {
		List<Holder> holders = new ArrayList<>();
		for (Row appointment : appointments) {
			Bounds tenure = tenures[appointment.number()];
			if (tenure != null && tenure.startLatest() != null && tenure.endEarliest() != null
					&& !"DESIGNATE".equals(appointment.text("capacity"))) {
				holders.add(new Holder(appointment, tenure.startLatest(), tenure.endEarliest()));
			}
		}
		holders.sort(Comparator.comparing(Holder::from).thenComparing((holder) -> holder.appointment().number()));
		return holders;
	}

	private static void checkSingleSeat(Row role, List<Holder> holders, Set<Set<String>> explained,
			List<Problem> problems) {
		Holder longest = null;
		for (Holder holder : holders) {
			if (longest != null && holder.from().isBefore(longest.to()) && holder.from().isBefore(holder.to())
					&& !explained.contains(pair(holder.id(), longest.id()))) {
				LocalDate to = holder.to().isBefore(longest.to()) ? holder.to() : longest.to();
				problems.add(holder.appointment()
					.problem("role_id",
							"from " + holder.from() + " to " + to + " the role " + Problem.quoted(role.get("id"))
									+ ", which has one seat, was held by this appointment and by "
									+ Problem.quoted(String.valueOf(longest.id())) + " (line "
									+ longest.appointment().line()
									+ "); correct the dates, the role or its `seats`, or "
									+ "explain in explanations.csv why they overlap"));
			}
			longest = (longest == null || holder.to().isAfter(longest.to())) ? holder : longest;
		}
	}

	private static void checkObservedOn(PackageIndex data, String table, List<Problem> problems) {
		for (Row row : data.rows(table)) {
			Bounds stated = bounds(data, row);
			FuzzyDate day = data.date(row, "observed_on");
			if (stated == null || day == null || stated.isContradictory()) {
				continue;
			}
			if (PeriodState.PLANNED.name().equals(row.text("state"))) {
				problems.add(row.problem("state",
						"`state` is PLANNED, but `observed_on` is given; write another state or remove the date"));
			}
			else if (stated.shownOn(day).isContradictory()) {
				problems.add(row.problem("observed_on", "`observed_on` is " + Problem.quoted(day.edtf())
						+ ", which is outside the row's own start and end; correct one of the dates"));
			}
		}
	}

	/**
	 * An appointment and the days between which it was surely held.
	 */
	private record Holder(Row appointment, LocalDate from, LocalDate to) {

		@Nullable String id() {
			return this.appointment.text("id");
		}

	}

}
