package org.incumbent.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.incumbent.organisation.OrganisationChangeKind;
import org.incumbent.organisation.OrganisationKind;
import org.incumbent.time.FuzzyDate;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;

/**
 * Reads the organisations of the ministers database and the links between them. A change
 * of name keeps the organisation, so that the records which it links become one.
 */
final class IfgDepartments {

	private static final String LINKS = "rows of organisation_link.csv";

	private static final String NAME_CHANGE = "Name change";

	/** In days; longer than a new government took to appoint everybody. */
	private static final int LONGEST_HAND_OVER = 31;

	private static final String TRANSFER = "Transfer of functions";

	private final PackageWriter out;

	private final Account account;

	private final FileDay day;

	/** The records by id, the earliest of each organisation first. */
	private final Map<String, CsvRows.Row> records = new LinkedHashMap<>();

	/** For each record the one that its organisation began with. */
	private final Map<String, String> origins = new HashMap<>();

	IfgDepartments(PackageWriter out, Account account, FileDay day) {
		this.out = out;
		this.account = account;
		this.day = day;
	}

	/**
	 * Reads both files.
	 * @param held for each record from when to when posts in it were held
	 * @param departments is given each record's name, and the key and life of the
	 * organisation that it became part of
	 */
	void read(Path from, Map<String, Stretch> held, Map<String, Department> departments, Consumer<String> progress) {
		progress.accept("Reading organisation.csv");
		CsvRows.read(from.resolve("organisation.csv"), List.of("id", "name", "start_date", "end_date"), this::record);
		List<CsvRows.Row> links = new ArrayList<>();
		if (Files.exists(from.resolve("organisation_link.csv"))) {
			progress.accept("Reading organisation_link.csv");
			CsvRows.read(from.resolve("organisation_link.csv"), List.of("id", "predecessor_organisation_id",
					"successor_organisation_id", "type", "link_start_date", "link_end_date"), links::add);
		}
		links.stream().filter(this::isRenaming).forEach((link) -> join(predecessor(link), successor(link)));
		Map<String, List<CsvRows.Row>> organisations = new LinkedHashMap<>();
		this.records.values()
			.stream()
			.sorted(Comparator.comparing((CsvRows.Row row) -> row.get("start_date"))
				.thenComparing((row) -> row.get("id")))
			.forEach((row) -> organisations.computeIfAbsent(origin(row.get("id")), (id) -> new ArrayList<>()).add(row));
		organisations.values().forEach((rows) -> organisation(rows, held, departments));
		links(links, departments);
	}

	private void record(CsvRows.Row row) {
		String kind = "rows of organisation.csv";
		this.account.read(kind);
		String start = row.get("start_date");
		String end = row.get("end_date");
		if (row.get("id").isEmpty() || row.get("name").isEmpty()) {
			this.account.keptOut(kind, row.origin(), "it has no id or no name", row.get("id"));
		}
		else if (Span.isReversed(ForeignText.date(start), ForeignText.date(end))) {
			this.account.keptOut(kind, row.origin(), "it ends before it starts", row.get("id"));
		}
		else if (this.records.putIfAbsent(row.get("id"), row) != null) {
			this.account.keptOut(kind, row.origin(), "an earlier row has its id", row.get("id"));
		}
		else {
			this.account.taken(kind);
		}
	}

	private static String predecessor(CsvRows.Row link) {
		return link.get("predecessor_organisation_id");
	}

	private static String successor(CsvRows.Row link) {
		return link.get("successor_organisation_id");
	}

	/**
	 * Whether a link says that one organisation took another name, and the records do not
	 * contradict it by letting the older one go on.
	 */
	private boolean isRenaming(CsvRows.Row link) {
		CsvRows.Row before = this.records.get(predecessor(link));
		CsvRows.Row after = this.records.get(successor(link));
		return link.get("type").equals(NAME_CHANGE) && before != null && after != null
				&& !before.get("end_date").isEmpty()
				&& before.get("end_date").compareTo(link.get("link_end_date")) <= 0;
	}

	private void join(String before, String after) {
		String one = origin(before);
		String other = origin(after);
		if (!one.equals(other)) {
			boolean first = startOf(one).compareTo(startOf(other)) <= 0;
			this.origins.put(first ? other : one, first ? one : other);
		}
	}

	private String startOf(String id) {
		CsvRows.Row record = this.records.get(id);
		return (record != null) ? record.get("start_date") + id : id;
	}

	private String origin(String id) {
		String origin = this.origins.get(id);
		return (origin != null) ? origin(origin) : id;
	}

	/**
	 * One organisation under the name that it had last, with its earlier ones.
	 * @param records the earliest one first
	 */
	private void organisation(List<CsvRows.Row> records, Map<String, Stretch> held,
			Map<String, Department> departments) {
		CsvRows.Row first = records.get(0);
		CsvRows.Row last = records.get(records.size() - 1);
		String key = IfgImporter.key(first.get("id"));
		String founded = ForeignText.date(first.get("start_date"));
		String dissolved = ForeignText.date(last.get("end_date"));
		Span stated = Span.of(founded, dissolved, PeriodState.ONGOING, this.day.latest());
		Span life = widened(key, stated, first, last, held);
		String name = last.get("name");
		String year = last.get("start_date").split("-", 2)[0];
		this.out.add("organisations", last.origin(), "id", key, "slug", Keys.slug(name), PackageWriter.DISTINCTION,
				year.isEmpty() ? first.get("id").split("-", 2)[0] : year, "name", name, "short_name",
				last.get("short_name"), "kind", kind(name).name(), "named", "true", "founded_date", life.start(),
				"dissolved_date", life.end(), "state", life.state().name());
		for (CsvRows.Row record : records) {
			Place place = IfgImporter.place("organisation", record.get("id"), record.origin());
			departments.put(record.get("id"), new Department(key, record.get("name"), life));
			this.out.cite("Organisation", key, place.source(), place.locator(), record.origin());
			if (!record.equals(last)) {
				formerName(key, record, place);
			}
			if (!record.equals(first)) {
				this.out.add("redirects", record.origin(), "record_type", "Organisation", "kind", "ID", "old_value",
						IfgImporter.key(record.get("id")), "target_id", key, "reason",
						"A change of name keeps the organisation.");
			}
		}
	}

	/**
	 * The life of an organisation, wide enough for the posts held in it. Where the
	 * database has somebody in post some days before a department began or after it
	 * ended, neither date is taken to be wrong.
	 */
	private Span widened(String key, Span life, CsvRows.Row first, CsvRows.Row last, Map<String, Stretch> held) {
		Stretch early = held.get(first.get("id"));
		Stretch late = held.get(last.get("id"));
		String start = life.start();
		String end = life.end();
		if (early != null && start != null && isJustBefore(early.from(), start)) {
			start = ForeignText.between(early.from(), start);
			claims(key, "founded_date", start, String.valueOf(life.start()), first);
		}
		if (late != null && end != null && isJustBefore(end, late.to())) {
			end = ForeignText.between(end, late.to());
			claims(key, "dissolved_date", end, String.valueOf(life.end()), last);
		}
		return new Span(start, end, life.state(), life.announcedEnd());
	}

	private static boolean isJustBefore(String day, String other) {
		LocalDate first = FuzzyDate.parse(day).latest();
		LocalDate second = FuzzyDate.parse(other).earliest();
		return first != null && second != null && first.isBefore(second)
				&& !first.plusDays(LONGEST_HAND_OVER).isBefore(second);
	}

	private void claims(String key, String field, String widened, String stated, CsvRows.Row record) {
		this.account.changed("rows of organisation.csv", record.origin(),
				"its date is widened, a post in it having been held some days beyond", stated + " to " + widened);
		claim(key, field, widened, "INFERRED", "ACCEPTED",
				"Wide enough for the posts that the database itself has held in it.", record);
		claim(key, field, stated, "STATED", "SUPERSEDED",
				"The database's own date, although a post in it was held some days beyond.", record);
	}

	private void claim(String key, String field, String value, String basis, String standing, String note,
			CsvRows.Row record) {
		Place place = IfgImporter.place("organisation", record.get("id"), record.origin());
		this.out.add("claims", place.origin(), "id",
				key + "-" + field.replace('_', '-') + "-" + basis.toLowerCase(Locale.ROOT), "subject_type",
				"Organisation", "subject_id", key, "field", field, "claimed_value", value, "source_id", place.source(),
				"locator", place.locator(), "basis", basis, "standing", standing, "note", note);
	}

	private void formerName(String key, CsvRows.Row record, Place place) {
		Span use = Span.of(ForeignText.date(record.get("start_date")), ForeignText.date(record.get("end_date")),
				PeriodState.UNKNOWN, this.day.latest());
		name(key, record.get("name"), "FORMER", use, place);
		if (!record.get("short_name").isEmpty()) {
			name(key, record.get("short_name"), "SHORT", use, place);
		}
	}

	private void name(String key, String name, String kind, Span use, Place place) {
		this.out.add("names", place.origin(), "id", key + "-" + Keys.hash(name + use.start()), "subject_type",
				"Organisation", "subject_id", key, "name", name, "kind", kind, "start_date", use.start(), "end_date",
				use.end(), "state", use.state().name(), "source_id", place.source(), "locator", place.locator());
	}

	private static OrganisationKind kind(String name) {
		boolean ofParliament = name.contains("Whips") || name.contains("Leader of the House");
		return ofParliament ? OrganisationKind.OTHER : OrganisationKind.DEPARTMENT;
	}

	/**
	 * Writes the changes. Links of one kind, on one day, that share the body which was
	 * merged into or split are one change of several bodies.
	 */
	private void links(List<CsvRows.Row> links, Map<String, Department> departments) {
		Map<String, Change> changes = new LinkedHashMap<>();
		for (CsvRows.Row link : links) {
			this.account.read(LINKS);
			Department before = departments.get(predecessor(link));
			Department after = departments.get(successor(link));
			String start = ForeignText.date(link.get("link_start_date"));
			String end = ForeignText.date(link.get("link_end_date"));
			OrganisationChangeKind kind = kind(link);
			if (before == null || after == null) {
				this.account.keptOut(LINKS, link.origin(), "one of its organisations is not taken", link.get("id"));
			}
			else if (kind == null) {
				this.account.keptOut(LINKS, link.origin(), "its type is not known", link.get("type"));
			}
			else if (Span.isReversed(start, end)) {
				this.account.keptOut(LINKS, link.origin(), "it ends before it starts", link.get("id"));
			}
			else {
				this.account.taken(LINKS);
				Change change = new Change(kind, day(start, end), note(link), new TreeSet<>(), new TreeSet<>(),
						new ArrayList<>());
				changes.computeIfAbsent(shared(link, kind), (key) -> change).add(link, before.key(), after.key());
			}
		}
		changes.values().forEach(this::change);
	}

	private static @Nullable OrganisationChangeKind kind(CsvRows.Row link) {
		String type = link.get("type");
		if (type.startsWith(TRANSFER)) {
			return OrganisationChangeKind.FUNCTIONS_TRANSFERRED;
		}
		return switch (type) {
			case NAME_CHANGE -> OrganisationChangeKind.RENAMED;
			case "Merger" -> OrganisationChangeKind.MERGED;
			case "Demerger" -> OrganisationChangeKind.SPLIT;
			default -> null;
		};
	}

	private static String shared(CsvRows.Row link, OrganisationChangeKind kind) {
		String days = link.get("link_start_date") + "/" + link.get("link_end_date");
		return switch (kind) {
			case MERGED -> "merged into " + successor(link) + " " + days;
			case SPLIT -> "split from " + predecessor(link) + " " + days;
			case CREATED, RENAMED, ABSORBED, OPERATIONALLY_JOINED, FUNCTIONS_TRANSFERRED, ABOLISHED ->
				kind + " " + predecessor(link) + " to " + successor(link) + " " + days;
		};
	}

	/**
	 * The database gives the last day before and the first day after; the change lies
	 * between.
	 */
	private static @Nullable String day(@Nullable String start, @Nullable String end) {
		if (start == null || end == null) {
			return (start != null) ? start : end;
		}
		return ForeignText.between(start, end);
	}

	private String note(CsvRows.Row link) {
		String type = link.get("type");
		if (type.equals(NAME_CHANGE) && !isRenaming(link)) {
			return "Recorded as a change of name, although the older body is recorded to have gone on.";
		}
		return (type.startsWith(TRANSFER) && type.length() > TRANSFER.length())
				? "Only the functions for " + type.substring(TRANSFER.length()).replace(":", "").strip() + "." : "";
	}

	private void change(Change change) {
		CsvRows.Row first = change.links().get(0);
		String key = IfgImporter.key(first.get("id")) + "-" + Keys.hash(shared(first, change.kind()));
		String origin = first.origin();
		this.out.add("organisation_changes", origin, "id", key, "kind", change.kind().name(), "operational_on",
				change.day(), "note", change.note());
		Set<String> both = new HashSet<>(change.from());
		both.retainAll(change.to());
		for (String organisation : change.from()) {
			// An organisation that took another name is the same before and after.
			if (!both.contains(organisation)) {
				part(key, "FROM", organisation, origin);
			}
		}
		change.to().forEach((organisation) -> part(key, "TO", organisation, origin));
		for (CsvRows.Row link : change.links()) {
			Place place = IfgImporter.place("organisation_link", link.get("id"), link.origin());
			this.out.cite("OrganisationChange", key, place.source(), place.locator(), link.origin());
		}
	}

	private void part(String change, String side, String organisation, String origin) {
		this.out.add("organisation_change_parts", origin, "change_id", change, "side", side, "organisation_id",
				organisation);
	}

	/**
	 * What a record of the database became.
	 *
	 * @param key the organisation's key
	 * @param name the name that the record has
	 * @param life of the organisation under all its names
	 */
	record Department(String key, String name, Span life) {

	}

	/**
	 * From when to when posts were held.
	 */
	record Stretch(String from, String to) {

		/**
		 * This stretch and another, and what is between.
		 */
		Stretch and(Stretch other) {
			return new Stretch((this.from.compareTo(other.from) < 0) ? this.from : other.from,
					(this.to.compareTo(other.to) > 0) ? this.to : other.to);
		}

	}

	/**
	 * A change with all the links that tell of it.
	 */
	private record Change(OrganisationChangeKind kind, @Nullable String day, String note, Set<String> from,
			Set<String> to, List<CsvRows.Row> links) {

		private void add(CsvRows.Row link, String before, String after) {
			this.from.add(before);
			this.to.add(after);
			this.links.add(link);
		}

	}

}
