package org.incumbent.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * That what the package says about itself can be followed: nothing suspicious is
 * explained twice, and a fact that is wanted says of which record and column.
 */
final class RemarkRules implements Rule {

	@Override
	public void check(PackageIndex data, List<Problem> problems) {
		Map<List<String>, Row> explained = new HashMap<>();
		for (Row explanation : data.rows("explanations")) {
			checkRepeat(explanation, explained, problems);
		}
		for (Row wanted : data.rows("wanted_facts")) {
			checkSubject(wanted, problems);
			checkField(data, wanted, problems);
		}
	}

	private static void checkRepeat(Row explanation, Map<List<String>, Row> explained, List<Problem> problems) {
		if (explanation.text("rule") == null || explanation.text("subject_id") == null) {
			return;
		}
		Row first = explained.putIfAbsent(Suspicions.key(explanation), explanation);
		if (first != null) {
			problems.add(explanation.problem("subject_id",
					"the same fact is already explained in line " + first.line() + "; put both notes into one row"));
		}
	}

	private static void checkSubject(Row wanted, List<Problem> problems) {
		if ((wanted.text("subject_type") == null) != (wanted.text("subject_id") == null)) {
			problems.add(wanted.problem("subject_type",
					"a record is named by its type and its id; give both `subject_type` and `subject_id`, or neither"));
		}
	}

	private static void checkField(PackageIndex data, Row wanted, List<Problem> problems) {
		String field = wanted.text("field");
		if (field == null) {
			return;
		}
		String table = PackageIndex.tableOf(wanted.text("subject_type"));
		if (table == null) {
			problems.add(wanted.problem("field",
					"a field is one of a record; give `subject_type` and `subject_id`, or empty `field`"));
			return;
		}
		checkColumn(data.table(table).format(), wanted, field, problems);
	}

	private static void checkColumn(TableFormat table, Row wanted, @Nullable String field, List<Problem> problems) {
		if (!table.columnNames().contains(field)) {
			problems.add(wanted.problem("field",
					"`field` is " + Problem.quoted(String.valueOf(field)) + ", which is no column of " + table.file()
							+ "; use one of " + table.columnNames().stream().collect(Collectors.joining(", "))));
		}
	}

}
