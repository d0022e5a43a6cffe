package org.incumbent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
 * No statement of the example queries reads the whole of a table that grows with the
 * data.
 */
@Tag("store")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "spring.datasource.url=${incumbent.test.plans:jdbc:h2:mem:plans;DB_CLOSE_DELAY=-1}")
@Import({ PlanCollector.class, StatementCounter.class })
class QueryPlansTests {

	/** How H2 and PostgreSQL call it. */
	private static final Pattern WHOLE_TABLE = Pattern
		.compile("/\\* (?:\\w+\\.)?(\\w+)\\.tableScan|Seq Scan on (\\w+)");

	/**
	 * A search that the type of a record alone narrows down, which leaves much of a
	 * table. H2 takes that for few rows; PostgreSQL knows how many they are.
	 */
	private static final Pattern WHOLE_TYPE = Pattern.compile("/\\* \\w+\\.(\\w+): \\w+_TYPE = '\\w+'\\s*\\*/");

	/** How the statements begin that may read a table whole, each with the reason. */
	private static final Map<String, String> ALLOWED = Map.of("select count(*)",
			"a total counts what a filter lets through, and no index tells for every filter",
			"select 'Appointment' as type, count(*)", "the dataset tells how many records of each type it has");

	private final CountingClient api;

	private final PlanCollector collector;

	private final JdbcClient jdbc;

	@Autowired
	QueryPlansTests(@LocalServerPort int port, StatementCounter counter, PlanCollector collector, JdbcClient jdbc) {
		this.api = new CountingClient(port, counter);
		this.collector = collector;
		this.jdbc = jdbc;
	}

	@Test
	void noStatementReadsAWholeTable() throws IOException {
		RowCopies copies = new RowCopies(this.jdbc);
		copies.add("~1");
		copies.add("~2");
		this.jdbc.sql("analyze").update();
		this.collector.start();
		for (Path query : GoldenQueriesTests.queries()) {
			assertThat(this.api.ask(Files.readString(query)).get("errors")).as(query.toString()).isNull();
		}
		Map<String, String> plans = this.collector.plans();
		assertThat(plans).hasSizeGreaterThan(100);
		Map<String, String> scans = new TreeMap<>();
		plans.forEach((statement, plan) -> {
			if (ALLOWED.keySet().stream().noneMatch(statement::startsWith)) {
				scanned(plan).forEach((table) -> scans.put(table + ": " + statement, plan));
			}
		});
		System.err.printf("%d statements explained, %d read a whole table%n", plans.size(), scans.size());
		assertThat(scans).as("statements that read a whole table").isEmpty();
	}

	@Test
	void aSearchByTypeAloneIsSeen() {
		String plan = """
				FROM "RELEASE_1"."EVENT_PARTICIPANTS" "L"
				    /* RELEASE_1.PRIMARY_KEY_F: PARTICIPANT_TYPE = 'Organisation'%s */
				""";
		assertThat(scanned(plan.formatted(""))).containsExactly("primary_key_f");
		assertThat(scanned(plan.formatted("\n        AND PARTICIPANT_ID = ?1"))).isEmpty();
	}

	/**
	 * The tables that a plan reads whole, or the indexes of which it reads all records of
	 * a type.
	 */
	static Set<String> scanned(String plan) {
		Set<String> tables = new TreeSet<>();
		Matcher scan = WHOLE_TABLE.matcher(plan);
		while (scan.find()) {
			tables.add(((scan.group(1) != null) ? scan.group(1) : scan.group(2)).toLowerCase(Locale.ROOT));
		}
		WHOLE_TYPE.matcher(plan).results().forEach((search) -> tables.add(search.group(1).toLowerCase(Locale.ROOT)));
		return tables;
	}

}
