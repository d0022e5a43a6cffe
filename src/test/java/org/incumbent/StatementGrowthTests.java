package org.incumbent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The number of SQL statements that a query takes comes from its shape, never from the
 * number of rows: it stays when every list grows, and with it what the entries lead to.
 */
@Tag("store")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "spring.datasource.url=${incumbent.test.growth:jdbc:h2:mem:growth;DB_CLOSE_DELAY=-1}")
@Import(StatementCounter.class)
class StatementGrowthTests {

	private static final String FACTS = """
			{
			  dataset {
			    suspiciousFacts(first: 100) { totalCount nodes { rule subject { id } other { id } explanation } }
			    wantedFacts(first: 100) { totalCount nodes { name subject { id } } }
			  }
			}
			""";

	private final CountingClient api;

	private final JdbcClient jdbc;

	@Autowired
	StatementGrowthTests(@LocalServerPort int port, StatementCounter counter, JdbcClient jdbc) {
		this.api = new CountingClient(port, counter);
		this.jdbc = jdbc;
	}

	/**
	 * The first copies fill what is empty in a small dataset; only the second ones count.
	 */
	@Test
	void moreRowsTakeNoMoreStatements() throws IOException {
		copyEveryRecord("~1");
		int appointments = count("appointments");
		int reactions = count("event_reactions");
		Map<String, Integer> before = countStatements();
		copyEveryRecord("~2");
		assertThat(count("appointments")).isGreaterThan(3 * appointments / 2);
		assertThat(count("event_reactions")).isGreaterThan(3 * reactions / 2);
		Map<String, Integer> after = countStatements();
		assertThat(after).isNotEmpty()
			.allSatisfy((query, statements) -> assertThat(statements).isLessThanOrEqualTo(before.get(query)));
	}

	private Map<String, Integer> countStatements() throws IOException {
		Map<String, Integer> statements = new TreeMap<>();
		for (Path query : GoldenQueriesTests.queries()) {
			String document = Files.readString(query);
			statements.put(query + " as it is written", this.api.statements(document));
			statements.put(query + " with pages of 100", this.api.statements(document, 100));
		}
		statements.put("suspicious and wanted facts", this.api.statements(FACTS));
		return statements;
	}

	private int count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Integer.class).single();
	}

	/**
	 * Gives every record a copy that refers to what the record refers to, and one more
	 * for each of these, which refers to the copy of that one instead.
	 * @param mark what the keys of the copies end in
	 */
	private void copyEveryRecord(String mark) {
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
