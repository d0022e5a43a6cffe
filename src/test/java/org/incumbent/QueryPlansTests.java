package org.incumbent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.incumbent.SchemaQueries.PagedList;
import org.incumbent.graphql.GlobalId;
import org.incumbent.graphql.LookupRepository;
import org.incumbent.graphql.NodeRepository;
import org.incumbent.graphql.ReadingAhead;
import org.incumbent.store.TestDatabases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * No statement reads the whole of a table or an index that grows with the data, whatever
 * the schema lets a client ask. And the number of statements that a query takes comes
 * from its shape, never from the number of rows: it stays when every list grows, and with
 * it what the entries lead to.
 */
@Tag("store")
@TestInstance(Lifecycle.PER_CLASS)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=${incumbent.test.plans:jdbc:h2:mem:plans;DB_CLOSE_DELAY=-1}",
				"incumbent.limits.answer=100MB" })
@Import({ PlanCollector.class, StatementCounter.class })
class QueryPlansTests {

	/** How the statements begin that may read a table whole, each with the reason. */
	private static final Map<String, String> ALLOWED = Map.of("select count(*)",
			"a total counts what a filter lets through, and no index tells for every filter",
			"select 'Appointment' as type, count(*)", "the dataset tells how many records of each type it has");

	private static final String FACTS = """
			{
			  dataset {
			    suspiciousFacts(first: 100) { totalCount nodes { rule subject { id } other { id } explanation } }
			    wantedFacts(first: 100) { totalCount nodes { name subject { id } } }
			  }
			}
			""";

	private final CountingClient api;

	private final PlanCollector collector;

	private final JdbcClient jdbc;

	private final LookupRepository lookup;

	private final List<NodeRepository<?>> repositories;

	private final GraphQlSource source;

	private Map<String, Integer> before = Map.of();

	private Map<String, Integer> after = Map.of();

	@Autowired
	QueryPlansTests(@LocalServerPort int port, StatementCounter counter, PlanCollector collector, JdbcClient jdbc,
			LookupRepository lookup, List<NodeRepository<?>> repositories, GraphQlSource source) {
		this.api = new CountingClient(port, counter);
		this.collector = collector;
		this.jdbc = jdbc;
		this.lookup = lookup;
		this.repositories = repositories;
		this.source = source;
	}

	/**
	 * Asks everything, while all that is in the tables grows twice: the first copies fill
	 * what is empty in a small dataset, so that only the second ones count. What the
	 * schema allows is asked with fewer copies, since some of it takes long.
	 */
	@BeforeAll
	void askWhileTheRowsGrow() throws IOException {
		RowCopies copies = new RowCopies(this.jdbc);
		copies.add("~1");
		this.jdbc.sql("analyze").update();
		int appointments = count("appointments");
		int reactions = count("event_reactions");
		this.before = countStatements();
		this.collector.start();
		// H2 plans in a file as it does in memory
		if (!TestDatabases.isH2File()) {
			SchemaQueries schema = schema();
			askWithArguments(schema);
			askForPages(schema);
		}
		ReadingAhead.read(this.lookup, this.repositories);
		for (String name : SavedAnswersTests.queries()) {
			ask(Files.readString(SavedAnswersTests.QUERIES.resolve(name + ".graphql")));
		}
		copies.add("~2");
		this.jdbc.sql("analyze").update();
		assertThat(count("appointments")).isGreaterThan(3 * appointments / 2);
		assertThat(count("event_reactions")).isGreaterThan(3 * reactions / 2);
		this.after = countStatements();
		this.collector.stop();
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

	@Test
	void moreRowsTakeNoMoreStatements() {
		assertThat(this.after).isNotEmpty()
			.allSatisfy((query, statements) -> assertThat(statements).isLessThanOrEqualTo(this.before.get(query)));
	}

	@Test
	void noStatementReadsAWholeTable() {
		Map<String, String> plans = this.collector.plans();
		assertThat(plans).hasSizeGreaterThan(TestDatabases.isH2File() ? 100 : 1000);
		Map<String, String> reads = new TreeMap<>();
		plans.forEach((statement, plan) -> {
			if (ALLOWED.keySet().stream().noneMatch(statement::startsWith)) {
				WholeReads.in(plan).forEach((name) -> reads.put(name + ": " + statement, plan));
			}
		});
		System.err.printf("%d statements explained, %d whole tables or indexes read%n", plans.size(), reads.size());
		assertThat(reads).as("statements that read a whole table or index").isEmpty();
	}

	/**
	 * Of lists that an index has in order for each of what they belong to. H2 does not
	 * tell how many rows it has read.
	 */
	@Test
	void pagesOfSeveralRecordsReadNoMoreThanThePages() {
		assumeTrue(TestDatabases.isPostgresql(), "PostgreSQL alone tells how many rows it has read");
		List<String> speakers = this.jdbc.sql("""
				select speaker_person_id from quotes
				where speaker_person_id is not null
				group by speaker_person_id
				having count(*) > 1
				order by count(*) desc, speaker_person_id
				""").query(String.class).list();
		String ids = speakers.stream().map((key) -> GlobalId.of("Person", key)).collect(joining("\", \"", "\"", "\""));
		for (String page : List.of("first: 1", "last: 1")) {
			this.collector.startCounting();
			JsonNode people = ask("{ nodes(ids: [%s]) { ... on Person { quotes(%s) { totalCount nodes { id } } } } }"
				.formatted(ids, page)).at("/data/nodes");
			List<String> counts = this.collector.counts();
			// the one after the page tells whether there is another
			assertThat(people.findValues("totalCount")).hasSizeGreaterThan(1)
				.anySatisfy((total) -> assertThat(total.asInt()).isGreaterThan(10));
			assertThat(
					counts.stream().filter((plan) -> plan.contains("\"Limit\"")).mapToInt(QueryPlansTests::quotesRead))
				.as(page)
				.containsOnly(2 * people.size());
		}
	}

	private static int quotesRead(String plan) {
		return JsonMapper.shared()
			.readTree(plan)
			.findParents("Relation Name")
			.stream()
			.filter((scan) -> scan.get("Relation Name").asString().equals("quotes"))
			.mapToInt((scan) -> scan.get("Actual Loops").asInt()
					* (scan.get("Actual Rows").asInt() + scan.path("Rows Removed by Filter").asInt()))
			.sum();
	}

	private SchemaQueries schema() {
		String release = ask("{ dataset { version } }").at("/data/dataset/version").asString();
		QueryValues values = new QueryValues(this.repositories, this.jdbc, release);
		// PostgreSQL takes the same statement for one record as for several
		return new SchemaQueries(this.source.schema(), values, !TestDatabases.isPostgresql());
	}

	/**
	 * Only of what has records are the fields looked up.
	 */
	private void askWithArguments(SchemaQueries schema) {
		Set<String> met = new TreeSet<>();
		for (String query : schema.withArguments()) {
			ask(query).findValues("__typename").forEach((type) -> met.add(type.asString()));
		}
		assertThat(met).as("types of which records are asked for").containsAll(schema.types());
	}

	private void askForPages(SchemaQueries schema) {
		for (PagedList list : schema.lists()) {
			JsonNode start = ask(list.start());
			List<String> cursors = IntStream.range(0, list.orders().size())
				.mapToObj((i) -> cursor(start, "a" + i))
				.toList();
			list.further(cursors).forEach(this::ask);
		}
	}

	/**
	 * The first cursor that a field gives, of whichever record.
	 */
	private static String cursor(JsonNode answer, String field) {
		return answer.findValues(field)
			.stream()
			.map((list) -> list.at("/pageInfo/endCursor"))
			.filter(JsonNode::isString)
			.map(JsonNode::asString)
			.findFirst()
			.orElseThrow(() -> new AssertionError("none of the lists has a record: " + answer));
	}

	private JsonNode ask(String query) {
		JsonNode answer = this.api.ask(query);
		assertThat(answer.get("errors")).as(query).isNull();
		return answer;
	}

	@Test
	void aWholeTableIsSeen() {
		assertThat(WholeReads.in("FROM \"R\".\"PEOPLE\" \"T\"\n    /* R.PEOPLE.tableScan */\n"))
			.containsExactly("people");
		assertThat(WholeReads.in("FROM \"R\".\"PEOPLE\" \"T\"\n    /* R.PEOPLE.tableScan: FALSE */\n")).isEmpty();
		assertThat(WholeReads.in(postgresql("{ 'Node Type': 'Seq Scan', 'Relation Name': 'people' }")))
			.containsExactly("people");
	}

	@Test
	void aSearchByTypeAloneIsSeen() {
		String plan = """
				FROM "RELEASE_1"."EVENT_PARTICIPANTS" "L"
				    /* RELEASE_1.PRIMARY_KEY_F: PARTICIPANT_TYPE = 'Organisation'%s */
				""";
		assertThat(WholeReads.in(plan.formatted(""))).containsExactly("primary_key_f");
		assertThat(WholeReads.in(plan.formatted("\n        AND PARTICIPANT_ID = ?1"))).isEmpty();
	}

	@Test
	void aWholeIndexIsSeenInH2() {
		String plan = """
				FROM "RELEASE_1"."PEOPLE" "T"
				    /* RELEASE_1.PEOPLE_BY_NAME%s */
				WHERE "T"."DISPUTED"
				ORDER BY 1
				""";
		String page = "FETCH FIRST 21 ROWS ONLY\n";
		String inOrder = "/* index sorted */\n";
		assertThat(WholeReads.in(plan.formatted(""))).containsExactly("people_by_name");
		assertThat(WholeReads.in(plan.formatted("") + page)).containsExactly("people_by_name");
		assertThat(WholeReads.in(plan.formatted("") + inOrder)).containsExactly("people_by_name");
		assertThat(WholeReads.in(plan.formatted("") + page + inOrder)).isEmpty();
		assertThat(WholeReads.in(plan.formatted(": NAME_SORT >= ?1"))).isEmpty();
		String joined = "FROM A\n    /* R.B: ID = ?1 */\nINNER JOIN B\n    /* R.PEOPLE_BY_NAME */\n    ON 1=1\n";
		assertThat(WholeReads.in(joined + page + inOrder)).containsExactly("people_by_name");
	}

	/**
	 * The end of a list is no end of a search within its conditions.
	 */
	@Test
	void aWholeIndexIsSeenInASearchInH2() {
		String plan = """
				FROM "RELEASE_1"."PEOPLE" "T"
				    /* RELEASE_1.PEOPLE_BY_NAME */
				WHERE EXISTS(    SELECT
				        1
				    FROM "RELEASE_1"."APPOINTMENTS" "A"
				        /* RELEASE_1.APPOINTMENTS_BY_PERSON */
				    WHERE "A"."DISPUTED")
				ORDER BY 1
				FETCH FIRST 21 ROWS ONLY
				/* index sorted */
				""";
		assertThat(WholeReads.in(plan)).containsExactly("appointments_by_person");
	}

	@Test
	void aWholeIndexIsSeenInPostgresql() {
		for (String kind : List.of("Index Scan", "Index Only Scan", "Bitmap Index Scan")) {
			String scan = "'Node Type': '%s', 'Index Name': 'people_by_name', 'Parent Relationship': 'Outer'"
				.formatted(kind);
			String whole = "{ " + scan + " }";
			assertThat(WholeReads.in(postgresql(whole))).containsExactly("people_by_name");
			assertThat(WholeReads.in(postgresql("{ %s, 'Index Cond': '(id = $1)' }".formatted(scan)))).isEmpty();
			assertThat(WholeReads.in(postgresql(over("Limit", whole)))).isEmpty();
			assertThat(WholeReads.in(postgresql(over("Limit", over("Sort", whole))))).containsExactly("people_by_name");
			assertThat(WholeReads.in(postgresql(over("Limit", over("Nested Loop", whole))))).isEmpty();
		}
	}

	/**
	 * What is read again for every row of another table must be looked up.
	 */
	@Test
	void aWholeIndexIsSeenInALoopInPostgresql() {
		String scan = "{ 'Node Type': 'Index Scan', 'Index Name': 'people_by_name', 'Parent Relationship': 'Outer' }";
		String page = "{ 'Node Type': 'Limit', 'Parent Relationship': 'Inner', 'Plans': [%s] }".formatted(scan);
		assertThat(WholeReads.in(postgresql(page))).isEmpty();
		assertThat(WholeReads.in(postgresql(over("Nested Loop", page)))).containsExactly("people_by_name");
	}

	private static String over(String kind, String part) {
		return "{ 'Node Type': '%s', 'Parent Relationship': 'Outer', 'Plans': [%s] }".formatted(kind, part);
	}

	private static String postgresql(String plan) {
		return "[{ 'Plan': %s }]".formatted(plan).replace('\'', '"');
	}

}
