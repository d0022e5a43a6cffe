package org.incumbent.graphql;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What all lists have in common, whatever they list.
 */
@RunningApi
class ListTests {

	private final Asking api;

	@Autowired
	ListTests(GraphQlTester tester) {
		this.api = new Asking(tester);
	}

	@ParameterizedTest
	@ValueSource(strings = { "people", "organisations", "roles", "appointments", "events", "quotes", "sources",
			"claims", "topics" })
	void pagesOfAnyListMakeTheWholeListBothWays(String list) {
		List<String> whole = this.api.list(list);
		assertThat(whole).hasSizeGreaterThan(2).doesNotHaveDuplicates();
		assertThat(walk(list, "first: 7", "after", "endCursor", "hasNextPage")).isEqualTo(whole);
		List<String> backward = new ArrayList<>();
		for (List<String> page : pages(list, "last: 7", "before", "startCursor", "hasPreviousPage")) {
			backward.addAll(0, page);
		}
		assertThat(backward).isEqualTo(whole);
		this.api.ask("{ " + list + "(first: 1) { totalCount } }")
			.path(list + ".totalCount")
			.entity(Integer.class)
			.isEqualTo(whole.size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "people", "organisations", "roles", "appointments", "events", "quotes", "sources",
			"claims", "topics" })
	void badPagesOfAnyListAreRefused(String list) {
		assertThat(this.api.refusal("{ " + list + "(first: 1, last: 1) { totalCount } }"))
			.startsWith("send 'first' or 'last', not both");
		assertThat(this.api.refusal("{ " + list + "(first: -1) { nodes { id } } }"))
			.startsWith("'first' takes 0 or more; this is -1");
		assertThat(this.api.refusal("{ " + list + "(last: 101) { nodes { id } } }"))
			.startsWith("The query has 101 records on one page; this server takes at most 100");
		assertThat(this.api.refusal("{ " + list + "(after: \"nonsense\") { nodes { id } } }"))
			.startsWith("'after' is not a cursor of this API");
		assertThat(this.api.refusal("{ " + list + "(last: 2, before: \"" + "x".repeat(3000) + "\") { nodes { id } } }"))
			.startsWith("'before' is not a cursor of this API");
	}

	@ParameterizedTest
	@CsvSource({ "people, roles", "organisations, people", "roles, topics", "appointments, events", "events, quotes",
			"quotes, sources", "sources, claims", "claims, appointments", "topics, organisations" })
	void aCursorOfAnotherListIsRefused(String list, String other) {
		String cursor = this.api.ask("{ " + other + "(first: 1) { pageInfo { endCursor } } }")
			.path(other + ".pageInfo.endCursor")
			.entity(String.class)
			.get();
		assertThat(this.api.refusal("{ " + list + "(after: \"" + cursor + "\") { nodes { id } } }"))
			.startsWith("the cursor in 'after' comes from another list or another order");
	}

	@ParameterizedTest
	@CsvSource({ "people, NAME", "organisations, FOUNDED", "appointments, END", "events, DATE", "quotes, SAID_ON" })
	void aCursorOfTheOppositeOrderIsRefused(String list, String field) {
		String cursor = this.api
			.ask("{ %s(first: 1, orderBy: { field: %s }) { pageInfo { endCursor } } }".formatted(list, field))
			.path(list + ".pageInfo.endCursor")
			.entity(String.class)
			.get();
		assertThat(this.api.refusal("{ %s(after: \"%s\", orderBy: { field: %s, direction: DESC }) { nodes { id } } }"
			.formatted(list, cursor, field))).startsWith("the cursor in 'after' comes from another list");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					<Person:ian-dalton> | Person | appointments | appointments(filter: { person: <Person:ian-dalton> })
					<Organisation:nhs-improvement> | Organisation | appointments | appointments(filter: { organisation: <Organisation:nhs-improvement> })
					<Role:bt-health-president> | Role | appointments | appointments(filter: { role: <Role:bt-health-president> })
					<Organisation:nhs-improvement> | Organisation | roles | roles(filter: { organisation: <Organisation:nhs-improvement> })
					<Organisation:bt> | Organisation | children | organisations(filter: { parent: <Organisation:bt> })
					<Person:ian-dalton> | Person | events | events(filter: { participant: <Person:ian-dalton> })
					<Organisation:bt-health> | Organisation | events | events(filter: { participant: <Organisation:bt-health> })
					<Topic:departures> | Topic | events | events(filter: { topic: <Topic:departures> })
					<Person:ian-dalton> | Person | quotes | quotes(filter: { speaker: <Person:ian-dalton> })
					<Person:ian-dalton> | Person | quotesAbout | quotes(filter: { about: <Person:ian-dalton> })
					<Organisation:bt> | Organisation | quotes | quotes(filter: { speaker: <Organisation:bt> })
					<Organisation:nhs-improvement> | Organisation | quotesAbout | quotes(filter: { about: <Organisation:nhs-improvement> })
					<Event:ian-dalton-quits-nhs-improvement-2019> | Event | reactions | quotes(filter: { reactsTo: <Event:ian-dalton-quits-nhs-improvement-2019> })
					<Source:hsj-trust-chief-executives-and-football-managers> | Source | quotes | quotes(filter: { source: <Source:hsj-trust-chief-executives-and-football-managers> })
					<Topic:departures> | Topic | quotes | quotes(filter: { topic: <Topic:departures> })
					<Source:hsj-trust-chief-executives-and-football-managers> | Source | claims | claims(filter: { source: <Source:hsj-trust-chief-executives-and-football-managers> })
					""")
	void theListOfARecordIsTheWholeListFilteredByIt(String id, String type, String field, String list) {
		List<String> expected = this.api.list(list);
		assertThat(expected).isNotEmpty();
		int half = expected.size() / 2;
		GraphQlTester.Response answer = this.api.ask("""
				{
				  node(id: %s) {
				    ... on %s {
				      first: %s(first: 100) { totalCount nodes { id } pageInfo { hasNextPage } }
				      last: %s(last: %d) { totalCount nodes { id } }
				      none: %s(first: 0) { totalCount nodes { id } pageInfo { hasNextPage startCursor } }
				    }
				  }
				}
				""".formatted(id, type, field, field, half, field));
		List<String> ids = answer.path("node.first.nodes[*].id").entityList(String.class).get();
		int shown = Math.min(100, expected.size());
		assertThat(ids.stream().map((each) -> GlobalId.parse(each).key())).isEqualTo(expected.subList(0, shown));
		answer.path("node.first.totalCount").entity(Integer.class).isEqualTo(expected.size());
		answer.path("node.first.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(expected.size() > shown);
		assertThat(answer.path("node.last.nodes[*].id")
			.entityList(String.class)
			.get()
			.stream()
			.map((each) -> GlobalId.parse(each).key()))
			.isEqualTo(expected.subList(expected.size() - half, expected.size()));
		answer.path("node.none.totalCount").entity(Integer.class).isEqualTo(expected.size());
		answer.path("node.none.nodes").entityList(Object.class).hasSize(0);
		answer.path("node.none.pageInfo.startCursor").valueIsNull();
		answer.path("node.none.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);
	}

	@Test
	void recordsOfOneListGetPagesOfTheirOwn() {
		GraphQlTester.Response answer = this.api
			.ask("""
					{
					  people(first: 100) {
					    nodes { slug appointments(first: 1) { totalCount nodes { person { slug } } pageInfo { hasNextPage } } }
					  }
					}
					""");
		List<String> slugs = answer.path("people.nodes[*].slug").entityList(String.class).get();
		for (int i = 0; i < slugs.size(); i++) {
			String list = "people.nodes[" + i + "].appointments";
			int total = this.api.list("appointments(filter: { person: <Person:" + slugs.get(i) + "> })").size();
			answer.path(list + ".totalCount").entity(Integer.class).isEqualTo(total);
			answer.path(list + ".pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(total > 1);
			answer.path(list + ".nodes[*].person.slug")
				.entityList(String.class)
				.isEqualTo((total > 0) ? List.of(slugs.get(i)) : List.of());
		}
	}

	@Test
	void theTotalIsThereByAnyNameAndInAFragment() {
		this.api.ask("""
				query { people { ...size } topics { count: totalCount } sources { __typename } }
				fragment size on PersonConnection { totalCount }
				""").path("people.totalCount").hasValue().path("topics.count").hasValue();
	}

	private List<String> walk(String list, String size, String cursorArgument, String cursorField, String moreField) {
		List<String> visited = new ArrayList<>();
		pages(list, size, cursorArgument, cursorField, moreField).forEach(visited::addAll);
		return visited;
	}

	private List<List<String>> pages(String list, String size, String cursorArgument, String cursorField,
			String moreField) {
		List<List<String>> pages = new ArrayList<>();
		String place = "";
		boolean more = true;
		while (more) {
			GraphQlTester.Response answer = this.api.ask("{ %s(%s %s) { nodes { id } pageInfo { %s %s } } }"
				.formatted(list, size, place, cursorField, moreField));
			pages.add(answer.path(list + ".nodes[*].id")
				.entityList(String.class)
				.get()
				.stream()
				.map((id) -> GlobalId.parse(id).key())
				.toList());
			more = answer.path(list + ".pageInfo." + moreField).entity(Boolean.class).get();
			if (more) {
				place = cursorArgument + ": \""
						+ answer.path(list + ".pageInfo." + cursorField).entity(String.class).get() + "\"";
			}
		}
		return pages;
	}

}
