package org.incumbent.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.incumbent.appointment.Capacity;
import org.incumbent.event.EventKind;
import org.incumbent.organisation.OrganisationKind;
import org.incumbent.role.RoleKind;
import org.incumbent.time.Bounds;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads Popolo JSON. Objects that our own exporter wrote give the rows that they were
 * made of; of any others the rows are made by the rules of {@code src/docs/importers.md}.
 */
final class PopoloImporter implements Importer {

	private static final PackageDescription DESCRIPTION = new PackageDescription("popolo-import",
			"People, organisations and memberships from Popolo JSON",
			"Converted from Popolo JSON. The file does not say under which terms it may be used.",
			new PackageDescription.Licence("notspecified", "", "Not stated in the file; ask whoever published it"),
			List.of());

	private static final Pattern CAPACITY = Pattern.compile("(?i)(interim|acting|designate|seconded)\\s+(\\S.*)");

	private static final Map<String, OrganisationKind> ORGANISATION_KINDS = byWords(OrganisationKind.values());

	private static final Map<String, RoleKind> ROLE_KINDS = byWords(RoleKind.values());

	private static final Map<String, EventKind> EVENT_KINDS = byWords(EventKind.values());

	private static final Set<String> PARLIAMENTS = Set.of("legislature", "chamber", "upper house", "lower house");

	/** What a record may have that is taken, or only repeats what others have. */
	private static final Set<String> TAKEN = Set.of("id", "name", "label", "other_names", "identifiers", "links",
			"sources", "family_name", "given_name", "honorific_prefix", "sort_name", "summary", "classification",
			"parent_id", "description", "founding_date", "dissolution_date", "memberships", "posts", "organization_id",
			"person_id", "post_id", "role", "start_date", "end_date", "area_id", "area", "legislative_period_id",
			"other_label", "attendees", PopoloFormat.EXTENSION);

	private final PackageTables tables = PackageTables.ofApplication();

	private final PackageWriter out;

	private final Account account;

	private final FileDay day;

	private final AppointmentRows appointments;

	private final WebSources webSources;

	private final NamingRows naming;

	private final Set<String> people = new HashSet<>();

	private final Map<String, String> organisations = new HashMap<>();

	private final Map<String, Span> lives = new HashMap<>();

	private final Map<String, String> organisationsOfPosts = new HashMap<>();

	private final Map<String, Term> terms = new HashMap<>();

	private final Set<String> events = new HashSet<>();

	private final Map<String, String> areas = new HashMap<>();

	private final Set<String> written = new HashSet<>();

	private final Parents parents = new Parents();

	private final Parents parentEvents = new Parents();

	private String file = "";

	private @Nullable ObjectNode descriptor;

	PopoloImporter(PackageWriter out, Account account, FileDay day) {
		this.out = out;
		this.account = account;
		this.day = day;
		this.appointments = new AppointmentRows(out, day);
		this.webSources = new WebSources(out, account);
		this.naming = new NamingRows(out, account, day);
	}

	private static <K extends Enum<K>> Map<String, K> byWords(K[] kinds) {
		return Stream.of(kinds)
			.collect(Collectors.toMap((kind) -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
					Function.identity()));
	}

	@Override
	public ObjectNode read(Path from, Consumer<String> progress) {
		PopoloReader reader = new PopoloReader(from);
		this.file = reader.name();
		progress.accept("Reading what is in " + from.getFileName());
		reader.read(this::index);
		if (this.people.isEmpty() && this.organisations.isEmpty()) {
			throw new ConversionException(from
					+ " has no persons and no organizations; Popolo JSON has arrays `persons`, `organizations`, `posts`, `memberships`, `events`");
		}
		this.organisationsOfPosts.values().removeIf((organisation) -> !this.organisations.containsKey(organisation));
		progress.accept("Reading " + from.getFileName());
		reader.read(this::convert);
		return (this.descriptor != null) ? this.descriptor : DESCRIPTION.descriptor(this.day.latest());
	}

	/**
	 * Remembers what there is, so that references can be looked up wherever they stand.
	 */
	private void index(PopoloReader.Item item) {
		JsonNode json = item.json();
		String key = key(json, "id");
		if (key.isEmpty()) {
			return;
		}
		switch (item.collection()) {
			case "persons" -> {
				if (!personName(json).isEmpty()) {
					this.people.add(key);
				}
			}
			case "organizations" -> {
				if (!text(json, "name").isEmpty()) {
					this.organisations.putIfAbsent(key, text(json, "name"));
					this.lives.putIfAbsent(key, life(json, "founding_date", "dissolution_date"));
					json.path("posts").forEach((post) -> indexPost(post, key));
				}
			}
			case "posts" -> indexPost(json, key(json, "organization_id"));
			case "events" -> {
				String start = date(json, "start_date");
				if (start != null) {
					this.terms.put(text(json, "id"), new Term(start, date(json, "end_date")));
				}
				if (isEvent(json)) {
					this.events.add(key);
				}
			}
			case "areas" -> this.areas.put(text(json, "id"), text(json, "name"));
			default -> {
				// Nothing refers to it.
			}
		}
	}

	private void indexPost(JsonNode post, String organisation) {
		if (!key(post, "id").isEmpty() && !label(post).isEmpty() && !organisation.isEmpty()) {
			this.organisationsOfPosts.putIfAbsent(key(post, "id"), organisation);
		}
	}

	private Span life(JsonNode json, String startField, String endField) {
		String start = date(json, startField);
		String end = date(json, endField);
		return Span.isReversed(start, end) ? new Span(null, null, PeriodState.UNKNOWN, null)
				: Span.of(start, end, PeriodState.UNKNOWN, this.day.latest());
	}

	private void convert(PopoloReader.Item item) {
		switch (item.collection()) {
			case PopoloReader.DESCRIPTOR -> this.descriptor = (ObjectNode) item.json();
			case "persons" -> person(item);
			case "organizations" -> organisation(item);
			case "posts" -> post(item, item.json(), key(item.json(), "organization_id"));
			case "memberships" -> membership(item, item.json(), Map.of());
			case "events" -> event(item);
			case "areas" -> {
				this.account.read("areas");
				this.account.taken("areas");
			}
			default -> other(item);
		}
	}

	/**
	 * A row of a table that Popolo knows nothing of, or something that we know nothing
	 * of.
	 */
	private void other(PopoloReader.Item item) {
		String table = item.collection().startsWith(PopoloReader.TABLE)
				? item.collection().substring(PopoloReader.TABLE.length()) : "";
		if (this.tables.has(table)) {
			this.account.read("rows of " + table);
			this.account.taken("rows of " + table);
			this.out.add(table, item.origin(), cells(this.tables.table(table), item));
			return;
		}
		this.account.read(item.collection());
		this.account.keptOut(item.collection(), item.origin(), "a data package has no such records", "");
	}

	private @Nullable String[] cells(TableColumns table, PopoloReader.Item item) {
		List<String> cells = new ArrayList<>();
		addCells(cells, table, item.json());
		return cells.toArray(String[]::new);
	}

	private void addCells(List<String> cells, TableColumns table, JsonNode json) {
		for (String column : json.propertyNames()) {
			if (table.has(column)) {
				cells.add(column);
				cells.add(json.path(column).asString(""));
			}
			else {
				this.account.leftOut(PopoloFormat.EXTENSION + " " + table.name() + "." + column);
			}
		}
	}

	/**
	 * Whether a record can be taken at all; if not, it is accounted for.
	 */
	private boolean isUsable(String kind, PopoloReader.Item item, String key, boolean whole, String needs) {
		this.account.read(kind);
		if (key.isEmpty() || !whole) {
			this.account.keptOut(kind, item.origin(), "it has no id or no " + needs, key);
			return false;
		}
		if (!this.written.add(kind + "/" + key)) {
			this.account.keptOut(kind, item.origin(), "an earlier one has its id", key);
			return false;
		}
		return true;
	}

	private void person(PopoloReader.Item item) {
		JsonNode json = item.json();
		String key = key(json, "id");
		String name = personName(json);
		if (!isUsable("persons", item, key, !name.isEmpty(), "name")) {
			return;
		}
		this.account.taken("persons");
		if (!own(PopoloFormat.PERSONS, key, item)) {
			Place place = cite("Person", key, json, item);
			String sortName = text(json, "sort_name");
			this.out.add("people", item.origin(), "id", key, "slug", Keys.slug(name), "name", name, "honorific",
					text(json, "honorific_prefix"), "sort_name", sortName.isEmpty()
							? NamingRows.sortName(name, text(json, "family_name"), text(json, "given_name")) : sortName,
					"description", text(json, "summary"));
			this.naming.otherNames("Person", key, name, json.path("other_names"), "other names of persons", place);
			this.naming.identifiers("Person", key, json.path("identifiers"), "identifiers of persons", place);
			this.naming.links("Person", key, json.path("links"), "links of persons", place);
			leftOut("persons", json);
		}
		for (JsonNode membership : json.path("memberships")) {
			membership(item, membership, Map.of("person_id", key));
		}
	}

	private static String personName(JsonNode json) {
		String name = text(json, "name");
		return name.isEmpty() ? (text(json, "given_name") + " " + text(json, "family_name")).strip() : name;
	}

	private void organisation(PopoloReader.Item item) {
		JsonNode json = item.json();
		String key = key(json, "id");
		String name = text(json, "name");
		if (!isUsable("organizations", item, key, !name.isEmpty(), "name")) {
			return;
		}
		this.account.taken("organizations");
		if (!own(PopoloFormat.ORGANIZATIONS, key, item)) {
			foreignOrganisation(item, key, name);
		}
		json.path("posts").forEach((post) -> post(item, post, key));
		for (JsonNode membership : json.path("memberships")) {
			membership(item, membership, Map.of("organization_id", key));
		}
	}

	private void foreignOrganisation(PopoloReader.Item item, String key, String name) {
		JsonNode json = item.json();
		Place place = cite("Organisation", key, json, item);
		String classification = text(json, "classification").toLowerCase(Locale.ROOT);
		OrganisationKind kind = PARLIAMENTS.contains(classification) ? OrganisationKind.PARLIAMENT
				: ORGANISATION_KINDS.getOrDefault(classification, OrganisationKind.OTHER);
		boolean unmapped = kind == OrganisationKind.OTHER && !classification.isEmpty()
				&& !classification.equals("other");
		String description = text(json, "description");
		Span life = this.lives.getOrDefault(key, new Span(null, null, PeriodState.UNKNOWN, null));
		if (life.start() == null && life.end() == null
				&& !(text(json, "founding_date") + text(json, "dissolution_date")).isEmpty()) {
			this.account.changed("organizations", item.origin(),
					"taken without its dates, which are reversed or are none",
					text(json, "founding_date") + " " + text(json, "dissolution_date"));
		}
		List<JsonNode> names = new ArrayList<>();
		String abbreviation = "";
		for (JsonNode other : json.path("other_names")) {
			if (abbreviation.isEmpty() && other.path("note").asString("").equals(NamingRows.ABBREVIATION)) {
				abbreviation = text(other, "name");
			}
			else {
				names.add(other);
			}
		}
		this.out.add("organisations", item.origin(), "id", key, "slug", Keys.slug(name), "name", name, "short_name",
				abbreviation, "kind", kind.name(), "named", "true", "description",
				(description.isEmpty() && unmapped) ? "Classified by the source as “" + classification + "”."
						: description,
				"founded_date", life.start(), "dissolved_date", life.end(), "state", life.state().name());
		this.naming.otherNames("Organisation", key, name, names, "other names of organizations", place);
		this.naming.identifiers("Organisation", key, json.path("identifiers"), "identifiers of organizations", place);
		this.naming.links("Organisation", key, json.path("links"), "links of organizations", place);
		leftOut("organizations", json);
		parent(item, key, place);
	}

	private void parent(PopoloReader.Item item, String key, Place place) {
		String parent = key(item.json(), "parent_id");
		if (parent.isEmpty()) {
			return;
		}
		String kind = "parents of organizations";
		this.account.read(kind);
		if (!this.organisations.containsKey(parent)) {
			this.account.keptOut(kind, item.origin(), "the organization above it is not in the file", parent);
		}
		else if (!this.parents.add(key, parent)) {
			this.account.keptOut(kind, item.origin(), "it leads back to where it started", parent);
		}
		else {
			this.account.taken(kind);
			this.out.add("organisation_relations", item.origin(), "id", key + "-part-of-" + Keys.hash(parent), "kind",
					"PART_OF", "organisation_id", key, "related_id", parent, "state", PeriodState.UNKNOWN.name(),
					"source_id", place.source(), "locator", place.locator());
		}
	}

	private void post(PopoloReader.Item item, JsonNode json, String organisation) {
		String key = key(json, "id");
		String label = label(json);
		if (!isUsable("posts", item, key, !label.isEmpty(), "label")) {
			return;
		}
		if (!organisation.equals(this.organisationsOfPosts.get(key))) {
			this.account.keptOut("posts", item.origin(), "its organization is not in the file", organisation);
			return;
		}
		this.account.taken("posts");
		if (own(PopoloFormat.POSTS, key, new PopoloReader.Item("posts", item.origin(), json))) {
			return;
		}
		Place place = cite("Role", key, json, item);
		Span life = life(json, "start_date", "end_date");
		Held held = Held.of(label);
		String kind = text(json, "role").toLowerCase(Locale.ROOT);
		this.out.add("roles", item.origin(), "id", key, "slug",
				Keys.slug(this.organisations.get(organisation) + " " + held.title()), "name", held.title(), "kinds",
				roleKind(kind.isEmpty() ? held.title() : kind).name(), "organisation_id", organisation, "start_date",
				life.start(), "end_date", life.end(), "state", life.state().name());
		List<Bounds> bounds = new ArrayList<>(List.of(life.bounds(null)));
		Span body = this.lives.get(organisation);
		if (body != null) {
			bounds.add(body.bounds(null));
		}
		this.appointments.bound(key, bounds);
		if (json.path("other_label").isString()) {
			this.naming.otherNames("Role", key, held.title(), List.of(json.path("other_label")),
					"other labels of posts", place);
		}
		this.naming.otherNames("Role", key, held.title(), json.path("other_names"), "other names of posts", place);
		leftOut("posts", json);
		for (JsonNode membership : json.path("memberships")) {
			membership(item, membership, Map.of("post_id", key));
		}
	}

	private static RoleKind roleKind(String words) {
		return ROLE_KINDS.getOrDefault(words.toLowerCase(Locale.ROOT), RoleKind.OTHER);
	}

	private static String label(JsonNode post) {
		return text(post, "label").isEmpty() ? text(post, "role") : text(post, "label");
	}

	/**
	 * A membership.
	 * @param implied what the object that it is nested in says
	 */
	private void membership(PopoloReader.Item item, JsonNode json, Map<String, String> implied) {
		String kind = "memberships";
		this.account.read(kind);
		Ends ends = new Ends(implied.getOrDefault("person_id", key(json, "person_id")),
				implied.getOrDefault("organization_id", key(json, "organization_id")),
				implied.getOrDefault("post_id", key(json, "post_id")));
		String id = key(json, "id");
		String wrong = whatIsWrong(json, ends);
		if (wrong == null && !id.isEmpty() && !this.written.add(kind + "/" + id)) {
			wrong = "an earlier one has its id";
		}
		if (wrong != null) {
			this.account.keptOut(kind, item.origin(), wrong, ends.detail(json));
		}
		else if (!id.isEmpty() && own(PopoloFormat.MEMBERSHIPS, id, new PopoloReader.Item(kind, item.origin(), json))) {
			this.account.taken(kind);
		}
		else {
			foreignMembership(item, json, ends);
		}
	}

	private @Nullable String whatIsWrong(JsonNode membership, Ends ends) {
		if (!this.people.contains(ends.person())) {
			return "its person is not in the file";
		}
		if (!ends.post().isEmpty() && !this.organisationsOfPosts.containsKey(ends.post())) {
			return "its post is not in the file";
		}
		if (ends.post().isEmpty() && !this.organisations.containsKey(ends.organisation())) {
			return "its organization is not in the file";
		}
		String start = date(membership, "start_date");
		String end = date(membership, "end_date");
		if ((start == null && !text(membership, "start_date").isEmpty())
				|| (end == null && !text(membership, "end_date").isEmpty())) {
			return "a date is no day of the calendar";
		}
		return Span.isReversed(start, end) ? "it ends before it starts" : null;
	}

	private void foreignMembership(PopoloReader.Item item, JsonNode json, Ends ends) {
		String kind = "memberships";
		String words = text(json, "role").isEmpty() ? text(json, "label") : text(json, "role");
		Held held = Held.of(words);
		String title = title(held, area(json));
		String role = ends.post().isEmpty() ? Keys.slug(title) + "-" + Keys.hash(ends.organisation() + "|" + title)
				: ends.post();
		Span body = this.lives.get(ends.organisation());
		if (ends.post().isEmpty() && body != null) {
			this.appointments.bound(role, List.of(body.bounds(null)));
		}
		Term term = undated(json) ? this.terms.get(text(json, "legislative_period_id")) : null;
		Span span = (term != null) ? term.within(this.day)
				: Span.of(date(json, "start_date"), date(json, "end_date"), PeriodState.UNKNOWN, this.day.latest());
		String id = key(json, "id");
		String key = id.isEmpty()
				? ends.person() + "-"
						+ Keys
							.hash(String.join("|", role, text(json, "start_date"), text(json, "legislative_period_id")))
				: id;
		String wrong = this.appointments.isPossible(role, span) ? null : "its post or organization did not exist then";
		if (wrong == null && id.isEmpty() && !this.written.add(kind + "/" + key)) {
			wrong = "an earlier one is of the same person and post from the same day";
		}
		if (wrong != null) {
			this.account.keptOut(kind, item.origin(), wrong, ends.detail(json));
			return;
		}
		this.account.taken(kind);
		if (ends.post().isEmpty()) {
			role(item, role, ends.organisation(), title,
					held.title().isEmpty() ? RoleKind.UNSPECIFIED : roleKind(held.title()));
		}
		Capacity capacity = (ends.post().isEmpty() && words.isEmpty()) ? Capacity.UNKNOWN : held.capacity();
		Place place = cite("Appointment", key, json, item);
		this.appointments.add(key, ends.person(), role, capacity, span, place);
		if (term != null) {
			infer(key, "start_date", span.start(), place);
			infer(key, "end_date", span.end(), place);
		}
		if (undated(json)) {
			this.account.changed(kind, item.origin(),
					(term != null) ? "without dates, it is put within its legislative period"
							: "it has no dates, and is taken without",
					"");
		}
		leftOut(kind, json);
	}

	private static boolean undated(JsonNode membership) {
		return text(membership, "start_date").isEmpty() && text(membership, "end_date").isEmpty();
	}

	private void infer(String key, String field, @Nullable String value, Place place) {
		if (value != null) {
			this.out.add("claims", place.origin(), "id", key + "-" + field.replace('_', '-') + "-period",
					"subject_type", "Appointment", "subject_id", key, "field", field, "claimed_value", value,
					"source_id", place.source(), "locator", place.locator(), "basis", "INFERRED", "standing",
					"ACCEPTED", "note", "The source names the legislative period alone, so that it lies within.");
		}
	}

	private String area(JsonNode membership) {
		String named = text(membership.path("area"), "name");
		return named.isEmpty() ? this.areas.getOrDefault(text(membership, "area_id"), text(membership, "area_id"))
				: named;
	}

	/**
	 * The title of a membership that names no post: what the organisation calls it.
	 */
	private static String title(Held held, String area) {
		String plain = held.title().isEmpty() ? "Member" : held.title();
		String title = area.isEmpty() ? plain : plain + " for " + area;
		return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
	}

	private void role(PopoloReader.Item item, String key, String organisation, String title, RoleKind kind) {
		if (this.written.add("roles/" + key)) {
			this.out.add("roles", item.origin(), "id", key, "slug",
					Keys.slug(this.organisations.get(organisation) + " " + title), "name", title, "kinds", kind.name(),
					"organisation_id", organisation, "state", PeriodState.UNKNOWN.name());
			this.out.cite("Role", key, fileSource(), "page", item.origin());
		}
	}

	private void event(PopoloReader.Item item) {
		JsonNode json = item.json();
		String key = key(json, "id");
		if (!isUsable("events", item, key, isEvent(json) || isReversed(json), "name, or no day on which it began")) {
			return;
		}
		if (isReversed(json)) {
			this.account.keptOut("events", item.origin(), "it ends before it starts",
					text(json, "start_date") + " " + text(json, "end_date"));
			return;
		}
		this.account.taken("events");
		if (own(PopoloFormat.EVENTS, key, item)) {
			return;
		}
		Place place = cite("Event", key, json, item);
		String parent = key(json, "parent_id");
		boolean part = !parent.isEmpty() && this.events.contains(parent) && this.parentEvents.add(key, parent);
		this.out.add("events", item.origin(), "id", key, "slug", Keys.slug(text(json, "name")), "name",
				text(json, "name"), "kind",
				EVENT_KINDS.getOrDefault(text(json, "classification").toLowerCase(Locale.ROOT), EventKind.OTHER).name(),
				"event_date", date(json, "start_date"), "until_date", date(json, "end_date"), "description",
				text(json, "description"), "part_of_id", part ? parent : "");
		for (JsonNode attendee : json.path("attendees")) {
			attendee(item, key, attendee, place);
		}
		leftOut("events", json);
	}

	private static boolean isEvent(JsonNode json) {
		return !text(json, "name").isEmpty() && !isReversed(json)
				&& (date(json, "start_date") != null || json.path(PopoloFormat.EXTENSION).has("row"));
	}

	private static boolean isReversed(JsonNode json) {
		return Span.isReversed(date(json, "start_date"), date(json, "end_date"));
	}

	private void attendee(PopoloReader.Item item, String event, JsonNode attendee, Place place) {
		String kind = "attendees of events";
		this.account.read(kind);
		String who = key(attendee, "id");
		boolean person = this.people.contains(who);
		if (!person && !this.organisations.containsKey(who)) {
			this.account.keptOut(kind, item.origin(), "it is neither a person nor an organization of the file", who);
			return;
		}
		this.account.taken(kind);
		String key = event + "-" + Keys.hash(who);
		this.out.add("participations", item.origin(), "id", key, "event_id", event, "person_id", person ? who : "",
				"organisation_id", person ? "" : who, "part", "OTHER");
		this.out.cite("Participation", key, place.source(), place.locator(), item.origin());
	}

	/**
	 * Takes the rows that an object of our exporter was made of.
	 * @return whether it is one
	 */
	private boolean own(PopoloFormat.Collection collection, String key, PopoloReader.Item item) {
		JsonNode extension = item.json().path(PopoloFormat.EXTENSION);
		if (!extension.has("row")) {
			return false;
		}
		List<String> cells = new ArrayList<>(List.of("id", key));
		for (PopoloFormat.Property property : collection.properties()) {
			cells.add(property.column());
			cells.add(item.json().path(property.name()).asString(""));
		}
		addCells(cells, this.tables.table(collection.table()), extension.path("row"));
		this.out.add(collection.table(), item.origin(), cells.toArray(String[]::new));
		for (JsonNode name : item.json().path("other_names")) {
			ownPart("names", collection.type(), key, name, List.of("name", text(name, "name")), item.origin());
		}
		for (JsonNode code : item.json().path("identifiers")) {
			ownPart("identifiers", collection.type(), key, code,
					List.of("scheme", text(code, "scheme"), "identifier_value", text(code, "identifier")),
					item.origin());
		}
		for (JsonNode link : item.json().path("links")) {
			ownPart("identifiers", collection.type(), key, link,
					List.of("scheme", NamingRows.LINK, "identifier_value", text(link, "url")), item.origin());
		}
		for (JsonNode source : item.json().path("sources")) {
			ownPart("citations", collection.type(), key, source, List.of(), item.origin());
		}
		for (JsonNode citation : extension.path("citations")) {
			List<String> row = new ArrayList<>(List.of("subject_type", collection.type(), "subject_id", key));
			addCells(row, this.tables.table("citations"), citation);
			this.out.add("citations", item.origin(), row.toArray(String[]::new));
		}
		return true;
	}

	private void ownPart(String table, String type, String key, JsonNode part, List<String> further, String origin) {
		JsonNode extension = part.path(PopoloFormat.EXTENSION);
		if (extension.isObject()) {
			List<String> row = new ArrayList<>(List.of("subject_type", type, "subject_id", key));
			row.addAll(further);
			addCells(row, this.tables.table(table), extension);
			this.out.add(table, origin, row.toArray(String[]::new));
		}
	}

	/**
	 * Cites what a record names as its sources or, if it names none, the file.
	 * @return the first of them
	 */
	private Place cite(String type, String key, JsonNode json, PopoloReader.Item item) {
		Set<String> sources = this.webSources.cite(type, key, json.path("sources"), "sources", item.origin());
		if (!sources.isEmpty()) {
			return new Place(sources.iterator().next(), "page", item.origin());
		}
		String id = text(json, "id").isEmpty() ? key : text(json, "id");
		Place place = new Place(fileSource(), ForeignText.rowLocator(item.collection() + "/" + id), item.origin());
		this.out.cite(type, key, place.source(), place.locator(), item.origin());
		return place;
	}

	/**
	 * The key of the file as a source, which it becomes when it is first needed.
	 */
	private String fileSource() {
		String key = Keys.of("popolo-" + Keys.slug(this.file));
		if (this.written.add("sources/" + key)) {
			this.out.add("sources", this.file, "id", key, "slug", key, "name", "[" + this.file + "]", "kind", "DATASET",
					"published_on", (this.day.published() != null) ? this.day.published().toString() : "");
		}
		return key;
	}

	private void leftOut(String kind, JsonNode json) {
		for (String field : json.propertyNames()) {
			JsonNode value = json.path(field);
			boolean empty = value.isNull() || (value.isContainer() && value.isEmpty()) || value.asString("x").isEmpty();
			if (!TAKEN.contains(field) && !empty) {
				this.account.leftOut(kind + " " + field);
			}
		}
	}

	private static String text(JsonNode json, String field) {
		return ForeignText.clean(json.path(field).asString(""));
	}

	private static String key(JsonNode json, String field) {
		String id = text(json, field);
		return id.isEmpty() ? "" : Keys.of(id);
	}

	private static @Nullable String date(JsonNode json, String field) {
		return ForeignText.date(text(json, field));
	}

	/**
	 * What a membership joins.
	 *
	 * @param post empty if it names none
	 */
	private record Ends(String person, String organisation, String post) {

		/**
		 * The membership in the list of what was kept out.
		 */
		private String detail(JsonNode membership) {
			return String.join(" ", this.person, this.organisation, this.post, text(membership, "start_date"),
					text(membership, "end_date"));
		}

	}

	/**
	 * A legislative period.
	 */
	private record Term(String start, @Nullable String end) {

		/**
		 * When somebody was a member of whom no more is known than the period.
		 */
		private Span within(FileDay day) {
			Span term = Span.of(this.start, this.end, PeriodState.UNKNOWN, day.latest());
			if (term.state() == PeriodState.PLANNED) {
				return new Span(term.start(), null, PeriodState.PLANNED, null);
			}
			String last = (term.end() != null) ? term.end() : day.latest().toString();
			String within = ForeignText.between(this.start, last);
			return new Span(within, (term.end() != null) ? within : null,
					term.state() == PeriodState.ENDED ? PeriodState.ENDED : PeriodState.UNKNOWN, null);
		}

	}

	/**
	 * A title apart from the capacity in which it is held.
	 */
	private record Held(Capacity capacity, String title) {

		private static Held of(String words) {
			Matcher matcher = CAPACITY.matcher(words);
			return matcher.matches()
					? new Held(Capacity.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)), matcher.group(2))
					: new Held(Capacity.SUBSTANTIVE, words);
		}

	}

}
