package org.incumbent.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The rows of the tables that no file brings: links that queries would otherwise have to
 * work out, and the claims that citations stand for.
 */
final class DerivedTables {

	/** Columns that name or order a record rather than say something about it. */
	private static final Set<String> NO_CLAIM = Set.of("id", "slug", "sort_name", "source_id", "position", "locator");

	/** What a cell holds where the source is silent. */
	private static final String UNKNOWN = "UNKNOWN";

	private static final Map<String, String> TABLES = Map.of("Person", "people", "Organisation", "organisations",
			"Role", "roles", "Appointment", "appointments", "Event", "events", "Quote", "quotes", "OrganisationChange",
			"organisation_changes");

	private final DataPackage data;

	DerivedTables(DataPackage data) {
		this.data = data;
	}

	/**
	 * The derived rows by table, to be inserted in this order after the package's own.
	 */
	Map<String, List<Map<String, @Nullable Object>>> rows() {
		Map<String, List<Map<String, @Nullable Object>>> tables = new LinkedHashMap<>();
		tables.put("role_kinds", roleKinds());
		tables.put("organisation_roles", organisationRoles());
		Map<String, Set<String>> wholes = eventWholes();
		tables.put("event_parts", eventParts(wholes));
		tables.put("event_participants", eventParticipants());
		tables.put("event_reactions", eventReactions(wholes));
		tables.put("citations", quoteCitations());
		List<Map<String, @Nullable Object>> claims = citedClaims();
		List<Map<String, @Nullable Object>> linkClaims = linkClaims();
		claims.addAll(linkClaims);
		tables.put("claims", claims);
		tables.put("subject_sources", subjectSources(linkClaims));
		tables.putAll(new LineageTables(this.data).rows());
		return tables;
	}

	private List<Map<String, @Nullable Object>> roleKinds() {
		List<Map<String, @Nullable Object>> rows = new ArrayList<>();
		for (Row role : this.data.rows("roles")) {
			for (String kind : role.get("kinds").split(";", -1)) {
				rows.add(row("role_id", role.get("id"), "kind", kind));
			}
		}
		return rows;
	}

	private List<Map<String, @Nullable Object>> organisationRoles() {
		Set<Map<String, @Nullable Object>> rows = new LinkedHashSet<>();
		for (Row role : this.data.rows("roles")) {
			rows.add(row("organisation_id", role.get("organisation_id"), "role_id", role.get("id")));
		}
		for (Row joint : this.data.rows("role_organisations")) {
			rows.add(row("organisation_id", joint.get("organisation_id"), "role_id", joint.get("role_id")));
		}
		return List.copyOf(rows);
	}

	private static List<Map<String, @Nullable Object>> eventParts(Map<String, Set<String>> wholesByEvent) {
		List<Map<String, @Nullable Object>> rows = new ArrayList<>();
		wholesByEvent
			.forEach((event, wholes) -> wholes.forEach((whole) -> rows.add(row("event_id", whole, "part_id", event))));
		return rows;
	}

	/**
	 * Each event with itself and everything it is a part of.
	 */
	private Map<String, Set<String>> eventWholes() {
		Map<String, @Nullable String> partOf = new HashMap<>();
		this.data.rows("events").forEach((event) -> partOf.put(event.get("id"), event.text("part_of_id")));
		Map<String, Set<String>> wholes = new LinkedHashMap<>();
		for (String event : partOf.keySet()) {
			Set<String> chain = new LinkedHashSet<>();
			String whole = event;
			while (whole != null && chain.add(whole)) {
				whole = partOf.get(whole);
			}
			wholes.put(event, chain);
		}
		return wholes;
	}

	private List<Map<String, @Nullable Object>> eventParticipants() {
		Set<Map<String, @Nullable Object>> rows = new LinkedHashSet<>();
		for (Row participation : this.data.rows("participations")) {
			String person = participation.text("person_id");
			String type = (person != null) ? "Person" : "Organisation";
			String participant = (person != null) ? person : participation.get("organisation_id");
			rows.add(row("participant_type", type, "participant_id", participant, "event_id",
					participation.get("event_id")));
		}
		return List.copyOf(rows);
	}

	private List<Map<String, @Nullable Object>> eventReactions(Map<String, Set<String>> wholes) {
		Set<Map<String, @Nullable Object>> rows = new LinkedHashSet<>();
		for (Row target : this.data.rows("quote_targets")) {
			if (target.get("target_type").equals("Event")) {
				wholes.getOrDefault(target.get("target_id"), Set.of())
					.forEach((event) -> rows.add(row("event_id", event, "quote_id", target.get("quote_id"))));
			}
		}
		return List.copyOf(rows);
	}

	/**
	 * A quote's own source and locator are its first citation.
	 */
	private List<Map<String, @Nullable Object>> quoteCitations() {
		List<Map<String, @Nullable Object>> rows = new ArrayList<>();
		for (Row quote : this.data.rows("quotes")) {
			rows.add(row("id", quote.get("id") + ".source", "subject_type", "Quote", "subject_id", quote.get("id"),
					"source_id", quote.get("source_id"), "locator", quote.get("locator")));
		}
		return rows;
	}

	/**
	 * A citation stands for every field of its row that has no claims of its own: the
	 * source states it, and it is accepted. A further place of a quote's words stands for
	 * nothing more.
	 */
	private List<Map<String, @Nullable Object>> citedClaims() {
		Set<String> stored = new HashSet<>();
		for (Row claim : this.data.rows("claims")) {
			stored.add(field(claim.get("subject_type"), claim.get("subject_id"), claim.get("field")));
		}
		List<Map<String, @Nullable Object>> rows = new ArrayList<>();
		Map<String, Row> cited = citedRows();
		for (Row citation : this.data.rows("citations")) {
			Row row = cited.get(citation.get("subject_type") + "/" + citation.get("subject_id"));
			if (row != null && !row.table().equals("quotes")) {
				addClaims(citation.get("id"), citation.get("subject_type"), row, citation.get("source_id"),
						citation.get("locator"), stored, rows);
			}
		}
		for (Row quote : this.data.rows("quotes")) {
			addClaims(quote.get("id") + ".source", "Quote", quote, quote.get("source_id"), quote.get("locator"), stored,
					rows);
		}
		return rows;
	}

	/**
	 * A row that links two records is what its source says of the first of them: as a
	 * statement if it gives a start, else as something that it merely shows.
	 */
	private List<Map<String, @Nullable Object>> linkClaims() {
		List<Map<String, @Nullable Object>> claims = new ArrayList<>();
		for (Row row : this.data.rows("organisation_relations")) {
			String field = row.get("kind").toLowerCase(Locale.ROOT);
			claims.add(linkClaim(row.get("id"), "Organisation", row.get("organisation_id"), field,
					row.get("related_id"), basis(row), row));
		}
		for (Row row : this.data.rows("reporting_lines")) {
			claims.add(linkClaim(row.get("id"), "Role", row.get("role_id"), "reports_to", row.get("reports_to_id"),
					basis(row), row));
		}
		for (Row row : this.data.rows("role_organisations")) {
			claims.add(linkClaim(row.get("role_id") + "." + row.get("organisation_id"), "Role", row.get("role_id"),
					"other_organisation", row.get("organisation_id"), "STATED", row));
		}
		return claims;
	}

	private static String basis(Row row) {
		if (row.get("state").equals("PLANNED")) {
			return "ANNOUNCED";
		}
		return (row.text("start_date") == null && row.text("observed_on") != null) ? "OBSERVED" : "STATED";
	}

	private static Map<String, @Nullable Object> linkClaim(String id, String type, String subject, String field,
			String value, String basis, Row row) {
		return claim(row("id", id + "." + field, "subject_type", type, "subject_id", subject, "field", field,
				"claimed_value", value, "source_id", row.get("source_id"), "locator", row.get("locator"), "basis",
				basis));
	}

	/**
	 * A claim that nothing contradicts, with the columns in the order of every other.
	 */
	private static Map<String, @Nullable Object> claim(Map<String, @Nullable Object> columns) {
		Map<String, @Nullable Object> claim = new LinkedHashMap<>(columns);
		claim.put("quote_id", null);
		claim.put("note", null);
		claim.put("standing", "ACCEPTED");
		claim.put("claim_sort", DerivedColumns.claimSort(String.valueOf(columns.get("subject_type")),
				String.valueOf(columns.get("subject_id")), String.valueOf(columns.get("field")), "ACCEPTED"));
		return claim;
	}

	private static void addClaims(String citation, String type, Row row, String source, String locator,
			Set<String> stored, List<Map<String, @Nullable Object>> claims) {
		for (String column : row.columns()) {
			String value = row.text(column);
			if (value == null || value.equals(UNKNOWN) || NO_CLAIM.contains(column)
					|| stored.contains(field(type, row.get("id"), column))) {
				continue;
			}
			claims.add(claim(row("id", citation + "." + column, "subject_type", type, "subject_id", row.get("id"),
					"field", column, "claimed_value", value, "source_id", source, "locator", locator, "basis",
					"STATED")));
		}
	}

	private Map<String, Row> citedRows() {
		Map<String, Row> rows = new HashMap<>();
		TABLES.forEach(
				(type, table) -> this.data.rows(table).forEach((row) -> rows.put(type + "/" + row.get("id"), row)));
		return rows;
	}

	private List<Map<String, @Nullable Object>> subjectSources(List<Map<String, @Nullable Object>> linkClaims) {
		Set<Map<String, @Nullable Object>> rows = new LinkedHashSet<>();
		for (String table : List.of("citations", "claims")) {
			for (Row row : this.data.rows(table)) {
				rows.add(row("subject_type", row.get("subject_type"), "subject_id", row.get("subject_id"), "source_id",
						row.get("source_id")));
			}
		}
		for (Map<String, @Nullable Object> claim : linkClaims) {
			rows.add(row("subject_type", claim.get("subject_type"), "subject_id", claim.get("subject_id"), "source_id",
					claim.get("source_id")));
		}
		for (Row quote : this.data.rows("quotes")) {
			rows.add(row("subject_type", "Quote", "subject_id", quote.get("id"), "source_id", quote.get("source_id")));
		}
		return List.copyOf(rows);
	}

	private static String field(String type, String id, String field) {
		return type + "/" + id + "/" + field;
	}

	private static Map<String, @Nullable Object> row(@Nullable Object... columnsAndValues) {
		Map<String, @Nullable Object> row = new LinkedHashMap<>();
		for (int i = 0; i < columnsAndValues.length; i += 2) {
			row.put(String.valueOf(columnsAndValues[i]), columnsAndValues[i + 1]);
		}
		return row;
	}

}
