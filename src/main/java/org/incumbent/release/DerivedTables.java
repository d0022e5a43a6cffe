package org.incumbent.release;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

	/** What a citation or a claim can be about, with the table of such records. */
	private static final Map<String, String> TABLES = Map.of("Person", "people", "Organisation", "organisations",
			"Role", "roles", "Appointment", "appointments", "Event", "events", "Quote", "quotes", "OrganisationChange",
			"organisation_changes");

	private static final List<String> CITATION = List.of("id", "subject_type", "subject_id", "source_id", "locator",
			"derived");

	private static final List<String> CLAIM = List.of("id", "subject_type", "subject_id", "field", "claimed_value",
			"source_id", "locator", "basis", "quote_id", "note", "standing", "claim_sort", "derived");

	private final DataPackage data;

	private final KeyIndex storedClaims;

	DerivedTables(DataPackage data) {
		this.data = data;
		this.storedClaims = KeyIndex.of(data.table("claims"), "subject_type", "subject_id");
	}

	/**
	 * Hands over the derived rows, which refer to the package's own.
	 */
	void writeTo(TableWriter writer) {
		write(writer, "role_kinds", List.of("role_id", "kind"), rows("roles").flatMap(DerivedTables::roleKinds));
		write(writer, "event_parts", List.of("event_id", "part_id"), rows("events").flatMap(this::eventParts));
		write(writer, "citations", CITATION, rows("quotes").map(DerivedTables::quoteCitation));
		write(writer, "claims", CLAIM, rows("citations").flatMap(this::citedClaims));
		write(writer, "claims", CLAIM, rows("quotes").flatMap(this::quoteClaims));
		write(writer, "claims", CLAIM, rows("organisation_relations").map(DerivedTables::relationClaim));
		write(writer, "claims", CLAIM, rows("reporting_lines").map(DerivedTables::lineClaim));
		write(writer, "claims", CLAIM, rows("role_organisations").map(DerivedTables::jointRoleClaim));
		new SubjectSources(this.data).writeTo(writer);
		new LineageTables(this.data).writeTo(writer);
	}

	private Stream<Row> rows(String table) {
		return this.data.rows(table).stream();
	}

	private static void write(TableWriter writer, String table, List<String> columns, Stream<@Nullable Object[]> rows) {
		writer.write(table, columns, rows.iterator());
	}

	private static Stream<@Nullable Object[]> roleKinds(Row role) {
		return Stream.of(role.get("kinds").split(";", -1)).map((kind) -> new Object[] { role.get("id"), kind });
	}

	/**
	 * An event as a part of itself and of everything that it is a part of.
	 */
	private Stream<@Nullable Object[]> eventParts(Row event) {
		Set<String> wholes = new LinkedHashSet<>();
		String whole = event.get("id");
		while (whole != null && wholes.add(whole)) {
			whole = this.data.get("events", whole).text("part_of_id");
		}
		return wholes.stream().map((id) -> new Object[] { id, event.get("id") });
	}

	/**
	 * A quote's own source and locator are its first citation.
	 */
	private static @Nullable Object[] quoteCitation(Row quote) {
		return new Object[] { quote.get("id") + ".source", "Quote", quote.get("id"), quote.get("source_id"),
				quote.get("locator"), true };
	}

	/**
	 * A citation stands for every field of its row that has no claims of its own: the
	 * source states it, and it is accepted. A further place of a quote's words stands for
	 * nothing more.
	 */
	private Stream<@Nullable Object[]> citedClaims(Row citation) {
		String type = citation.get("subject_type");
		String table = TABLES.get(type);
		if (table == null || type.equals("Quote")) {
			return Stream.of();
		}
		return claims(citation.get("id"), type, this.data.get(table, citation.get("subject_id")), citation);
	}

	private Stream<@Nullable Object[]> quoteClaims(Row quote) {
		return claims(quote.get("id") + ".source", "Quote", quote, quote);
	}

	/**
	 * The claims that a citation stands for.
	 * @param place the row that gives the source and the place in it
	 */
	private Stream<@Nullable Object[]> claims(String citation, String type, Row row, Row place) {
		String id = row.get("id");
		Set<String> stored = this.storedClaims.all(type, id)
			.stream()
			.map((claim) -> claim.get("field"))
			.collect(Collectors.toSet());
		List<@Nullable Object[]> claims = new ArrayList<>();
		for (String column : row.columns()) {
			String value = row.text(column);
			if (value != null && !value.equals(UNKNOWN) && !NO_CLAIM.contains(column) && !stored.contains(column)) {
				claims.add(claim(citation, type, id, column, value, "STATED", place));
			}
		}
		return claims.stream();
	}

	private static @Nullable Object[] relationClaim(Row row) {
		return claim(row.get("id"), "Organisation", row.get("organisation_id"),
				row.get("kind").toLowerCase(Locale.ROOT), row.get("related_id"), basis(row), row);
	}

	private static @Nullable Object[] lineClaim(Row row) {
		return claim(row.get("id"), "Role", row.get("role_id"), "reports_to", row.get("reports_to_id"), basis(row),
				row);
	}

	private static @Nullable Object[] jointRoleClaim(Row row) {
		return claim(row.get("role_id") + "." + row.get("organisation_id"), "Role", row.get("role_id"),
				"other_organisation", row.get("organisation_id"), "STATED", row);
	}

	/**
	 * A row that links two records is what its source says of the first of them: as a
	 * statement if it gives a start, else as something that it merely shows.
	 */
	private static String basis(Row row) {
		if (row.get("state").equals("PLANNED")) {
			return "ANNOUNCED";
		}
		return (row.text("start_date") == null && row.text("observed_on") != null) ? "OBSERVED" : "STATED";
	}

	/**
	 * A claim that nothing contradicts.
	 * @param from what the claim comes from, with which its field makes its id
	 */
	private static @Nullable Object[] claim(String from, String type, String subject, String field, String value,
			String basis, Row place) {
		return new @Nullable Object[] { from + "." + field, type, subject, field, value, place.get("source_id"),
				place.get("locator"), basis, null, null, "ACCEPTED",
				DerivedColumns.claimSort(type, subject, field, "ACCEPTED"), true };
	}

}
