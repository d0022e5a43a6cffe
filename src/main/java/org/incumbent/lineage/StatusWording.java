package org.incumbent.lineage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.incumbent.organisation.Organisation;
import org.incumbent.organisation.OrganisationChange;
import org.incumbent.organisation.OrganisationChangeKind;
import org.incumbent.time.Bounds;
import org.incumbent.time.Certainty;
import org.incumbent.time.FuzzyDate;
import org.incumbent.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Says in English what had become of a body by a day, from the changes that it went
 * through. A change by which it ended is told first; where none is recorded, whether the
 * body was there.
 */
final class StatusWording {

	private static final int MOST_NAMES = 4;

	private final Organisation body;

	private final @Nullable LocalDate day;

	/** From when to when it was there, by its own dates and those of its changes. */
	private final Bounds life;

	private final List<String> endings = new ArrayList<>();

	private final List<String> origins = new ArrayList<>();

	private final List<String> further = new ArrayList<>();

	private final List<String> announced = new ArrayList<>();

	/** Whether it surely ended by the day. */
	private boolean over;

	private StatusWording(Organisation body, List<ChangeOfBody> changes, @Nullable LocalDate day) {
		this.body = body;
		this.day = day;
		this.life = life(body, changes);
		this.over = (day != null) ? isAfterEnd(day) : isOverByPeriod();
	}

	/**
	 * On the day of a change, a body on either side of it was there.
	 */
	private static Bounds life(Organisation body, List<ChangeOfBody> changes) {
		Bounds life = body.period().bounds();
		for (ChangeOfBody change : changes) {
			for (FuzzyDate on : Stream.of(change.change().legal(), change.change().operational())
				.filter(Objects::nonNull)
				.toList()) {
				Bounds shown = life.shownOn(on);
				life = shown.isContradictory() ? life : shown;
			}
		}
		return life;
	}

	/**
	 * The status of a body.
	 * @param changes those that it came from or went into, oldest first
	 * @param day the day by which, null for all that is recorded
	 */
	static String of(Organisation body, List<ChangeOfBody> changes, @Nullable LocalDate day) {
		StatusWording wording = new StatusWording(body, changes, day);
		changes.stream().filter(wording::ends).forEach(wording::addEnding);
		for (ChangeOfBody change : changes) {
			wording.add(change);
		}
		List<String> clauses = new ArrayList<>(wording.endings);
		if (clauses.isEmpty()) {
			clauses.add(wording.existence());
			clauses.addAll(wording.origins);
		}
		clauses.addAll(wording.further);
		clauses.addAll(wording.announced);
		return String.join("; ", clauses);
	}

	/**
	 * A split with one result leaves the body as it was, and so does one that it
	 * survived.
	 */
	private boolean ends(ChangeOfBody change) {
		if (!change.isFrom(this.body)) {
			return false;
		}
		return switch (change.change().kind()) {
			case MERGED, ABSORBED, ABOLISHED -> true;
			case SPLIT -> change.to().size() > 1 && isOverByPeriod();
			case CREATED -> isOverByPeriod();
			case RENAMED, OPERATIONALLY_JOINED, FUNCTIONS_TRANSFERRED -> false;
		};
	}

	private boolean isOverByPeriod() {
		return switch (this.body.period().state()) {
			case ENDED, ENDED_DATE_UNKNOWN -> true;
			case PLANNED, ONGOING, UNKNOWN -> false;
		};
	}

	private void addEnding(ChangeOfBody change) {
		String verb = switch (change.change().kind()) {
			case MERGED -> "merged";
			case ABSORBED -> "absorbed";
			case ABOLISHED -> "abolished";
			case SPLIT -> "split";
			case CREATED -> "made";
			case RENAMED, OPERATIONALLY_JOINED, FUNCTIONS_TRANSFERRED ->
				throw new IllegalArgumentException("Not an end: " + change.change());
		};
		String with = change.fromBeside(this.body).isEmpty() ? "" : " with " + names(change.fromBeside(this.body));
		String result = switch (change.change().kind()) {
			case MERGED -> with + into(change);
			case ABOLISHED -> change.to().isEmpty() ? "" : ", with its tasks going to " + names(change.to()) + ",";
			case ABSORBED, SPLIT, CREATED, RENAMED, OPERATIONALLY_JOINED, FUNCTIONS_TRANSFERRED -> into(change);
		};
		Told told = new Told(change.change(), this.day);
		if (told.happened() == Certainty.NO) {
			addAnnounced("to be " + verb + result, change.change());
			return;
		}
		this.over |= told.happened() == Certainty.CERTAIN;
		if (told.legal() != null && told.operational() != null && isAbsorbedLater(change, told)) {
			this.endings.add(DatePhrase.perhaps(told.legal(), this.day) + "absorbed in law" + result + " "
					+ DatePhrase.when(told.legal()) + "; " + DatePhrase.perhaps(told.operational(), this.day)
					+ "worked as part of it from " + DatePhrase.since(told.operational()));
			return;
		}
		this.endings.add(told.clause(verb, result));
	}

	private static String into(ChangeOfBody change) {
		return change.to().isEmpty() ? "" : " into " + names(change.to());
	}

	/**
	 * In law only after the body had begun to work as a part of the other.
	 */
	private static boolean isAbsorbedLater(ChangeOfBody change, Told told) {
		return change.change().kind() == OrganisationChangeKind.ABSORBED && precedes(told.operational(), told.legal());
	}

	private static boolean precedes(@Nullable FuzzyDate one, @Nullable FuzzyDate other) {
		return one != null && other != null && one.latest() != null && other.earliest() != null
				&& one.latest().isBefore(other.earliest());
	}

	private void add(ChangeOfBody change) {
		if (change.isFrom(this.body) && !ends(change)) {
			addFurther(change);
		}
		else if (change.isTo(this.body) && !change.from().contains(this.body)) {
			addOrigin(change);
		}
	}

	private void addFurther(ChangeOfBody change) {
		Told told = new Told(change.change(), this.day);
		boolean happened = told.happened() != Certainty.NO;
		switch (change.change().kind()) {
			case OPERATIONALLY_JOINED -> addJoining(change, told, happened);
			case FUNCTIONS_TRANSFERRED -> {
				String to = change.to().isEmpty() ? "" : " to " + names(change.to());
				if (happened) {
					this.further.add(told.clause("passed functions", to));
				}
				else {
					addAnnounced("to pass functions" + to, change.change());
				}
			}
			case SPLIT -> {
				String part = change.to().isEmpty() ? "a part" : names(change.to());
				if (happened) {
					this.further.add(told.clause(part + " split off", ""));
				}
				else {
					addAnnounced(part + " to split off", change.change());
				}
			}
			case CREATED -> {
				if (happened && !change.to().isEmpty()) {
					this.further.add(told.clause(names(change.to()) + " came out of it", ""));
				}
			}
			case RENAMED, MERGED, ABSORBED, ABOLISHED -> {
				// A name is no status, and the others are told as ends.
			}
		}
	}

	/**
	 * Bodies that began to work as one may have no name together, or join one that was
	 * there before, of which they did not become a part.
	 */
	private void addJoining(ChangeOfBody change, Told told, boolean happened) {
		List<Organisation> others = change.to().isEmpty() ? change.fromBeside(this.body) : change.to();
		if (others.isEmpty()) {
			return;
		}
		boolean equals = change.to().isEmpty()
				|| change.to().stream().anyMatch((other) -> isShownBefore(other, change));
		String how = (equals ? "as one with " : "as part of ") + names(others);
		if (!happened) {
			addAnnounced("to work " + how, change.change());
			return;
		}
		String since = DatePhrase.since(told.only());
		this.further
			.add(told.perhaps() + (this.over ? "worked " + how + " from " : "has worked " + how + " since ") + since);
	}

	private void addOrigin(ChangeOfBody change) {
		Told told = new Told(change.change(), this.day);
		if (told.happened() == Certainty.NO) {
			return;
		}
		String from = change.from().isEmpty() ? "" : " from " + names(change.from());
		switch (change.change().kind()) {
			case CREATED -> this.origins.add(told.clause("created", from));
			case MERGED -> this.origins.add(told.clause("formed", from));
			case SPLIT -> {
				if (!isShownBefore(told)) {
					this.origins.add(told.clause("split off", from));
				}
			}
			case RENAMED, ABSORBED, OPERATIONALLY_JOINED, FUNCTIONS_TRANSFERRED, ABOLISHED -> {
				// What it took over did not bring it into being.
			}
		}
	}

	/**
	 * Whether a body was surely there, by its own dates, before others joined it.
	 */
	private static boolean isShownBefore(Organisation other, ChangeOfBody change) {
		LocalDate shown = other.period().bounds().startLatest();
		FuzzyDate joined = change.change().operational();
		return shown != null && joined != null && joined.earliest() != null && shown.isBefore(joined.earliest());
	}

	/**
	 * A body that was there already only took a part over.
	 */
	private boolean isShownBefore(Told told) {
		LocalDate shown = this.life.startLatest();
		return shown != null && Stream.of(told.legal(), told.operational())
			.filter(Objects::nonNull)
			.anyMatch((on) -> on.earliest() != null && shown.isBefore(on.earliest()));
	}

	private void addAnnounced(String clause, OrganisationChange change) {
		FuzzyDate on = change.announced();
		boolean dated = change.legal() != null || change.operational() != null;
		String plan = clause.replaceFirst(",$", "");
		if (DatePhrase.hasCome(on, this.day) != Certainty.NO) {
			this.announced.add("%s (announced %s)".formatted(plan, DatePhrase.when(Objects.requireNonNull(on))));
		}
		else if (on == null && !dated) {
			this.announced.add(plan + " (no source tells when)");
		}
	}

	private String existence() {
		Period period = this.body.period();
		if (this.day == null) {
			return switch (period.state()) {
				case PLANNED -> "planned";
				case ONGOING -> "in existence as far as sources show";
				case ENDED, ENDED_DATE_UNKNOWN -> ended(period.end());
				case UNKNOWN -> "no end is recorded";
			};
		}
		return switch (this.life.covers(this.day)) {
			case CERTAIN -> "in existence";
			case POSSIBLE -> "perhaps in existence: no source settles this day";
			case NO -> this.over ? ended(period.end()) : "not yet in existence";
		};
	}

	private static String ended(@Nullable FuzzyDate end) {
		return (end != null) ? "ended " + DatePhrase.when(end) : "ended, no source tells when";
	}

	private boolean isAfterEnd(LocalDate asked) {
		LocalDate latest = this.life.endLatest();
		return latest != null && latest.isBefore(asked);
	}

	private static String names(List<Organisation> bodies) {
		List<String> names = bodies.stream().map(Organisation::name).collect(Collectors.toCollection(ArrayList::new));
		if (names.size() > MOST_NAMES) {
			int others = names.size() - MOST_NAMES + 1;
			names = new ArrayList<>(names.subList(0, MOST_NAMES - 1));
			names.add(others + " others");
		}
		String last = names.remove(names.size() - 1);
		return names.isEmpty() ? last : String.join(", ", names) + " and " + last;
	}

	/**
	 * What of a change had come by the day.
	 *
	 * @param legal its date in law, null if it had surely not come
	 * @param operational its date in practice, null if it had surely not come
	 * @param day the day, null for all that is recorded
	 */
	private record Told(@Nullable FuzzyDate legal, @Nullable FuzzyDate operational, @Nullable LocalDate day) {

		Told(OrganisationChange change, @Nullable LocalDate day) {
			this(come(change.legal(), day), come(change.operational(), day), day);
		}

		private static @Nullable FuzzyDate come(@Nullable FuzzyDate date, @Nullable LocalDate day) {
			return (DatePhrase.hasCome(date, day) != Certainty.NO) ? date : null;
		}

		/**
		 * Whether it had come in law or in practice.
		 */
		Certainty happened() {
			return Stream.of(DatePhrase.hasCome(this.legal, this.day), DatePhrase.hasCome(this.operational, this.day))
				.min(Certainty::compareTo)
				.orElseThrow();
		}

		String perhaps() {
			return (happened() == Certainty.POSSIBLE) ? "perhaps " : "";
		}

		/**
		 * Its date in practice or, failing that, in law.
		 */
		FuzzyDate only() {
			return Objects.requireNonNull((this.operational != null) ? this.operational : this.legal);
		}

		/**
		 * A clause with its dates: "absorbed in law and in practice into X on 1 July
		 * 2022".
		 */
		String clause(String verb, String result) {
			if (this.legal == null || this.operational == null) {
				String calendar = (this.legal != null) ? " in law" : " in practice";
				return perhaps() + verb + calendar + result + " " + DatePhrase.when(only());
			}
			if (this.legal.edtf().equals(this.operational.edtf())) {
				return perhaps() + verb + " in law and in practice" + result + " " + DatePhrase.when(this.legal);
			}
			return DatePhrase.perhaps(this.legal, this.day) + verb + " in law" + result + " "
					+ DatePhrase.when(this.legal) + ", " + DatePhrase.perhaps(this.operational, this.day)
					+ "in practice " + DatePhrase.when(this.operational);
		}

	}

}
