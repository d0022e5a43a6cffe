package org.incumbent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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
 * number of rows: it is the same when every list is twice as long.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "spring.datasource.url=jdbc:h2:mem:growth;DB_CLOSE_DELAY=-1")
@Import(StatementCounter.class)
class StatementGrowthTests {

	private final CountingClient api;

	private final JdbcClient jdbc;

	@Autowired
	StatementGrowthTests(@LocalServerPort int port, StatementCounter counter, JdbcClient jdbc) {
		this.api = new CountingClient(port, counter);
		this.jdbc = jdbc;
	}

	@Test
	void twiceTheRowsTakeNoMoreStatements() throws IOException {
		Map<String, Integer> before = countStatements();
		int rows = countRows();
		doubleEveryTable();
		assertThat(countRows()).isGreaterThanOrEqualTo(2 * rows);
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
		return statements;
	}

	private int countRows() {
		return this.jdbc.sql("select count(*) from citations").query(Integer.class).single()
				+ this.jdbc.sql("select count(*) from event_reactions").query(Integer.class).single();
	}

	/**
	 * Gives every record a copy under another key, which belongs to all that the record
	 * belongs to.
	 */
	private void doubleEveryTable() {
		this.jdbc.sql("set referential_integrity false").update();
		Map<String, List<String>> tables = this.jdbc.sql("""
				select table_name, column_name
				from information_schema.columns
				where table_schema = 'PUBLIC'
				and lower(table_name) not in ('flyway_schema_history', 'redirects', 'releases')
				and table_name in (
				  select table_name from information_schema.tables where table_type = 'BASE TABLE'
				)
				order by table_name, ordinal_position
				""")
			.query((row, number) -> Map.entry(row.getString("table_name"), row.getString("column_name")))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		tables.forEach(this::doubleTable);
	}

	private void doubleTable(String table, List<String> columns) {
		if (columns.contains("ID")) {
			insert(table, columns, StatementGrowthTests::keyOfCopy);
			return;
		}
		for (String key : columns.stream().filter((column) -> column.endsWith("_ID")).toList()) {
			insert(table, columns, (column) -> column.equals(key) ? column + " || '~2'" : column);
		}
	}

	private void insert(String table, List<String> columns, UnaryOperator<String> value) {
		String values = columns.stream().map(value).collect(Collectors.joining(", "));
		this.jdbc.sql("insert into %s select %s from %s".formatted(table, values, table)).update();
	}

	private static String keyOfCopy(String column) {
		return switch (column) {
			case "ID", "SLUG" -> column + " || '~2'";
			case "POSITION" -> "position + 10000";
			default -> column;
		};
	}

}
