package org.incumbent;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the release in service larger, in all its tables.
 */
final class RowCopies {

	private final JdbcClient jdbc;

	RowCopies(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Gives every record a copy that refers to what the record refers to, and one more
	 * for each of these, which refers to the copy of that one instead.
	 * @param mark what the keys of the copies end in
	 */
	void add(String mark) {
		this.jdbc.sql("""
				select c.table_name, upper(c.column_name) as column_name
				from information_schema.columns c
				join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema
				where c.table_schema = current_schema and t.table_type = 'BASE TABLE'
				and lower(c.table_name) not in ('redirects')
				order by c.table_name, c.ordinal_position
				""")
			.query((row, number) -> Map.entry(row.getString("table_name"), row.getString("column_name")))
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
			.forEach((table, columns) -> copyRows(table, columns, mark));
	}

	private void copyRows(String table, List<String> columns, String mark) {
		List<String> keys = columns.stream().filter((each) -> each.equals("ID") || each.endsWith("_ID")).toList();
		for (String changed : keys) {
			String values = columns.stream()
				.map((column) -> valueInCopy(column, changed, mark))
				.collect(Collectors.joining(", "));
			String original = columns.contains("ID") ? "ID" : changed;
			this.jdbc
				.sql("insert into %s select %s from %s where %s not like '%%~%%'".formatted(table, values, table,
						original))
				.update();
		}
	}

	private static String valueInCopy(String column, String changed, String mark) {
		return switch (column) {
			case "ID", "SLUG" -> "%s || '%s%s'".formatted(column, mark, changed.equals("ID") ? "" : changed);
			// Unique within a source, and a copy may stay with its source.
			case "POSITION" -> "position + 1000 * %d".formatted(Math.floorMod((mark + changed).hashCode(), 1000) + 1);
			default -> column.equals(changed) ? column + " || '" + mark + "'" : column;
		};
	}

}
