package org.incumbent.release;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * That every key in a cell is the key of a row, also where another cell says of which
 * table.
 */
final class ReferenceRules implements Rule {

	private static final List<TypedKey> TYPED_KEYS = List.of(new TypedKey("names", "subject_type", "subject_id"),
			new TypedKey("identifiers", "subject_type", "subject_id"),
			new TypedKey("quote_targets", "target_type", "target_id"),
			new TypedKey("quote_subjects", "subject_type", "subject_id"),
			new TypedKey("topic_subjects", "subject_type", "subject_id"),
			new TypedKey("citations", "subject_type", "subject_id"),
			new TypedKey("claims", "subject_type", "subject_id"),
			new TypedKey("explanations", "subject_type", "subject_id"),
			new TypedKey("wanted_facts", "subject_type", "subject_id"));

	@Override
	public void check(PackageIndex data, List<Problem> problems) {
		for (CsvTable table : data.tables()) {
			for (ForeignKey foreignKey : table.format().foreignKeys()) {
				table.rows()
					.forEach((row) -> checkReference(data, row, foreignKey.column(), foreignKey.table(), problems));
			}
		}
		for (TypedKey key : TYPED_KEYS) {
			for (Row row : data.rows(key.table())) {
				checkReference(data, row, key.idColumn(), PackageIndex.tableOf(row.text(key.typeColumn())), problems);
			}
		}
	}

	private static void checkReference(PackageIndex data, Row row, String column, @Nullable String table,
			List<Problem> problems) {
		String id = row.text(column);
		if (id == null || table == null || !data.table(table).isComplete() || data.find(table, id) != null) {
			return;
		}
		problems.add(row.problem(column, "`" + column + "` is " + Problem.quoted(id) + ", which is the id of no row of "
				+ data.table(table).format().file() + "; correct it or add the row"));
	}

	/**
	 * A key with the type of what it is the key of in another column.
	 */
	private record TypedKey(String table, String typeColumn, String idColumn) {

	}

}
