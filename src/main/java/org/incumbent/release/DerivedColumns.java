package org.incumbent.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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

	private final DataPackage data;

	private final Dates dates;

	private final KeyIndex names;

	private final KeyIndex claims;

	private final @Nullable Bounds[] roleBounds;

	private final @Nullable Bounds[] tenureBounds;

	private final RowOrder quotes;

	private final RowOrder events;

	/** Of the appointments that come before or after others. */
	private final Map<String, String> startSorts;

	/**
	 * The derived columns of a valid package.
	 */
	DerivedColumns(DataPackage data) {
		this.data = data;
		this.dates = data.dates();
		this.names = KeyIndex.of(data.table("names"), "subject_type", "subject_id");
		this.claims = KeyIndex.of(data.table("claims"), "subject_type", "subject_id");
		this.roleBounds = new Bounds[data.rows("roles").size()];
		for (Row role : data.rows("roles")) {
			Bounds body = organisationBounds(data.get("organisations", role.get("organisation_id")));
			this.roleBounds[role.number()] = bounds(role, "start_date", "end_date").within(body);
		}
		Careers careers = new Careers(data.table("appointments"));
		this.tenureBounds = tenureBounds(careers.chained());
		this.startSorts = startSorts(careers.chained());
		this.quotes = RowOrder.of(data.rows("quotes"), this::sourceSort, DerivedColumns::positionInSource);
		this.events = RowOrder.of(data.rows("events"), this::eventSort, (event) -> event.get("id"));
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
		putBounds("exists", organisationBounds(row), columns);
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
		putBounds("exists", roleBounds(row), columns);
		columns.put("name_sort", Folding.sortKey(row.get("name")));
		columns.put("names_folded", names("Role", row, row.get("name"), null));
		disputed("Role", row, columns);
	}

	private void event(Row row, Map<String, @Nullable Object> columns) {
		columns.put("event_earliest", earliest(row, "event_date"));
		columns.put("event_latest", latest(row, (row.text("until_date") != null) ? "until_date" : "event_date"));
		columns.put("began_latest", latest(row, "event_date"));
		columns.put("event_sort", eventSort(row));
		columns.put("text_folded", eventText(row));
		disputed("Event", row, columns);
		columns.put("place", this.events.place(row));
	}

	/**
	 * What is only known to be over by a day stands just ahead of what happened on that
	 * day, not before all else.
	 */
	private String eventSort(Row event) {
		FuzzyDate date = this.dates.parse(event.get("event_date"));
		if (date.earliest() != null || date.latest() == null) {
			return date.sortKey();
		}
		String lastDay = FuzzyDate.of(date.latest()).sortKey();
		return lastDay.substring(0, lastDay.indexOf('/') + 1);
	}

	private void appointment(Row row, Map<String, @Nullable Object> columns) {
		Row role = this.data.get("roles", row.get("role_id"));
		Row person = this.data.get("people", row.get("person_id"));
		columns.put("organisation_id", role.get("organisation_id"));
		columns.put("single_seat", "1".equals(role.text("seats")));
		putBounds("held", tenureBounds(row), columns);
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
		columns.put("said_earliest", earliest(row, "said_on"));
		columns.put("said_latest", latest(row, "said_on"));
		String position = sourceSort(row) + positionInSource(row);
		columns.put("said_sort", sortKey(row, "said_on") + "/" + position);
		columns.put("position_sort", position);
		columns.put("text_folded", quoteText(row));
		disputed("Quote", row, columns);
		columns.put("place", this.quotes.place(row));
	}

	/**
	 * None is the beginning of another, so that quotes sort by these first.
	 */
	private String sourceSort(Row quote) {
		Row source = this.data.get("sources", quote.get("source_id"));
		return sortKey(source, "published_on") + "/" + source.get("id") + "/";
	}

	private static String positionInSource(Row quote) {
		return "%06d".formatted(Integer.valueOf(quote.get("position")));
	}

	/**
	 * The folded texts of quotes in the order of their places.
	 */
	Iterator<String> quoteTexts() {
		return texts("quotes", this.quotes, DerivedColumns::quoteText);
	}

	/**
	 * The folded texts of events in the order of their places.
	 */
	Iterator<String> eventTexts() {
		return texts("events", this.events, DerivedColumns::eventText);
	}

	private Iterator<String> texts(String table, RowOrder order, Function<Row, String> text) {
		List<Row> rows = this.data.rows(table);
		return order.numbers().mapToObj((number) -> text.apply(rows.get(number))).iterator();
	}

	private static String quoteText(Row quote) {
		return text(quote.text("text"), quote.text("gloss"));
	}

	private static String eventText(Row event) {
		return text(event.text("name"), event.text("description"));
	}

	private void disputed(String type, Row row, Map<String, @Nullable Object> columns) {
		columns.put("disputed",
				this.claims.all(type, row.get("id"))
					.stream()
					.anyMatch((claim) -> claim.get("standing").equals("DISPUTED")));
	}

	private String names(String type, Row row, String name, @Nullable String further) {
		List<String> names = new ArrayList<>();
		names.add(name);
		if (further != null) {
			names.add(further);
		}
		this.names.all(type, row.get("id")).forEach((other) -> names.add(other.get("name")));
		return String.join("\n", names.stream().map(Folding::fold).toList());
	}

	private Bounds organisationBounds(Row organisation) {
		return bounds(organisation, "founded_date", "dissolved_date");
	}

	private Bounds roleBounds(Row role) {
		return Objects.requireNonNullElse(this.roleBounds[role.number()], UNBOUNDED);
	}

	/**
	 * Between which days an appointment was held, drawn from all that is known.
	 */
	Bounds tenureBounds(Row appointment) {
		return Objects.requireNonNullElse(this.tenureBounds[appointment.number()], UNBOUNDED);
	}

	/**
	 * The bounds of all appointments by row: of each by itself, then of those in chains
	 * together.
	 */
	private @Nullable Bounds[] tenureBounds(List<Row> chained) {
		KeyIndex observations = KeyIndex.of(this.data.table("observations"), "appointment_id");
		@Nullable Bounds[] bounds = new Bounds[this.data.rows("appointments").size()];
		List<Tenures.Tenure> tenures = new ArrayList<>();
		for (Row row : this.data.rows("appointments")) {
			bounds[row.number()] = tenure(row, observations, List.of()).alone();
		}
		chained.forEach((row) -> tenures.add(tenure(row, observations, Careers.predecessorKeys(row))));
		Map<String, Bounds> settled = Tenures.bounds(tenures);
		chained.forEach((row) -> bounds[row.number()] = settled.get(row.get("id")));
		return bounds;
	}

	private Tenures.Tenure tenure(Row appointment, KeyIndex observations, List<String> predecessors) {
		List<Tenures.Sighting> sightings = new ArrayList<>();
		for (Row observation : observations.all(appointment.get("id"))) {
			sightings.add(new Tenures.Sighting(Shown.valueOf(observation.get("shows")),
					this.dates.parse(observation.get("observed_on"))));
		}
		Row role = this.data.get("roles", appointment.get("role_id"));
		return new Tenures.Tenure(appointment.get("id"), bounds(appointment, "start_date", "end_date"),
				roleBounds(role), sightings, predecessors);
	}

	/**
	 * By the start or, where no source gives one, by the last day that it can have been,
	 * yet never behind a post that a source puts after it.
	 */
	private String startSort(Row appointment) {
		String chained = this.startSorts.get(appointment.get("id"));
		return (chained != null) ? chained : "%s/%03d".formatted(startDay(appointment), 0);
	}

	private Map<String, String> startSorts(List<Row> chained) {
		Map<String, List<String>> predecessors = new HashMap<>();
		Map<String, List<String>> followers = new HashMap<>();
		for (Row appointment : chained) {
			String id = appointment.get("id");
			List<String> keys = Careers.predecessorKeys(appointment);
			predecessors.put(id, keys);
			keys.forEach((key) -> followers.computeIfAbsent(key, (absent) -> new ArrayList<>()).add(id));
		}
		Map<String, Integer> ranks = Ranks.of(predecessors);
		Map<String, String> days = new HashMap<>();
		Map<String, String> sorts = new HashMap<>();
		chained.stream()
			.sorted(Comparator.comparing((Row row) -> ranks.getOrDefault(row.get("id"), 0)).reversed())
			.forEach((row) -> {
				String id = row.get("id");
				String day = startDay(row, followers.getOrDefault(id, List.of()), days);
				days.put(id, day);
				sorts.put(id, "%s/%03d".formatted(day, ranks.getOrDefault(id, 0)));
			});
		return sorts;
	}

	/**
	 * The day of a post whose followers have theirs.
	 */
	private String startDay(Row appointment, List<String> followers, Map<String, String> days) {
		String day = startDay(appointment);
		if (appointment.text("start_date") != null) {
			return day;
		}
		for (String follower : followers) {
			String followed = days.getOrDefault(follower, day);
			day = (followed.compareTo(day) < 0) ? followed : day;
		}
		return day;
	}

	private String startDay(Row appointment) {
		if (appointment.text("start_date") != null) {
			return sortKey(appointment, "start_date");
		}
		LocalDate startLatest = tenureBounds(appointment).startLatest();
		return (startLatest != null) ? this.dates.parse(startLatest.toString()).sortKey() : FuzzyDate.unknownSortKey();
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
		return this.dates.in(row, column);
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

}
