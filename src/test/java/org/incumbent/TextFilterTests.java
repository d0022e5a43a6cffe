package org.incumbent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.incumbent.graphql.GlobalId;
import org.incumbent.paging.Folding;
import org.incumbent.release.GeneratedPackage;
import org.incumbent.release.ImportProgress;
import org.incumbent.release.ReleaseRebuilder;
import org.incumbent.store.Store;
import org.incumbent.store.StoreOpening;
import org.incumbent.store.StoreSettings;
import org.incumbent.store.TestDatabases;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A filter for a text finds in a dataset that is too large to be read through what it
 * finds in a small one, and asks as few statements for a rare text as for a common one.
 */
@Tag("store")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({ StatementCounter.class, PlanCollector.class })
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TextFilterTests {

	private static final int QUOTES = 3_000;

	private static final StoreSettings SETTINGS = TestDatabases.fresh();

	@TempDir
	private static Path data;

	private final CountingClient api;

	private final PlanCollector collector;

	private final JdbcClient jdbc;

	private final StoreOpening opening;

	@Autowired
	TextFilterTests(@LocalServerPort int port, StatementCounter counter, PlanCollector collector, JdbcClient jdbc,
			StoreOpening opening) {
		this.api = new CountingClient(port, counter);
		this.collector = collector;
		this.jdbc = jdbc;
		this.opening = opening;
	}

	@DynamicPropertySource
	static void use(DynamicPropertyRegistry properties) {
		new GeneratedPackage(60, 20, 200, QUOTES, 1_000).writeTo(data);
		properties.add("incumbent.data", data::toString);
		properties.add("spring.datasource.url", SETTINGS::url);
	}

	@ParameterizedTest
	@ValueSource(strings = { "the", "assurance", "hosp", "ANCE", "e of t", "winter budget", "of, the", "long. A",
			"no such words", "q", "\u2019", "a" })
	void aWalkInEitherDirectionVisitsWhatContainsTheText(String text) {
		for (String list : List.of("quotes", "events")) {
			String sort = list.equals("quotes") ? "position_sort" : "event_sort";
			List<String> expected = containing(list, text, "t." + sort + ", t.id");
			assertThat(walk(list, "first: 90, after", "text: \"%s\"".formatted(text), "")).isEqualTo(expected);
			String field = list.equals("quotes") ? "POSITION" : "DATE";
			List<String> reversed = new ArrayList<>(expected);
			Collections.reverse(reversed);
			assertThat(walk(list, "last: 90, before", "text: \"%s\"".formatted(text), "")).isEqualTo(reversed);
			assertThat(walk(list, "first: 100, after", "text: \"%s\"".formatted(text),
					"orderBy: { field: %s, direction: DESC }".formatted(field)))
				.isEqualTo(reversed);
		}
		assertThat(walk("quotes", "first: 100, after", "text: \"%s\"".formatted(text),
				"orderBy: { field: SAID_ON, direction: ASC }"))
			.isEqualTo(containing("quotes", text, "t.said_sort, t.id"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "forms: [FRAGMENT]", "or: [{ text: \"budget\" }, { text: \"winter\" }]",
			"not: { text: \"winter\" }", "saidIn: { from: \"2010-01-01\" }" })
	void furtherConditionsHoldToo(String condition) {
		List<String> with = walk("quotes", "first: 100, after", condition, "");
		assertThat(with).isNotEmpty().hasSizeLessThan(QUOTES);
		for (String text : List.of("assurance", "winter", "the")) {
			List<String> expected = new ArrayList<>(containing("quotes", text, "t.position_sort, t.id"));
			expected.retainAll(with);
			assertThat(walk("quotes", "first: 100, after", "text: \"%s\", %s".formatted(text, condition), ""))
				.isEqualTo(expected);
		}
	}

	@Test
	void aRareTextTakesAsFewStatementsAsACommonOne() {
		Map<String, Integer> statements = new TreeMap<>();
		for (String text : List.of("the", "assurance", "no such words", "hosp")) {
			String first = "{ quotes(first: 20, filter: { text: \"%s\" }) { nodes { id } pageInfo { endCursor } } }"
				.formatted(text);
			int found = this.api.statements(first);
			JsonNode cursor = this.api.ask(first).at("/data/quotes/pageInfo/endCursor");
			int next = this.api.statements(
					first.replace("first: 20", "first: 20, after: \"%s\"".formatted(cursor.asString(anyCursor()))));
			int counted = this.api.statements(first.replace("nodes { id }", "totalCount"));
			statements.put(text, Math.max(found + 1, Math.max(next, counted)));
		}
		assertThat(statements).allSatisfy((text, most) -> assertThat(most).as(text).isBetween(1, 3));
	}

	private String anyCursor() {
		return this.api.ask("{ quotes(first: 1) { pageInfo { endCursor } } }")
			.at("/data/quotes/pageInfo/endCursor")
			.asString();
	}

	@Test
	void noStatementReadsAWholeTable() {
		this.jdbc.sql("analyze").update();
		this.collector.start();
		for (String text : List.of("assurance", "winter budget", "ance")) {
			for (String order : List.of("", ", orderBy: { field: SAID_ON, direction: DESC }")) {
				for (String condition : List.of("", ", forms: [DIRECT]")) {
					String first = "{ quotes(first: 5, filter: { text: \"%s\"%s }%s) { totalCount nodes { id } pageInfo { endCursor } } }"
						.formatted(text, condition, order);
					String cursor = this.api.ask(first).at("/data/quotes/pageInfo/endCursor").asString();
					this.api.ask(first.replace("first: 5", "first: 100, after: \"%s\"".formatted(cursor)));
				}
			}
		}
		Map<String, String> plans = this.collector.plans();
		assertThat(plans.keySet()).anyMatch((sql) -> sql.contains("join text_words"))
			.anyMatch((sql) -> sql.contains("t.place = u.place"))
			.anyMatch((sql) -> sql.startsWith("select t.place"));
		assertThat(plans).allSatisfy((sql, plan) -> assertThat(WholeReads.in(plan)).as(sql).isEmpty());
	}

	/**
	 * Comes last, since the others are about what is there before.
	 */
	@Test
	@Order(Integer.MAX_VALUE)
	void aWithdrawnQuoteIsInNoIndex() {
		String all = "{ quotes(filter: { text: \"assurance\" }) { totalCount nodes { id } } }";
		JsonNode before = this.api.ask(all).at("/data/quotes");
		String withdrawn = GlobalId.parse(before.at("/nodes/0/id").asString()).key();
		try (Store store = Store.open(SETTINGS)) {
			new ReleaseRebuilder(store, ImportProgress.NONE).withdraw("Quote", withdrawn, "Not theirs");
		}
		this.opening.releases().refresh();
		JsonNode after = this.api.ask(all).at("/data/quotes");
		assertThat(after.at("/totalCount").asInt()).isEqualTo(before.at("/totalCount").asInt() - 1).isPositive();
		assertThat(after.at("/nodes/0/id")).isEqualTo(before.at("/nodes/1/id"));
		assertThat(walk("quotes", "first: 100, after", "text: \"assurance\"", "")).doesNotContain(withdrawn)
			.hasSize(after.at("/totalCount").asInt());
	}

	/**
	 * The keys of the records that a list has to have, by reading all.
	 */
	private List<String> containing(String table, String text, String order) {
		String folded = Folding.fold(text);
		List<String> keys = new ArrayList<>();
		this.jdbc.sql("select t.id, t.text_folded from %s t order by %s".formatted(table, order)).query((row) -> {
			if (row.getString("text_folded").contains(folded)) {
				keys.add(row.getString("id"));
			}
		});
		return keys;
	}

	/**
	 * The keys in the order in which a walk comes to them, after having compared their
	 * number with the total.
	 */
	private List<String> walk(String list, String page, String filter, String order) {
		List<String> keys = new ArrayList<>();
		boolean backward = page.startsWith("last");
		String cursor = null;
		boolean more = true;
		int total = 0;
		while (more) {
			String size = (cursor != null) ? "%s: \"%s\"".formatted(page, cursor) : page.replaceFirst(", \\w+$", "");
			JsonNode answer = this.api.ask(
					"{ %s(%s, filter: { %s } %s) { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"
						.formatted(list, size, filter, order))
				.at("/data/" + list);
			List<String> visited = new ArrayList<>();
			answer.at("/nodes").forEach((node) -> visited.add(GlobalId.parse(node.at("/id").asString()).key()));
			if (backward) {
				Collections.reverse(visited);
			}
			keys.addAll(visited);
			total = answer.at("/totalCount").asInt();
			more = answer.at(backward ? "/pageInfo/hasPreviousPage" : "/pageInfo/hasNextPage").asBoolean();
			cursor = answer.at(backward ? "/pageInfo/startCursor" : "/pageInfo/endCursor").asString("");
			assertThat(keys).hasSizeLessThanOrEqualTo(QUOTES);
		}
		assertThat(keys).hasSize(total);
		return keys;
	}

}
