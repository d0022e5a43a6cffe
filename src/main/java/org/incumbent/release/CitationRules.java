package org.incumbent.release;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * That every record has a source, and that none is cited twice for it.
 */
final class CitationRules implements Rule {

	private static final List<String> CITED_TYPES = List.of("Person", "Organisation", "OrganisationChange", "Role",
			"Appointment", "Event", "Participation");

	@Override
	public void check(PackageIndex data, List<Problem> problems) {
		checkRepeats(data, problems);
		if (data.table("citations").isComplete()) {
			checkEveryRecordIsCited(data, problems);
		}
	}

	private static void checkRepeats(PackageIndex data, List<Problem> problems) {
		Map<List<@Nullable String>, Row> seen = new HashMap<>();
		for (Row citation : data.rows("citations")) {
			List<@Nullable String> place = List.of(String.valueOf(citation.text("subject_type")),
					String.valueOf(citation.text("subject_id")), String.valueOf(citation.text("source_id")),
					String.valueOf(citation.text("locator")));
			Row first = seen.putIfAbsent(place, citation);
			if (first != null) {
				problems.add(citation.problem("locator", "the same place is already cited for the same record in line "
						+ first.line() + "; remove the row"));
			}
			Row quote = "Quote".equals(citation.text("subject_type")) ? data.find("quotes", citation.text("subject_id"))
					: null;
			if (quote != null && Objects.equals(quote.text("source_id"), citation.text("source_id"))
					&& Objects.equals(quote.text("locator"), citation.text("locator"))) {
				problems.add(citation.problem("locator", "the quote itself (" + quote
						+ ") gives this place; remove the row, or cite where else its words stand"));
			}
		}
	}

	private static void checkEveryRecordIsCited(PackageIndex data, List<Problem> problems) {
		Map<String, Set<String>> cited = new HashMap<>();
		for (Row citation : data.rows("citations")) {
			cited.computeIfAbsent(String.valueOf(citation.text("subject_type")), (type) -> new HashSet<>())
				.add(String.valueOf(citation.text("subject_id")));
		}
		for (String type : CITED_TYPES) {
			String table = Objects.requireNonNull(PackageIndex.tableOf(type));
			for (Row row : data.rows(table)) {
				String id = row.text("id");
				if (id != null && !cited.getOrDefault(type, Set.of()).contains(id)) {
					problems.add(row.problem("id", Problem.quoted(id) + " has no source; add a row for the " + type
							+ " to citations.csv, with the paragraph that shows it"));
				}
			}
		}
	}

}
