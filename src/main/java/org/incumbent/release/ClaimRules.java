package org.incumbent.release;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * That claims are about fields that there are, the accepted ones give the value that the
 * row has, and the others say why.
 */
final class ClaimRules implements Rule {

	private static final Set<String> NO_FACTS = Set.of("id", "slug");

	private static final String REPORTED_TURNOVER = "reported_turnover";

	@Override
	public void check(PackageIndex data, List<Problem> problems) {
		checkRepeats(data, problems);
		KeyIndex byField = KeyIndex.withEmptyCells(data.table("claims"), "subject_type", "subject_id", "field");
		for (Row claim : data.rows("claims")) {
			checkNote(claim, problems);
			checkQuote(data, claim, problems);
			String table = PackageIndex.tableOf(claim.text("subject_type"));
			String field = claim.text("field");
			if (table == null || field == null) {
				continue;
			}
			if (!isField(data, table, field)) {
				problems.add(claim.problem("field", unknownField(data, table, field)));
			}
			else if (!field.equals(REPORTED_TURNOVER) && "ACCEPTED".equals(claim.text("standing"))) {
				checkAccepted(data, claim, table, field, problems);
				checkAgreement(claim, byField, problems);
			}
		}
	}

	private static boolean isField(PackageIndex data, String table, String field) {
		return (table.equals("organisations") && field.equals(REPORTED_TURNOVER))
				|| (data.table(table).format().has(field) && !NO_FACTS.contains(field));
	}

	private static String unknownField(PackageIndex data, String table, String field) {
		Stream<String> fields = data.table(table).format().columnNames().stream();
		return "`field` is " + Problem.quoted(field) + ", which is no field of a row of " + table + "; use one of "
				+ fields.filter((name) -> !NO_FACTS.contains(name)).collect(Collectors.joining(", "))
				+ (table.equals("organisations") ? ", " + REPORTED_TURNOVER : "");
	}

	private static void checkAccepted(PackageIndex data, Row claim, String table, String field,
			List<Problem> problems) {
		Row subject = data.find(table, claim.text("subject_id"));
		String claimed = claim.text("claimed_value");
		if (subject == null || claimed == null || claimed.equals(subject.text(field))) {
			return;
		}
		String value = subject.text(field);
		problems.add(claim.problem("claimed_value",
				"the accepted value " + Problem.quoted(claimed) + " is not that of the row (" + subject + "), where `"
						+ field + "` is " + ((value != null) ? Problem.quoted(value) : "empty")
						+ "; make them equal, or give the claim another `standing`"));
	}

	private static void checkAgreement(Row claim, KeyIndex byField, List<Problem> problems) {
		Row first = byField.all(claim.text("subject_type"), claim.text("subject_id"), claim.text("field"))
			.stream()
			.filter((other) -> "ACCEPTED".equals(other.text("standing")))
			.findFirst()
			.orElse(claim);
		if (!Objects.equals(first.text("claimed_value"), claim.text("claimed_value"))) {
			problems.add(claim.problem("standing",
					"line " + first.line() + " accepts another value for the same field; accept one of them at most"));
		}
	}

	private static void checkNote(Row claim, List<Problem> problems) {
		String standing = String.valueOf(claim.text("standing"));
		boolean inferred = "INFERRED".equals(claim.text("basis"));
		boolean setAside = Set.of("DISPUTED", "SUPERSEDED", "RETRACTED").contains(standing);
		if (claim.text("note") == null && (inferred || setAside)) {
			problems.add(claim.problem("note", "a claim that is " + (inferred ? "INFERRED" : standing)
					+ " needs a `note`; say how it was inferred or why it was set aside"));
		}
	}

	private static void checkQuote(PackageIndex data, Row claim, List<Problem> problems) {
		Row quote = data.find("quotes", claim.text("quote_id"));
		if (quote != null && !Objects.equals(quote.text("source_id"), claim.text("source_id"))) {
			problems.add(claim.problem("quote_id", Problem.quoted(quote.get("id")) + " (" + quote
					+ ") is a quote from another source; name one from the claim's source, or correct `source_id`"));
		}
	}

	private static void checkRepeats(PackageIndex data, List<Problem> problems) {
		KeyIndex
			.withEmptyCells(data.table("claims"), "subject_type", "subject_id", "field", "claimed_value", "source_id",
					"quote_id", "locator")
			.forEachRepeat((first, claim) -> problems
				.add(claim.problem("claimed_value", "the same place is already given for the same value in line "
						+ first.line() + "; remove the row")));
	}

}
