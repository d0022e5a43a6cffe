package org.incumbent.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.incumbent.appointment.Capacity;
import org.incumbent.organisation.OrganisationKind;
import org.incumbent.role.RoleKind;
import org.incumbent.time.FuzzyDate;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the people and committees of Open States, one record of JSON a line: their seats
 * and offices, parties and committees.
 */
final class OpenStatesImporter implements Importer {

	private static final String ABOUT = "https://github.com/openstates/people";

	private static final String SOURCE = "open-states-people";

	private static final PackageDescription DESCRIPTION = new PackageDescription("openstates-people",
			"Legislators and executives of the states of the USA, from Open States",
			"People in the legislatures, governments and cities of the USA, with their seats, offices, parties and "
					+ "committees, converted from the people data of Open States, which is in the public domain (CC0).",
			new PackageDescription.Licence("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/",
					"CC0 1.0 Universal"),
			List.of(new PackageDescription.Credit("Open States, people data", ABOUT)));

	/** Longer than any term: an end that is further ahead stands for none. */
	private static final int LONGEST_TERM = 50;

	private static final Map<String, String> CHAMBERS = Map.of("lower", "Lower house", "upper", "Upper house",
			"legislature", "Legislature");

	private static final Map<String, RoleKind> COMMITTEE_ROLES = Map.of("chair", RoleKind.CHAIR, "vice chair",
			RoleKind.DEPUTY_CHAIR);

	private static final Set<String> TAKEN = Set.of("_path", "id", "name", "given_name", "family_name", "roles",
			"party", "sources", "links", "other_names", "other_identifiers", "classification", "jurisdiction",
			"chamber", "members", "parent");

	private final PackageWriter out;

	private final Account account;

	private final FileDay day;

	private final AppointmentRows appointments;

	private final WebSources sources;

	private final NamingRows naming;

	private final Set<String> people = new HashSet<>();

	private final Set<String> committees = new HashSet<>();

	private final Set<String> organisations = new HashSet<>();

	private final Set<String> roles = new HashSet<>();

	private final Parents parents = new Parents();

	OpenStatesImporter(PackageWriter out, Account account, FileDay day) {
		this.out = out;
		this.account = account;
		this.day = day;
		this.appointments = new AppointmentRows(out, day);
		this.sources = new WebSources(out, account);
		this.naming = new NamingRows(out, account, day);
	}

	@Override
	public ObjectNode read(Path from, Consumer<String> progress) {
		Path peopleFile = find(from, "people");
		if (peopleFile == null) {
			throw new ConversionException(from + " has no file people.ndjson or people.ndjson.gz, one person a line");
		}
		this.out.add("sources", "", "id", SOURCE, "slug", SOURCE, "name", "Open States people", "kind", "DATASET",
				"published_on", (this.day.published() != null) ? this.day.published().toString() : "", "url", ABOUT);
		progress.accept("Reading " + peopleFile.getFileName());
		each(peopleFile, "people", this::person);
		Path committeesFile = find(from, "committees");
		if (committeesFile != null) {
			progress.accept("Reading " + committeesFile.getFileName());
			each(committeesFile, null, (record, origin) -> this.committees.add(text(record, "id")));
			each(committeesFile, "committees", this::committee);
		}
		return DESCRIPTION.descriptor(this.day.latest());
	}

	private static @Nullable Path find(Path directory, String name) {
		for (String file : List.of(name + ".ndjson", name + ".ndjson.gz")) {
			if (Files.exists(directory.resolve(file))) {
				return directory.resolve(file);
			}
		}
		return null;
	}

	/**
	 * Reads the records of a file one by one.
	 * @param kind what is counted, null if it is counted another time
	 */
	private void each(Path file, @Nullable String kind, BiConsumer<JsonNode, String> records) {
		try (InputStream input = Files.newInputStream(file);
				BufferedReader reader = new BufferedReader(
						new InputStreamReader(isCompressed(file) ? new GZIPInputStream(input) : input, UTF_8))) {
			int number = 1;
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				String origin = file.getFileName() + ":" + number++;
				JsonNode record = parse(line);
				if (record != null) {
					records.accept(record, origin);
				}
				else if (kind != null) {
					this.account.read(kind);
					this.account.keptOut(kind, origin, "it is no JSON object with an id and a name", "");
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isCompressed(Path file) {
		return file.toString().endsWith(".gz");
	}

	private static @Nullable JsonNode parse(String line) {
		try {
			JsonNode record = JsonMapper.shared().readTree(line);
			return (text(record, "id").isEmpty() || text(record, "name").isEmpty()) ? null : record;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static String text(JsonNode record, String field) {
		return ForeignText.clean(record.path(field).asString(""));
	}

	private static Place place(JsonNode record, String origin) {
		return new Place(SOURCE, ForeignText.rowLocator(text(record, "_path")), origin);
	}

	private void person(JsonNode record, String origin) {
		this.account.read("people");
		this.account.taken("people");
		String key = key(text(record, "id"));
		String name = text(record, "name");
		Place place = place(record, origin);
		boolean known = !this.people.add(key);
		if (known) {
			this.account.changed("people", origin, "an earlier record has its id; what this one adds is taken", name);
		}
		else {
			this.out.add("people", origin, "id", key, "slug", Keys.slug(name), PackageWriter.DISTINCTION,
					Keys.hash(key), "name", name, "sort_name",
					NamingRows.sortName(name, text(record, "family_name"), text(record, "given_name")));
		}
		this.out.cite("Person", key, SOURCE, place.locator(), origin);
		this.sources.cite("Person", key, record.path("sources"), "sources of people", origin);
		this.naming.otherNames("Person", key, name, record.path("other_names"), "other names of people", place);
		this.naming.identifiers("Person", key, record.path("other_identifiers"), "identifiers of people", place);
		this.naming.links("Person", key, record.path("links"), "links of people", place);
		leftOut("people", record);
		String folder = folder(record);
		Set<String> keys = new HashSet<>();
		for (JsonNode role : record.path("roles")) {
			seat(key, role, folder, known ? place.locator() : "", place, keys);
		}
		for (JsonNode party : record.path("party")) {
			party(key, party, folder, place, keys);
		}
	}

	private void leftOut(String kind, JsonNode record) {
		record.propertyNames()
			.stream()
			.filter((field) -> !TAKEN.contains(field))
			.forEach((field) -> this.account.leftOut(kind + " " + field));
	}

	/**
	 * The folder of a record, such as {@code legislature} or {@code retired}.
	 */
	private static String folder(JsonNode record) {
		String[] path = text(record, "_path").split("/", -1);
		return (path.length > 1) ? path[1] : "";
	}

	private void seat(String person, JsonNode seat, String folder, String distinction, Place place, Set<String> keys) {
		String kind = "roles of people";
		this.account.read(kind);
		String type = text(seat, "type");
		String jurisdiction = text(seat, "jurisdiction");
		if (type.isEmpty() || jurisdiction.isEmpty()) {
			this.account.keptOut(kind, place.origin(), "it has no type or no jurisdiction", type + jurisdiction);
			return;
		}
		PeriodState open = folder.equals("retired") ? PeriodState.ENDED_DATE_UNKNOWN : PeriodState.ONGOING;
		Span span = span(seat, open, kind, place);
		if (span == null) {
			return;
		}
		String chamber = CHAMBERS.get(type);
		String district = text(seat, "district");
		String organisation = (chamber != null) ? chamber(jurisdiction, type) : jurisdiction(jurisdiction);
		String title = (chamber == null) ? title(type) : "Member";
		if (!district.isEmpty()) {
			title += " for district " + district;
		}
		String role = role(organisation, title, RoleKind.OTHER, name(jurisdiction, chamber));
		if (!keys.add(role + span + seat.path("end_reason").asString(""))) {
			this.account.keptOut(kind, place.origin(), "the record gives the same twice",
					title + " " + span.start() + " " + span.end());
			return;
		}
		this.account.taken(kind);
		String id = unused(person + "-" + Keys.hash(role + span.start() + distinction), keys);
		String reason = (span.end() != null) ? text(seat, "end_reason") : "";
		this.appointments.add(id, person, role, Capacity.SUBSTANTIVE, span, place, "end_reason", reason);
		this.out.cite("Appointment", id, SOURCE, place.locator(), place.origin());
	}

	private static String unused(String id, Set<String> keys) {
		String unused = id;
		for (int number = 2; !keys.add(unused); number++) {
			unused = id + "-" + number;
		}
		return unused;
	}

	/**
	 * When a role was held, null if that cannot be true, which is then accounted for.
	 */
	private @Nullable Span span(JsonNode record, PeriodState open, String kind, Place place) {
		String start = ForeignText.date(text(record, "start_date"));
		String end = ForeignText.date(text(record, "end_date"));
		String dates = text(record, "start_date") + " " + text(record, "end_date");
		if ((start == null && !text(record, "start_date").isEmpty())
				|| (end == null && !text(record, "end_date").isEmpty())) {
			this.account.keptOut(kind, place.origin(), "a date is no day of the calendar", dates);
			return null;
		}
		if (Span.isReversed(start, end)) {
			this.account.keptOut(kind, place.origin(), "it ends before it starts", dates);
			return null;
		}
		if (end != null && isStandIn(end)) {
			this.account.changed(kind, place.origin(), "taken without its end, which stands for none", dates);
			end = null;
		}
		Span span = Span.of(start, end, open, this.day.latest());
		if (span.announcedEnd() != null) {
			this.account.changed(kind, place.origin(), "its end is ahead of the file, so that it is only announced",
					dates);
		}
		else if (start == null && end == null) {
			this.account.changed(kind, place.origin(), "it has no dates, and is taken without", "");
		}
		return span;
	}

	private boolean isStandIn(String end) {
		LocalDate day = FuzzyDate.parse(end).earliest();
		return day != null && day.isAfter(this.day.latest().plusYears(LONGEST_TERM));
	}

	private void party(String person, JsonNode party, String folder, Place place, Set<String> keys) {
		String kind = "parties of people";
		this.account.read(kind);
		String name = text(party, "name");
		if (name.isEmpty()) {
			this.account.keptOut(kind, place.origin(), "it has no name", "");
			return;
		}
		Span span = span(party, folder.equals("retired") ? PeriodState.UNKNOWN : PeriodState.ONGOING, kind, place);
		if (span == null) {
			return;
		}
		this.account.taken(kind);
		String organisation = "open-states-party-" + Keys.slug(name) + "-" + Keys.hash(name);
		organisation(organisation, name, true, OrganisationKind.OTHER);
		String role = role(organisation, "Member", RoleKind.UNSPECIFIED, name);
		String id = unused(person + "-" + Keys.hash(role + span.start()), keys);
		this.appointments.add(id, person, role, Capacity.UNKNOWN, span, place);
		this.out.cite("Appointment", id, SOURCE, place.locator(), place.origin());
	}

	private void committee(JsonNode record, String origin) {
		this.account.read("committees");
		String key = key(text(record, "id"));
		String name = text(record, "name");
		if (!this.organisations.add(key)) {
			this.account.keptOut("committees", origin, "an earlier record has its id", key);
			return;
		}
		this.account.taken("committees");
		Place place = place(record, origin);
		this.out.add("organisations", origin, "id", key, "slug", Keys.slug(name), PackageWriter.DISTINCTION,
				Keys.hash(key), "name", name, "kind", OrganisationKind.OTHER.name(), "named", "true", "state",
				PeriodState.ONGOING.name());
		this.out.cite("Organisation", key, SOURCE, place.locator(), origin);
		this.sources.cite("Organisation", key, record.path("sources"), "sources of committees", origin);
		this.naming.otherNames("Organisation", key, name, record.path("other_names"), "other names of committees",
				place);
		this.naming.links("Organisation", key, record.path("links"), "links of committees", place);
		leftOut("committees", record);
		above(record, key, place);
		Set<String> keys = new HashSet<>();
		for (JsonNode member : record.path("members")) {
			member(key, name, member, place, keys);
		}
	}

	/**
	 * What a committee is part of: the committee that it names or else its chamber.
	 */
	private void above(JsonNode record, String key, Place place) {
		String parent = text(record, "parent");
		boolean known = this.committees.contains(parent) && this.parents.add(key, key(parent));
		if (known) {
			partOf(key, key(parent), place);
			return;
		}
		if (!parent.isEmpty()) {
			this.account.changed("committees", place.origin(),
					"the committee above it is not in the file, so that it is put under its chamber", parent);
		}
		String jurisdiction = text(record, "jurisdiction");
		if (!jurisdiction.isEmpty()) {
			String chamber = text(record, "chamber");
			partOf(key, CHAMBERS.containsKey(chamber) ? chamber(jurisdiction, chamber) : jurisdiction(jurisdiction),
					place);
		}
	}

	private void member(String committee, String name, JsonNode member, Place place, Set<String> keys) {
		String kind = "members of committees";
		this.account.read(kind);
		String person = text(member, "person_id");
		if (person.isEmpty() || !this.people.contains(key(person))) {
			this.account.keptOut(kind, place.origin(),
					person.isEmpty() ? "it names no person's record" : "its person is not in the file",
					text(member, "name") + " " + person);
			return;
		}
		String roleName = text(member, "role").isEmpty() ? "member" : text(member, "role");
		String role = role(committee, title(roleName),
				COMMITTEE_ROLES.getOrDefault(roleName.toLowerCase(Locale.ROOT), RoleKind.OTHER), name);
		if (!keys.add(key(person) + role)) {
			this.account.keptOut(kind, place.origin(), "the record gives the same twice", person + " " + roleName);
			return;
		}
		Span span = span(member, PeriodState.ONGOING, kind, place);
		if (span == null) {
			return;
		}
		this.account.taken(kind);
		String id = unused(key(person) + "-" + Keys.hash(role + span.start()), keys);
		this.appointments.add(id, key(person), role, Capacity.SUBSTANTIVE, span, place);
		this.out.cite("Appointment", id, SOURCE, place.locator(), place.origin());
	}

	/**
	 * The key of a jurisdiction. The files give its code alone, so that it has no name.
	 */
	private String jurisdiction(String code) {
		String key = Keys.of(code);
		organisation(key, name(code, null), false, OrganisationKind.OTHER);
		this.naming.identifier("Organisation", key, "ocd", code, "", new Place(SOURCE, "page", ""));
		return key;
	}

	private String chamber(String jurisdiction, String type) {
		String key = Keys.of(jurisdiction + "/" + type);
		organisation(key, name(jurisdiction, Objects.requireNonNull(CHAMBERS.get(type))), false,
				OrganisationKind.PARLIAMENT);
		partOf(key, jurisdiction(jurisdiction), new Place(SOURCE, "page", ""));
		return key;
	}

	/**
	 * The code of a jurisdiction in words, the smallest part first.
	 */
	private static String name(String jurisdiction, @Nullable String chamber) {
		List<String> parts = new ArrayList<>();
		for (String part : jurisdiction.split("/", -1)) {
			if (part.contains(":")) {
				parts.add(part.replace(':', ' ').replace('_', ' '));
			}
		}
		Collections.reverse(parts);
		String place = parts.isEmpty() ? jurisdiction : String.join(", ", parts);
		return (chamber != null) ? chamber + ", " + place : "Government, " + place;
	}

	private void organisation(String key, String name, boolean named, OrganisationKind kind) {
		if (this.organisations.add(key)) {
			this.out.add("organisations", "", "id", key, "slug", Keys.slug(name), PackageWriter.DISTINCTION,
					Keys.hash(key), "name", name, "kind", kind.name(), "named", String.valueOf(named), "state",
					PeriodState.UNKNOWN.name());
			this.out.cite("Organisation", key, SOURCE, "page", "");
		}
	}

	private void partOf(String part, String whole, Place place) {
		this.out.add("organisation_relations", place.origin(), "id", part + "-part-of-" + Keys.hash(whole), "kind",
				"PART_OF", "organisation_id", part, "related_id", whole, "state", PeriodState.UNKNOWN.name(),
				"source_id", place.source(), "locator", place.locator());
	}

	private String role(String organisation, String title, RoleKind kind, String organisationName) {
		String key = Keys.slug(title) + "-" + Keys.hash(organisation + "|" + title);
		if (this.roles.add(key)) {
			this.out.add("roles", "", "id", key, "slug", Keys.slug(organisationName + " " + title),
					PackageWriter.DISTINCTION, Keys.hash(key), "name", title, "kinds", kind.name(), "organisation_id",
					organisation, "state", PeriodState.UNKNOWN.name());
			this.out.cite("Role", key, SOURCE, "page", "");
		}
		return key;
	}

	/**
	 * The type of a role as a title, such as "Lieutenant governor".
	 */
	private static String title(String type) {
		String words = type.replace("lt_", "lieutenant ").replace('_', ' ');
		return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}

	/**
	 * The key of a record: its id, which is unique by its kind and number.
	 */
	private static String key(String id) {
		String plain = id.replace('/', '-').toLowerCase(Locale.ROOT);
		return plain.matches("ocd-(person|organization)-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? plain
				: Keys.of(id);
	}

}
