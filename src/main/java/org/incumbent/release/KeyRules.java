package org.incumbent.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * That no two rows of a table have the same key, nor the same value where a column must
 * tell them apart.
 */
final class KeyRules implements Rule {

	@Override
	public void check(PackageIndex data, List<Problem> problems) {
		for (CsvTable table : data.tables()) {
			TableFormat format = table.format();
			checkUnique(table, format.key(), problems);
			for (ColumnFormat column : format.columns()) {
				List<String> columns = List.of(column.name());
				if (column.unique() && !columns.equals(format.key())) {
					checkUnique(table, columns, problems);
				}
			}
		}
	}

	private static void checkUnique(CsvTable table, List<String> columns, List<Problem> problems) {
		Map<List<String>, Row> seen = new HashMap<>();
		for (Row row : table.rows()) {
			List<String> key = key(row, columns);
			Row first = (key != null) ? seen.putIfAbsent(key, row) : null;
			if (first != null && key != null) {
				problems.add(row.problem(columns.get(0),
						"`" + String.join(", ", columns) + "` " + Problem.quoted(String.join(", ", key))
								+ " is already in line " + first.line() + "; remove the row or change the value"));
			}
		}
	}

	private static @Nullable List<String> key(Row row, List<String> columns) {
		List<String> key = new ArrayList<>();
		for (String column : columns) {
			String value = row.text(column);
			if (value == null) {
				return null;
			}
			key.add(value);
		}
		return key;
	}

}
