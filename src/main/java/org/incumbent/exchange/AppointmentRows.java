package org.incumbent.exchange;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.incumbent.appointment.Capacity;
import org.incumbent.time.Bounds;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;

/**
 * Writes appointments with what follows from their dates: that a file of some day shows
 * somebody in post, and what it only announces.
 */
final class AppointmentRows {

	private final PackageWriter out;

	private final FileDay day;

	private final Map<String, List<Bounds>> lives = new HashMap<>();

	AppointmentRows(PackageWriter out, FileDay day) {
		this.out = out;
		this.day = day;
	}

	/**
	 * Tells how long a role and the organisation that has it exist.
	 */
	void bound(String role, List<Bounds> lives) {
		List<Bounds> known = lives.stream().filter(AppointmentRows::isBounding).toList();
		if (!known.isEmpty()) {
			this.lives.put(role, known);
		}
	}

	private static boolean isBounding(Bounds life) {
		return life.startEarliest() != null || life.endLatest() != null;
	}

	/**
	 * Whether somebody can have held the role then, the role and its organisation having
	 * existed.
	 */
	boolean isPossible(String role, Span span) {
		Bounds tenure = span.bounds(shownOn(span));
		return !tenure.isContradictory() && this.lives.getOrDefault(role, List.of())
			.stream()
			.noneMatch((life) -> tenure.within(life).isContradictory());
	}

	private @Nullable LocalDate shownOn(Span span) {
		return (span.state() == PeriodState.ONGOING) ? this.day.published() : null;
	}

	/**
	 * Adds an appointment, one source of it and what is announced.
	 * @param place where in the source it stands
	 * @param further columns and cells beside the usual ones
	 */
	void add(String id, String person, String role, Capacity capacity, Span span, Place place,
			@Nullable String... further) {
		String announced = (span.announcedEnd() != null && this.day.published() != null)
				? "[.." + this.day.published() + "]" : null;
		String[] cells = { "id", id, "person_id", person, "role_id", role, "capacity", capacity.name(), "start_date",
				text(span.start()), "end_date", text(span.end()), "state", span.state().name(), "end_announced",
				text(announced) };
		@Nullable String[] all = Arrays.copyOf(cells, cells.length + further.length);
		System.arraycopy(further, 0, all, cells.length, further.length);
		this.out.add("appointments", place.origin(), all);
		LocalDate shown = shownOn(span);
		if (shown != null) {
			this.out.add("observations", place.origin(), "id", id + "-in-post-" + shown, "appointment_id", id, "shows",
					"IN_POST", "observed_on", shown.toString(), "source_id", place.source(), "locator",
					place.locator());
		}
		if (span.announcedEnd() != null) {
			claim(id, "end_date", Objects.requireNonNull(span.announcedEnd()), "SUPERSEDED",
					"Ahead of the day of the file: announced, and nothing shows yet that it came so.", place);
		}
		if (span.state() == PeriodState.PLANNED) {
			claim(id, "state", span.state().name(), "ACCEPTED", "", place);
		}
	}

	private void claim(String id, String field, String value, String standing, String note, Place place) {
		this.out.add("claims", place.origin(), "id",
				id + "-" + field.replace('_', '-') + "-" + Keys.hash(value + "|" + place.source() + place.locator()),
				"subject_type", "Appointment", "subject_id", id, "field", field, "claimed_value", value, "source_id",
				place.source(), "locator", place.locator(), "basis", "ANNOUNCED", "standing", standing, "note", note);
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
