package org.incumbent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

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
		new RowCopies(this.jdbc).add("~1");
		int appointments = count("appointments");
		int reactions = count("event_reactions");
		Map<String, Integer> before = countStatements();
		new RowCopies(this.jdbc).add("~2");
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

}
