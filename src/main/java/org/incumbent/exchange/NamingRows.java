package org.incumbent.exchange;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.incumbent.naming.NameKind;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes what Popolo, and formats that follow it, say of the names and codes of people
 * and organisations.
 */
final class NamingRows {

	/** The scheme of addresses at which there is more about somebody. */
	static final String LINK = "link";

	/** The note of the other name that is an organisation's abbreviation. */
	static final String ABBREVIATION = "abbreviation";

	private static final Map<String, NameKind> NAME_KINDS = Stream.of(NameKind.values())
		.collect(Collectors.toMap((kind) -> kind.name().toLowerCase(Locale.ROOT), Function.identity()));

	private final PackageWriter out;

	private final Account account;

	private final FileDay day;

	NamingRows(PackageWriter out, Account account, FileDay day) {
		this.out = out;
		this.account = account;
		this.day = day;
	}

	/**
	 * A name with the surname first.
	 * @param family the surname, empty if the source does not tell it apart
	 */
	static String sortName(String name, String family, String given) {
		String surname = family.isEmpty() ? name.substring(name.lastIndexOf(' ') + 1) : family;
		String rest = given;
		if (family.isEmpty() || given.isEmpty()) {
			int start = name.lastIndexOf(surname);
			rest = (start > 0) ? name.substring(0, start).strip() : "";
		}
		return rest.isEmpty() ? name : surname + ", " + rest;
	}

	/**
	 * Adds the other names of a record.
	 * @param kind what is counted, such as {@code other names of people}
	 */
	void otherNames(String type, String key, String mainName, Iterable<JsonNode> names, String kind, Place place) {
		for (JsonNode other : names) {
			String name = ForeignText.clean(other.isString() ? other.asString() : other.path("name").asString(""));
			this.account.read(kind);
			boolean dated = other.hasNonNull("start_date") || other.hasNonNull("end_date");
			if (name.isEmpty() || (name.equals(mainName) && !dated)) {
				this.account.keptOut(kind, place.origin(), name.isEmpty() ? "it is empty" : "it is the main name",
						name);
				continue;
			}
			this.account.taken(kind);
			Span span = span(other, kind, place);
			String note = other.path("note").asString("").toLowerCase(Locale.ROOT);
			this.out.add("names", place.origin(), "id",
					key + "-" + Keys.hash(type + name + span.start() + span.end() + note), "subject_type", type,
					"subject_id", key, "name", name, "kind", NAME_KINDS.getOrDefault(note, NameKind.OTHER).name(),
					"honorific", ForeignText.clean(other.path("honorific_prefix").asString("")), "start_date",
					span.start(), "end_date", span.end(), "state", span.state().name(), "source_id", place.source(),
					"locator", place.locator());
		}
	}

	/**
	 * When a name was used. Dates that cannot be true are left out.
	 */
	private Span span(JsonNode dated, String kind, Place place) {
		String start = date(dated, "start_date");
		String end = date(dated, "end_date");
		boolean unread = (start == null && dated.has("start_date")) || (end == null && dated.has("end_date"));
		if (Span.isReversed(start, end) || unread) {
			this.account.changed(kind, place.origin(), "taken without its dates, which are reversed or are none",
					dated.path("start_date").asString("") + " " + dated.path("end_date").asString(""));
			return new Span(null, null, PeriodState.UNKNOWN, null);
		}
		return Span.of(start, end, PeriodState.UNKNOWN, this.day.latest());
	}

	private static @Nullable String date(JsonNode record, String field) {
		return ForeignText.date(record.path(field).asString(""));
	}

	/**
	 * Adds the codes of a record.
	 */
	void identifiers(String type, String key, JsonNode identifiers, String kind, Place place) {
		for (JsonNode identifier : identifiers) {
			this.account.read(kind);
			String scheme = Keys.slug(identifier.path("scheme").asString(""));
			String value = ForeignText.clean(identifier.path("identifier").asString(""));
			if (scheme.isEmpty() || value.isEmpty()) {
				this.account.keptOut(kind, place.origin(), "it has no scheme or no code", scheme + value);
				continue;
			}
			this.account.taken(kind);
			identifier(type, key, scheme, value, "", place);
		}
	}

	/**
	 * Adds the addresses at which there is more about a record.
	 */
	void links(String type, String key, JsonNode links, String kind, Place place) {
		for (JsonNode link : links) {
			this.account.read(kind);
			String url = ForeignText.clean(link.path("url").asString(""));
			if (!ForeignText.isUrl(url)) {
				this.account.keptOut(kind, place.origin(), "it has no address on the web that we take", url);
				continue;
			}
			this.account.taken(kind);
			if (!link.path("note").asString("").isEmpty()) {
				this.account.leftOut("notes of " + kind);
			}
			identifier(type, key, LINK, url, url, place);
		}
	}

	void identifier(String type, String key, String scheme, String value, String url, Place place) {
		this.out.add("identifiers", place.origin(), "id", key + "-" + scheme + "-" + Keys.hash(type + value),
				"subject_type", type, "subject_id", key, "scheme", scheme, "identifier_value", value, "state",
				PeriodState.UNKNOWN.name(), "url", url, "source_id", place.source(), "locator", place.locator());
	}

}
