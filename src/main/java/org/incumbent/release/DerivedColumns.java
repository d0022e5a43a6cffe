package org.incumbent.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.incumbent.appointment.Ranks;
import org.incumbent.appointment.Shown;
import org.incumbent.appointment.Tenures;
import org.incumbent.paging.Folding;
import org.incumbent.time.Bounds;
import org.incumbent.time.FuzzyDate;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a row has in the database beyond those of its file: bounds of dates,
 * sort keys, folded texts and whether it is disputed. All of them follow from the
 * package, so that queries only compare and never compute.
 */
final class DerivedColumns {

	private static final Bounds UNBOUNDED = new Bounds(null, null, null, null);

	private final Map<String, FuzzyDate> dates = new HashMap<>();

	private final Map<String, Row> roles;

	private final Map<String, Row> people;

	private final Map<String, Row> sources;

	private final Map<String, List<String>> otherNames = new HashMap<>();

	private final Set<String> disputed = new HashSet<>();

	private final Map<String, Bounds> organisationBounds = new HashMap<>();

	private final Map<String, Bounds> roleBounds = new HashMap<>();

	private final Map<String, Bounds> tenureBounds;

	private final Map<String, List<String>> followers = new HashMap<>();

	private final Map<String, Integer> ranks;

	private final Map<String, String> startDays = new HashMap<>();

	/**
	 * The derived columns of a valid package.
	 */
	DerivedColumns(DataPackage data) {
		this.roles = byId(data.rows("roles"));
		this.people = byId(data.rows("people"));
		this.sources = byId(data.rows("sources"));
		for (Row name : data.rows("names")) {
			this.otherNames.computeIfAbsent(subject(name), (subject) -> new ArrayList<>()).add(name.get("name"));
		}
		for (Row claim : data.rows("claims")) {
			if (claim.get("standing").equals("DISPUTED")) {
				this.disputed.add(subject(claim));
			}
		}
		for (Row organisation : data.rows("organisations")) {
			this.organisationBounds.put(organisation.get("id"), bounds(organisation, "founded_date", "dissolved_date"));
		}
		for (Row role : data.rows("roles")) {
			Bounds body = this.organisationBounds.getOrDefault(role.get("organisation_id"), UNBOUNDED);
			this.roleBounds.put(role.get("id"), bounds(role, "start_date", "end_date").within(body));
		}
		this.tenureBounds = tenureBounds(data);
		Map<String, List<String>> predecessors = new HashMap<>();
		for (Row appointment : data.rows("appointments")) {
			String id = appointment.get("id");
			predecessors.put(id, predecessorKeys(appointment));
			predecessorKeys(appointment)
				.forEach((key) -> this.followers.computeIfAbsent(key, (absent) -> new ArrayList<>()).add(id));
		}
		this.ranks = Ranks.of(predecessors);
		data.rows("appointments")
			.stream()
			.sorted(Comparator.comparing(this::rank).reversed())
			.forEach((appointment) -> this.startDays.put(appointment.get("id"), startDay(appointment)));
	}

	/**
	 * The derived columns of a row by name, in a fixed order for each table.
	 */
	Map<String, @Nullable Object> of(Row row) {
		Map<String, @Nullable Object> columns = new LinkedHashMap<>();
		switch (row.table()) {
			case "organisations" -> organisation(row, columns);
			case "organisation_relations", "reporting_lines" -> relation(row, columns);
			case "organisation_changes" -> {
				columns.put("change_sort", changeSort(row));
				for (String date : List.of("announced", "operational", "legal")) {
					columns.put(date + "_earliest", earliest(row, date + "_on"));
					columns.put(date + "_latest", latest(row, date + "_on"));
				}
				disputed("OrganisationChange", row, columns);
			}
			case "sources" -> source(row, columns);
			case "claims" -> columns.put("claim_sort", claimSort(row));
			case "people" -> person(row, columns);
			case "names", "identifiers" -> columns.put("start_sort", sortKey(row, "start_date"));
			case "roles" -> role(row, columns);
			case "topics" -> columns.put("name_sort", Folding.sortKey(row.get("name")));
			case "events" -> event(row, columns);
			case "appointments" -> appointment(row, columns);
			case "observations" -> columns.put("observed_sort", sortKey(row, "observed_on"));
			case "quotes" -> quote(row, columns);
			default -> {
				// The remaining tables only link others.
			}
		}
		return columns;
	}

	private void organisation(Row row, Map<String, @Nullable Object> columns) {
		putBounds("exists", this.organisationBounds.getOrDefault(row.get("id"), UNBOUNDED), columns);
		columns.put("name_sort", Folding.sortKey(row.get("name")));
		columns.put("founded_sort", sortKey(row, "founded_date"));
		columns.put("names_folded", names("Organisation", row, row.get("name"), row.text("short_name")));
		disputed("Organisation", row, columns);
	}

	private void relation(Row row, Map<String, @Nullable Object> columns) {
		Bounds bounds = bounds(row, "start_date", "end_date");
		FuzzyDate observed = date(row, "observed_on");
		putBounds("holds", (observed != null) ? bounds.shownOn(observed) : bounds, columns);
		columns.put("start_sort", sortKey(row, "start_date"));
	}

	/**
	 * Sources are listed newest first, so that undated ones sort before all others.
	 */
	private void source(Row row, Map<String, @Nullable Object> columns) {
		columns.put("published_earliest", earliest(row, "published_on"));
		columns.put("published_latest", latest(row, "published_on"));
		columns.put("published_sort", (row.text("published_on") != null) ? sortKey(row, "published_on") : "");
		columns.put("names_folded", Folding.fold(row.get("name")));
	}

	private void person(Row row, Map<String, @Nullable Object> columns) {
		String honorific = row.text("honorific");
		String title = (honorific != null) ? honorific + " " + row.get("name") : null;
		columns.put("name_sort", Folding.sortKey(row.get("sort_name")));
		columns.put("names_folded", names("Person", row, row.get("name"), title));
		disputed("Person", row, columns);
	}

	private void role(Row row, Map<String, @Nullable Object> columns) {
		putBounds("exists", this.roleBounds.getOrDefault(row.get("id"), UNBOUNDED), columns);
		columns.put("name_sort", Folding.sortKey(row.get("name")));
		columns.put("names_folded", names("Role", row, row.get("name"), null));
		disputed("Role", row, columns);
	}

	private void event(Row row, Map<String, @Nullable Object> columns) {
		columns.put("event_earliest", earliest(row, "event_date"));
		columns.put("event_latest", latest(row, (row.text("until_date") != null) ? "until_date" : "event_date"));
		columns.put("began_latest", latest(row, "event_date"));
		columns.put("event_sort", eventSort(FuzzyDate.parse(row.get("event_date"))));
		columns.put("text_folded", text(row.text("name"), row.text("description")));
		disputed("Event", row, columns);
	}

	/**
	 * What is only known to be over by a day stands just ahead of what happened on that
	 * day, not before all else.
	 */
	private static String eventSort(FuzzyDate date) {
		if (date.earliest() != null || date.latest() == null) {
			return date.sortKey();
		}
		String lastDay = FuzzyDate.of(date.latest()).sortKey();
		return lastDay.substring(0, lastDay.indexOf('/') + 1);
	}

	private void appointment(Row row, Map<String, @Nullable Object> columns) {
		Row role = referred(this.roles, row, "role_id");
		Row person = referred(this.people, row, "person_id");
		columns.put("organisation_id", role.get("organisation_id"));
		columns.put("single_seat", "1".equals(role.text("seats")));
		putBounds("held", this.tenureBounds.getOrDefault(row.get("id"), UNBOUNDED), columns);
		columns.put("start_earliest", earliest(row, "start_date"));
		columns.put("start_latest", latest(row, "start_date"));
		columns.put("end_earliest", earliest(row, "end_date"));
		columns.put("end_latest", latest(row, "end_date"));
		columns.put("start_sort", startSort(row));
		columns.put("end_sort", sortKey(row, "end_date"));
		columns.put("person_sort", Folding.sortKey(person.get("sort_name")));
		columns.put("role_sort", Folding.sortKey(role.get("name")));
		disputed("Appointment", row, columns);
	}

	private void quote(Row row, Map<String, @Nullable Object> columns) {
		Row source = referred(this.sources, row, "source_id");
		columns.put("said_earliest", earliest(row, "said_on"));
		columns.put("said_latest", latest(row, "said_on"));
		String position = "%s/%s/%06d".formatted(sortKey(source, "published_on"), source.get("id"),
				Integer.valueOf(row.get("position")));
		columns.put("said_sort", sortKey(row, "said_on") + "/" + position);
		columns.put("position_sort", position);
		columns.put("text_folded", text(row.text("text"), row.text("gloss")));
		disputed("Quote", row, columns);
	}

	private void disputed(String type, Row row, Map<String, @Nullable Object> columns) {
		columns.put("disputed", this.disputed.contains(type + "/" + row.get("id")));
	}

	private String names(String type, Row row, String name, @Nullable String further) {
		List<String> names = new ArrayList<>();
		names.add(name);
		if (further != null) {
			names.add(further);
		}
		names.addAll(this.otherNames.getOrDefault(type + "/" + row.get("id"), List.of()));
		return String.join("\n", names.stream().map(Folding::fold).toList());
	}

	private Map<String, Bounds> tenureBounds(DataPackage data) {
		Map<String, List<Tenures.Sighting>> sightings = new HashMap<>();
		for (Row observation : data.rows("observations")) {
			String appointment = observation.text("appointment_id");
			if (appointment != null) {
				sightings.computeIfAbsent(appointment, (key) -> new ArrayList<>())
					.add(new Tenures.Sighting(Shown.valueOf(observation.get("shows")),
							FuzzyDate.parse(observation.get("observed_on"))));
			}
		}
		List<Tenures.Tenure> tenures = new ArrayList<>();
		for (Row row : data.rows("appointments")) {
			tenures.add(new Tenures.Tenure(row.get("id"), bounds(row, "start_date", "end_date"),
					this.roleBounds.getOrDefault(row.get("role_id"), UNBOUNDED),
					sightings.getOrDefault(row.get("id"), List.of()), predecessorKeys(row)));
		}
		return Tenures.bounds(tenures);
	}

	/**
	 * The appointments that were over when this one began: the same person's in a career,
	 * another's in the role.
	 */
	static List<String> predecessorKeys(Row appointment) {
		List<String> predecessors = new ArrayList<>();
		String career = appointment.text("career_predecessor_id");
		if (career != null && !"true".equals(appointment.text("career_overlaps"))) {
			predecessors.add(career);
		}
		String role = appointment.text("role_predecessor_id");
		if (role != null) {
			predecessors.add(role);
		}
		return predecessors;
	}

	/**
	 * By the start or, where no source gives one, by the last day that it can have been,
	 * yet never behind a post that a source puts after it.
	 */
	private String startSort(Row appointment) {
		return "%s/%03d".formatted(this.startDays.get(appointment.get("id")), rank(appointment));
	}

	/**
	 * The day of a post whose followers have theirs.
	 */
	private String startDay(Row appointment) {
		if (appointment.text("start_date") != null) {
			return sortKey(appointment, "start_date");
		}
		LocalDate startLatest = this.tenureBounds.getOrDefault(appointment.get("id"), UNBOUNDED).startLatest();
		String day = (startLatest != null) ? FuzzyDate.of(startLatest).sortKey() : FuzzyDate.unknownSortKey();
		for (String follower : this.followers.getOrDefault(appointment.get("id"), List.of())) {
			String followed = this.startDays.getOrDefault(follower, day);
			day = (followed.compareTo(day) < 0) ? followed : day;
		}
		return day;
	}

	private int rank(Row appointment) {
		return this.ranks.getOrDefault(appointment.get("id"), 0);
	}

	/**
	 * The day a change took effect in law or, failing that, in practice, or was
	 * announced.
	 */
	private String changeSort(Row row) {
		for (String column : List.of("legal_on", "operational_on", "announced_on")) {
			if (row.text(column) != null) {
				return sortKey(row, column);
			}
		}
		return FuzzyDate.unknownSortKey();
	}

	/**
	 * By record, then by field, the accepted claims first.
	 */
	static String claimSort(Row claim) {
		return claimSort(claim.get("subject_type"), claim.get("subject_id"), claim.get("field"), claim.get("standing"));
	}

	static String claimSort(String type, String id, String field, String standing) {
		return String.join("/", type, id, field, standing);
	}

	private static void putBounds(String prefix, Bounds bounds, Map<String, @Nullable Object> columns) {
		columns.put(prefix + "_from_earliest", bounds.startEarliest());
		columns.put(prefix + "_from_latest", bounds.startLatest());
		columns.put(prefix + "_until_earliest", bounds.endEarliest());
		columns.put(prefix + "_until_latest", bounds.endLatest());
	}

	private Bounds bounds(Row row, String start, String end) {
		return Bounds.of(date(row, start), date(row, end), PeriodState.valueOf(row.get("state")));
	}

	private static String text(@Nullable String one, @Nullable String other) {
		return Folding.fold(String.join("\n", Stream.of(one, other).filter(Objects::nonNull).toList()));
	}

	private @Nullable FuzzyDate date(Row row, String column) {
		String edtf = row.text(column);
		return (edtf != null) ? this.dates.computeIfAbsent(edtf, FuzzyDate::parse) : null;
	}

	private @Nullable Object earliest(Row row, String column) {
		FuzzyDate date = date(row, column);
		return (date != null) ? date.earliest() : null;
	}

	private @Nullable Object latest(Row row, String column) {
		FuzzyDate date = date(row, column);
		return (date != null) ? date.latest() : null;
	}

	private String sortKey(Row row, String column) {
		FuzzyDate date = date(row, column);
		return (date != null) ? date.sortKey() : FuzzyDate.unknownSortKey();
	}

	private static String subject(Row row) {
		return row.get("subject_type") + "/" + row.get("subject_id");
	}

	/**
	 * The row that a cell refers to, which validation has shown to exist.
	 */
	private static Row referred(Map<String, Row> rows, Row row, String column) {
		Row referred = rows.get(row.get(column));
		if (referred == null) {
			throw new IllegalStateException(
					"%s refers to a record that is not there: %s".formatted(row, row.get(column)));
		}
		return referred;
	}

	static Map<String, Row> byId(List<Row> rows) {
		Map<String, Row> byId = new HashMap<>();
		rows.forEach((row) -> byId.put(row.get("id"), row));
		return byId;
	}

}
