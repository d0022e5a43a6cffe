package org.incumbent.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.incumbent.appointment.Capacity;
import org.incumbent.event.EventKind;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the ministers database of the Institute for Government: its people with the names
 * they had in turn, posts, appointments and departments. Its end dates are the days of
 * leaving, as ours are.
 */
final class IfgImporter implements Importer {

	private static final String ABOUT = "https://github.com/instituteforgov/ifg-ministers-database-public";

	private static final String SOURCE = "ifg-ministers-database";

	private static final String PUBLISHER = "institute-for-government";

	private static final PackageDescription DESCRIPTION = new PackageDescription("ifg-ministers",
			"Ministers of the United Kingdom, from the IfG Ministers Database of the Institute for Government",
			"Ministers, their posts and the departments that these belonged to, converted from the "
					+ "Institute for Government's IfG Ministers Database, which is under CC BY 4.0. The keys are the database's own.",
			new PackageDescription.Licence("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/",
					"Creative Commons Attribution 4.0 International"),
			List.of(new PackageDescription.Credit("Institute for Government, IfG Ministers Database, under CC BY 4.0",
					ABOUT)));

	/** What the database holds that this dataset has no records for. */
	private static final Map<String, String> OTHER_FILES = Map.of("post_relationship.csv",
			"groups of posts have no place here", "constituency.csv", "seats in Parliament are not taken",
			"representation.csv", "seats in Parliament are not taken", "representation_characteristics.csv",
			"party memberships are not taken");

	private final PackageWriter out;

	private final Account account;

	private final FileDay day;

	private final AppointmentRows appointments;

	private final Map<String, List<CsvRows.Row>> names = new LinkedHashMap<>();

	private final Map<String, IfgDepartments.Department> departments = new HashMap<>();

	private final Set<String> posts = new HashSet<>();

	private final Map<String, List<CsvRows.Row>> characteristics = new HashMap<>();

	IfgImporter(PackageWriter out, Account account, FileDay day) {
		this.out = out;
		this.account = account;
		this.day = day;
		this.appointments = new AppointmentRows(out, day);
	}

	@Override
	public ObjectNode read(Path from, Consumer<String> progress) {
		for (String file : List.of("person.csv", "organisation.csv", "post.csv", "appointment.csv")) {
			if (!Files.exists(from.resolve(file))) {
				throw new ConversionException(from + " has no file " + file
						+ "; name the directory that has the CSV files of the ministers database");
			}
		}
		addSource();
		each(from, "person.csv", List.of("id", "name", "short_name", "start_date", "end_date"), progress,
				this::indexName);
		this.names.values().forEach(this::person);
		new IfgDepartments(this.out, this.account, this.day).read(from, held(from), this.departments, progress);
		each(from, "post.csv", List.of("id", "organisation_id", "name"), progress, this::post);
		each(from, "appointment_characteristics.csv",
				List.of("id", "appointment_id", "is_acting", "is_on_leave", "start_date", "end_date"), progress,
				this::indexCharacteristic);
		each(from, "appointment.csv", List.of("id", "person_id", "post_id", "start_date", "end_date"), progress,
				this::appointment);
		this.characteristics.forEach((appointment, rows) -> rows
			.forEach((row) -> this.account.keptOut("rows of appointment_characteristics.csv", row.origin(),
					"its appointment is not taken", appointment)));
		each(from, "event.csv", List.of("id", "name", "type", "date"), progress, this::event);
		OTHER_FILES.forEach((file, why) -> each(from, file, List.of(), progress, (row) -> {
			this.account.read("rows of " + file);
			this.account.keptOut("rows of " + file, row.origin(), why, "");
		}));
		return DESCRIPTION.descriptor(this.day.latest());
	}

	/**
	 * For each organisation from when to when posts in it were held.
	 */
	private static Map<String, IfgDepartments.Stretch> held(Path from) {
		Map<String, String> organisations = new HashMap<>();
		CsvRows.read(from.resolve("post.csv"), List.of("id", "organisation_id"),
				(row) -> organisations.put(row.get("id"), row.get("organisation_id")));
		Map<String, IfgDepartments.Stretch> held = new HashMap<>();
		CsvRows.read(from.resolve("appointment.csv"), List.of("post_id", "start_date", "end_date"), (row) -> {
			String organisation = organisations.get(row.get("post_id"));
			String start = ForeignText.date(row.get("start_date"));
			String end = ForeignText.date(row.get("end_date"));
			if (organisation != null && start != null && !Span.isReversed(start, end)) {
				held.merge(organisation, new IfgDepartments.Stretch(start, (end != null) ? end : start),
						IfgDepartments.Stretch::and);
			}
		});
		return held;
	}

	/**
	 * Reads a file if it is there.
	 */
	private void each(Path from, String file, List<String> columns, Consumer<String> progress,
			Consumer<CsvRows.Row> rows) {
		if (Files.exists(from.resolve(file))) {
			progress.accept("Reading " + file);
			CsvRows.read(from.resolve(file), columns, rows);
		}
	}

	private void addSource() {
		this.out.add("sources", "", "id", SOURCE, "slug", SOURCE, "name", "IfG Ministers Database", "kind", "DATASET",
				"publisher_id", PUBLISHER, "published_on",
				(this.day.published() != null) ? this.day.published().toString() : "", "url", ABOUT);
		this.out.add("organisations", "", "id", PUBLISHER, "slug", PUBLISHER, "name", "Institute for Government",
				"short_name", "IfG", "kind", "THINK_TANK", "named", "true", "state", "ONGOING");
		this.out.cite("Organisation", PUBLISHER, SOURCE, "page", "");
	}

	private void indexName(CsvRows.Row row) {
		this.account.read("rows of person.csv");
		if (row.get("id").isEmpty() || row.get("name").isEmpty()) {
			this.account.keptOut("rows of person.csv", row.origin(), "it has no id or no name", "");
			return;
		}
		for (String field : List.of("gender", "normalized_name", "display_name")) {
			if (!row.get(field).isEmpty() && !row.get(field).equals(row.get("name"))) {
				this.account.leftOut("person.csv " + field);
			}
		}
		this.names.computeIfAbsent(row.get("id"), (id) -> new ArrayList<>()).add(row);
	}

	/**
	 * A person under the name that came last, with the dated ones as other names.
	 */
	private void person(List<CsvRows.Row> rows) {
		rows.sort(Comparator.comparing((CsvRows.Row row) -> row.get("start_date")).thenComparing(CsvRows.Row::origin));
		List<CsvRows.Row> current = rows.stream().filter((row) -> row.get("end_date").isEmpty()).toList();
		CsvRows.Row main = current.isEmpty() ? rows.get(rows.size() - 1) : current.get(current.size() - 1);
		String id = main.get("id");
		String key = key(id);
		Place place = place("person", id, main.origin());
		String name = main.get("name");
		this.out.add("people", main.origin(), "id", key, "slug", Keys.slug(name), PackageWriter.DISTINCTION,
				id.split("-", 2)[0], "name", name, "sort_name", sortName(name, main.get("short_name")));
		this.out.cite("Person", key, place.source(), place.locator(), main.origin());
		for (CsvRows.Row row : rows) {
			this.account.taken("rows of person.csv");
			boolean dated = !row.get("start_date").isEmpty() || !row.get("end_date").isEmpty();
			if (dated || !row.get("name").equals(name)) {
				name(key, row, place);
			}
		}
		identifier(key, "ifg-ministers", id, place);
		identifier(key, "parliament", number(main.get("id_parliament")), place);
		rows.stream()
			.map((row) -> number(row.get("id_ifg_website")))
			.distinct()
			.forEach((number) -> identifier(key, "ifg-website", number, place));
	}

	private void name(String person, CsvRows.Row row, Place place) {
		String start = ForeignText.date(row.get("start_date"));
		String end = ForeignText.date(row.get("end_date"));
		if (Span.isReversed(start, end)) {
			this.account.changed("rows of person.csv", row.origin(),
					"the name is kept without its dates, which are reversed", row.get("name"));
			start = null;
			end = null;
		}
		Span span = Span.of(start, end, (start != null) ? PeriodState.ONGOING : PeriodState.UNKNOWN, this.day.latest());
		String kind = (span.state() == PeriodState.ENDED) ? "FORMER" : "OTHER";
		this.out.add("names", row.origin(), "id",
				person + "-" + Keys.of(Keys.slug(row.get("name"))) + ((start != null) ? "-" + start : ""),
				"subject_type", "Person", "subject_id", person, "name", row.get("name"), "kind", kind, "start_date",
				span.start(), "end_date", span.end(), "state", span.state().name(), "source_id", place.source(),
				"locator", place.locator());
	}

	private void identifier(String person, String scheme, String value, Place place) {
		if (!value.isEmpty()) {
			this.out.add("identifiers", place.origin(), "id", person + "-" + scheme + "-" + Keys.of(value),
					"subject_type", "Person", "subject_id", person, "scheme", scheme, "identifier_value", value,
					"state", PeriodState.UNKNOWN.name(), "source_id", place.source(), "locator", place.locator());
		}
	}

	/**
	 * A number without the decimals that spreadsheets give it.
	 */
	private static String number(String number) {
		return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
	}

	/**
	 * The name with the surname first: "Mandelson, Lord".
	 */
	static String sortName(String name, String surname) {
		int start = name.lastIndexOf(surname);
		if (surname.isEmpty() || start <= 0) {
			return name;
		}
		return name.substring(start) + ", " + name.substring(0, start).strip();
	}

	private void post(CsvRows.Row row) {
		String kind = "rows of post.csv";
		this.account.read(kind);
		IfgDepartments.Department department = this.departments.get(row.get("organisation_id"));
		String id = row.get("id");
		String name = row.get("name");
		if (id.isEmpty() || name.isEmpty() || department == null) {
			this.account.keptOut(kind, row.origin(), "it has no id, no name or no organisation that is taken", id);
			return;
		}
		if (!this.posts.add(id)) {
			this.account.keptOut(kind, row.origin(), "an earlier row has its id", id);
			return;
		}
		this.account.taken(kind);
		for (String field : List.of("id_ifg_website", "rank_equivalence")) {
			if (!row.get(field).isEmpty()) {
				this.account.leftOut("post.csv " + field);
			}
		}
		String key = key(id);
		Place place = place("post", id, row.origin());
		this.out.add("roles", row.origin(), "id", key, "slug", Keys.slug(department.name() + " " + name),
				PackageWriter.DISTINCTION, id.split("-", 2)[0], "name", name, "kinds", "MINISTER", "organisation_id",
				department.key(), "state", PeriodState.UNKNOWN.name());
		this.out.cite("Role", key, place.source(), place.locator(), row.origin());
		this.appointments.bound(key, List.of(department.life().bounds(null)));
		String display = row.get("display_name");
		if (!display.isEmpty() && !display.equals(name)) {
			this.out.add("names", row.origin(), "id", key + "-" + Keys.of(Keys.slug(display)), "subject_type", "Role",
					"subject_id", key, "name", display, "kind", "PRINTED", "state", PeriodState.UNKNOWN.name(),
					"source_id", place.source(), "locator", place.locator());
		}
	}

	private void indexCharacteristic(CsvRows.Row row) {
		this.account.read("rows of appointment_characteristics.csv");
		this.characteristics.computeIfAbsent(row.get("appointment_id"), (id) -> new ArrayList<>()).add(row);
	}

	private void appointment(CsvRows.Row row) {
		String kind = "rows of appointment.csv";
		this.account.read(kind);
		String start = ForeignText.date(row.get("start_date"));
		String end = ForeignText.date(row.get("end_date"));
		String wrong = whatIsWrong(row, start, end);
		if (wrong != null) {
			this.account.keptOut(kind, row.origin(), wrong,
					row.get("id") + " from " + row.get("start_date") + " to " + row.get("end_date"));
			return;
		}
		this.account.taken(kind);
		List<CsvRows.Row> parts = parts(row.get("id"));
		Place place = place("appointment", row.get("id"), row.origin());
		if (parts.isEmpty()) {
			part(key(row.get("id")), row, Capacity.SUBSTANTIVE, start, end, place);
		}
		for (int number = 0; number < parts.size(); number++) {
			CsvRows.Row part = parts.get(number);
			CsvRows.Row next = (number + 1 < parts.size()) ? parts.get(number + 1) : null;
			String suffix = (number > 0) ? "-" + part.get("id").split("-", 2)[0] : "";
			part(key(row.get("id")) + suffix, row, isTrue(part, "is_acting") ? Capacity.ACTING : Capacity.SUBSTANTIVE,
					(number > 0) ? ForeignText.date(part.get("start_date")) : start,
					(next != null) ? ForeignText.date(next.get("start_date")) : end, place);
		}
	}

	private @Nullable String whatIsWrong(CsvRows.Row row, @Nullable String start, @Nullable String end) {
		if (!this.names.containsKey(row.get("person_id")) || !this.posts.contains(row.get("post_id"))) {
			return "its person or its post is not taken";
		}
		if ((start == null && !row.get("start_date").isEmpty()) || (end == null && !row.get("end_date").isEmpty())) {
			return "a date is no day of the calendar";
		}
		if (Span.isReversed(start, end)) {
			return "it ends before it starts";
		}
		Span span = Span.of(start, end, PeriodState.ONGOING, this.day.latest());
		return this.appointments.isPossible(key(row.get("post_id")), span) ? null
				: "its organisation did not exist then";
	}

	private void part(String key, CsvRows.Row row, Capacity capacity, @Nullable String start, @Nullable String end,
			Place place) {
		this.appointments.add(key, key(row.get("person_id")), key(row.get("post_id")), capacity,
				Span.of(start, end, PeriodState.ONGOING, this.day.latest()), place);
		this.out.cite("Appointment", key, place.source(), place.locator(), row.origin());
	}

	/**
	 * The first span of each part of an appointment that was held in one capacity. A
	 * leave is no part: who is on leave still holds the post.
	 */
	private List<CsvRows.Row> parts(String appointment) {
		List<CsvRows.Row> spans = this.characteristics.remove(appointment);
		List<CsvRows.Row> sorted = new ArrayList<>((spans != null) ? spans : List.of());
		sorted
			.sort(Comparator.comparing((CsvRows.Row row) -> row.get("start_date")).thenComparing(CsvRows.Row::origin));
		List<CsvRows.Row> parts = new ArrayList<>();
		String kind = "rows of appointment_characteristics.csv";
		for (CsvRows.Row span : sorted) {
			if (!span.get("cabinet_status").isEmpty()) {
				this.account.leftOut("appointment_characteristics.csv cabinet_status");
			}
			if (isTrue(span, "is_on_leave")) {
				this.account.keptOut(kind, span.origin(), "a leave does not end a tenure, and its reason is private",
						span.get("id"));
				continue;
			}
			this.account.taken(kind);
			if (parts.isEmpty() || isTrue(parts.get(parts.size() - 1), "is_acting") != isTrue(span, "is_acting")) {
				parts.add(span);
			}
		}
		return parts;
	}

	private static boolean isTrue(CsvRows.Row row, String column) {
		return row.get(column).toLowerCase(Locale.ROOT).equals("true");
	}

	private void event(CsvRows.Row row) {
		String kind = "rows of event.csv";
		this.account.read(kind);
		String date = ForeignText.date(row.get("date"));
		if (date == null || row.get("name").isEmpty() || row.get("id").isEmpty()) {
			this.account.keptOut(kind, row.origin(), "it has no id, no name or no date", row.get("id"));
			return;
		}
		this.account.taken(kind);
		Place place = place("event", row.get("id"), row.origin());
		String key = key(row.get("id"));
		this.out.add("events", row.origin(), "id", key, "slug", Keys.slug(row.get("name")), PackageWriter.DISTINCTION,
				date, "name", row.get("name"), "kind", EventKind.OTHER.name(), "event_date", date, "description",
				row.get("type"));
		this.out.cite("Event", key, place.source(), place.locator(), row.origin());
	}

	static String key(String id) {
		return Keys.of("ifg-" + id);
	}

	static Place place(String table, @Nullable String id, String origin) {
		return new Place(SOURCE, ForeignText.rowLocator(table + "/" + id), origin);
	}

}
