package org.incumbent.release;

import java.util.List;
import java.util.Objects;

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
		KeyIndex.withEmptyCells(data.table("citations"), "subject_type", "subject_id", "source_id", "locator")
			.forEachRepeat((first, citation) -> problems
				.add(citation.problem("locator", "the same place is already cited for the same record in line "
						+ first.line() + "; remove the row")));
		for (Row citation : data.rows("citations")) {
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
		KeyIndex cited = data.rowsBy("citations", "subject_type", "subject_id");
		for (String type : CITED_TYPES) {
			String table = Objects.requireNonNull(PackageIndex.tableOf(type));
			for (Row row : data.rows(table)) {
				String id = row.text("id");
				if (id != null && !cited.has(type, id)) {
					problems.add(row.problem("id", Problem.quoted(id) + " has no source; add a row for the " + type
							+ " to citations.csv, with the paragraph that shows it"));
				}
			}
		}
	}

}
