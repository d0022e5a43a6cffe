package org.incumbent.release;

import java.util.List;

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
		String names = String.join(", ", columns);
		KeyIndex rows = columns.equals(List.of("id")) ? table.ids()
				: KeyIndex.of(table, columns.toArray(String[]::new));
		rows.forEachRepeat((first,
				row) -> problems.add(row.problem(columns.get(0),
						"`" + names + "` " + Problem.quoted(String.join(", ", columns.stream().map(row::get).toList()))
								+ " is already in line " + first.line() + "; remove the row or change the value")));
	}

}
