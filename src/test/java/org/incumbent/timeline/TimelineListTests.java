package org.incumbent.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.incumbent.graphql.Asking;
import org.incumbent.graphql.RunningApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Timelines of the people and bodies in the three articles.
 */
@RunningApi
class TimelineListTests {

	private static final String DALTON = "person(by: { slug: \"ian-dalton\" })";

	private final Asking api;

	@Autowired
	TimelineListTests(GraphQlTester tester) {
		this.api = new Asking(tester);
	}

	@Test
	void whatIsNotExactStandsAtItsFirstPossibleDayAndWhatHasNoneAheadOfItsLast() {
		assertThat(entries(DALTON, "timeline(first: 100, kinds: [EVENT, APPOINTMENT_STARTED])")).containsSubsequence(
				"1991-01-01 APPOINTMENT_STARTED 1991 DATED", "1991-12-31 APPOINTMENT_STARTED [..1991] DATED",
				"2009-01-01 EVENT [2009..2010] DATED", "2012-12-01 EVENT [2012-12..2013-03] DATED",
				"2013-05-01 APPOINTMENT_STARTED 2013-05-01 ANNOUNCED",
				"2017-06-01 APPOINTMENT_STARTED [2017-06-01..2017-12-04] DATED", "2018-01-01 EVENT 2018 DATED",
				"2019-03-01 EVENT 2019-03-01 DATED");
	}

	@Test
	void aPostWithoutDatesStandsWhereSourcesPutItsStartAndItsEnd() {
		assertThat(entries(DALTON, "timeline(first: 100, bases: [BOUNDED])")).contains(
				"2010-12-31 APPOINTMENT_STARTED [..2010-12-31] BOUNDED",
				"2009-01-01 APPOINTMENT_ENDED [2009-01-01..2013-03-31] BOUNDED");
	}

	@Test
	void withinASpanEachEntrySaysHowSureItIs() {
		String of2013 = "timeline(first: 100, kinds: [APPOINTMENT_STARTED], between: { from: \"2013-01-01\", to: \"2013-12-31\" })";
		assertThat(this.api.texts("{ " + DALTON + " { " + of2013 + " { nodes { certainty } } } }",
				"person.timeline.nodes[*].certainty"))
			.containsExactly("POSSIBLE");
		String of2017 = of2013.replace("2013", "2017");
		assertThat(this.api.texts("{ " + DALTON + " { " + of2017 + " { nodes { certainty } } } }",
				"person.timeline.nodes[*].certainty"))
			.containsExactly("CERTAIN");
		assertThat(entries(DALTON, of2017.replace("kinds:", "certainty: POSSIBLE, kinds:"))).isEmpty();
		assertThat(entries(DALTON, of2017.replace("kinds:", "certainty: NO, kinds:"))).isEmpty();
	}

	@Test
	void anEntryLeadsToTheClaimsOnItsDate() {
		GraphQlTester.Response answer = this.api.ask("{ " + DALTON + """
				 {
				    timeline(kinds: [APPOINTMENT_STARTED], between: { from: "2017-01-01", to: "2017-12-31" }) {
				      nodes { field item { __typename } claims { field value } certainty }
				    }
				  }
				}
				""");
		answer.path("person.timeline.nodes[0].field").entity(String.class).isEqualTo("start_date");
		answer.path("person.timeline.nodes[0].item.__typename").entity(String.class).isEqualTo("Appointment");
		answer.path("person.timeline.nodes[0].claims[*].field").entityList(String.class).contains("start_date");
	}

	@Test
	void everyoneHasWhatTheyHeldTookPartInSaidAndWereSpokenOf() {
		for (String person : this.api.list("people")) {
			String record = "node(id: <Person:" + person + ">)";
			assertThat(items(record, "Person", "QUOTE", "Quote")).containsExactlyInAnyOrderElementsOf(this.api.list("""
					quotes(filter: { saidIn: {}, or: [{ speaker: <Person:%s> }, { about: <Person:%s> }] })
					""".strip().formatted(person, person)));
			assertThat(items(record, "Person", "EVENT", "Event")).containsExactlyInAnyOrderElementsOf(
					this.api.list("events(filter: { participant: <Person:%s> })".formatted(person)));
			assertThat(this.api.list("appointments(filter: { person: <Person:%s> })".formatted(person)))
				.containsAll(items(record, "Person", "APPOINTMENT_STARTED", "Appointment"));
		}
	}

	@Test
	void aBodyHasWhatThoseInItsRolesSaidToo() {
		String improvement = "node(id: <Organisation:nhs-improvement>)";
		assertThat(items(improvement, "Organisation", "QUOTE", "Quote")).contains("ian-dalton-letter-on-leaving",
				"chris-hopson-on-the-end-of-two-chief-executives");
		assertThat(items(improvement, "Organisation", "EVENT", "Event"))
			.contains("ian-dalton-quits-nhs-improvement-2019");
		assertThat(items(improvement, "Organisation", "APPOINTMENT_STARTED", "Appointment"))
			.contains("ian-dalton-nhs-improvement-chief-executive");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "person(by: { slug: \"ian-dalton\" })", "organisation(by: { slug: \"nhs-improvement\" })" })
	void pagesMakeTheWholeListBothWays(String record) {
		List<String> whole = walk(record, "first: 100", "after", "endCursor", "hasNextPage");
		assertThat(whole).hasSizeGreaterThan(10).doesNotHaveDuplicates();
		assertThat(walk(record, "first: 3", "after", "endCursor", "hasNextPage")).isEqualTo(whole);
		List<String> backward = walk(record, "last: 4", "before", "startCursor", "hasPreviousPage");
		assertThat(backward).containsExactlyInAnyOrderElementsOf(whole);
		List<String> falling = walk(record, "direction: DESC, first: 100", "after", "endCursor", "hasNextPage");
		Collections.reverse(falling);
		assertThat(falling).isEqualTo(whole);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					timeline(certainty: CERTAIN) | 'certainty' says how sure it is that something happened within 'between': send 'between' beside it
					timeline(between: { from: "2019-02-01", to: "2019-01-01" }) | a date range takes 'from' up to 'to'
					timeline(first: 1, last: 1) | send 'first' or 'last', not both
					timeline(after: "nonsense") | 'after' is not a cursor of this API
					moves(between: { from: "2019-02-01", to: "2019-01-01" }) | a date range takes 'from' up to 'to'
					moves(between: { from: "2019-02-01", to: "2019-03-01" }, first: 101) | The query has 101 records on one page
					moves(between: { from: "2019-02-01", to: "2019-03-01" }, filter: { certainty: CERTAIN }) | 'certainty' says how sure an appointment is on a day: send it to a list that takes 'asOf'
					moves(between: { from: "2019-02-01", to: "2019-03-01" }, filter: { person: <Role:x> }) | 'person' takes the id of a record of type Person
					""")
	void badArgumentsAreRefused(String field, String message) {
		assertThat(this.api.refusal("{ " + field + " { totalCount } }")).startsWith(message);
		assertThat(this.api.refusal("{ " + DALTON + " { " + field + " { totalCount } } }")).startsWith(message);
	}

	@Test
	void aCursorOfAnotherTimelineIsRefused() {
		String cursor = this.api.ask("{ timeline(first: 1) { pageInfo { endCursor } } }")
			.path("timeline.pageInfo.endCursor")
			.entity(String.class)
			.get();
		for (String field : List.of("timeline(direction: DESC, after: \"%s\")",
				"moves(between: { from: \"2019-02-01\", to: \"2019-03-01\" }, after: \"%s\")")) {
			assertThat(this.api.refusal("{ " + field.formatted(cursor) + " { totalCount } }"))
				.startsWith("the cursor in 'after' comes from another list or another order");
		}
	}

	private List<String> items(String record, String type, String kind, String item) {
		return this.api.keys("""
				{ %s { ... on %s { timeline(first: 100, kinds: [%s]) { nodes { item { ... on %s { id } } } } } } }
				""".formatted(record, type, kind, item), "node.timeline.nodes[*].item.id");
	}

	private List<String> entries(String record, String field) {
		String path = "person.timeline.nodes[*].";
		GraphQlTester.Response answer = this.api
			.ask("{ " + record + " { " + field + " { nodes { placedOn kind basis date { edtf } } } } }");
		List<String> placed = answer.path(path + "placedOn").entityList(String.class).get();
		List<String> kinds = answer.path(path + "kind").entityList(String.class).get();
		List<String> dates = answer.path(path + "date.edtf").entityList(String.class).get();
		List<String> bases = answer.path(path + "basis").entityList(String.class).get();
		List<String> entries = new ArrayList<>();
		for (int i = 0; i < kinds.size(); i++) {
			entries.add(String.join(" ", placed.get(i), kinds.get(i), dates.get(i), bases.get(i)));
		}
		return entries;
	}

	/**
	 * The cursors of all entries, page after page.
	 */
	private List<String> walk(String record, String arguments, String next, String cursor, String more) {
		List<String> all = new ArrayList<>();
		String place = "";
		String field = record.replaceFirst("\\W.*", "");
		String path = field.isEmpty() ? "timeline" : field + ".timeline";
		while (place != null) {
			String list = "timeline(" + arguments + place
					+ """
							) { edges { cursor node { kind field item { __typename
							  ... on Appointment { id } ... on Event { id } ... on Quote { id } ... on OrganisationChange { id } } } }
							  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
							""";
			GraphQlTester.Response page = this.api
				.ask(field.isEmpty() ? "{ " + list + " }" : "{ " + record + " { " + list + " } }");
			List<String> ids = page.path(path + ".edges[*].node.item.id").entityList(String.class).get();
			List<String> kinds = page.path(path + ".edges[*].node.kind").entityList(String.class).get();
			for (int i = 0; i < ids.size(); i++) {
				all.add(kinds.get(i) + " " + ids.get(i));
			}
			boolean goesOn = page.path(path + ".pageInfo." + more).entity(Boolean.class).get();
			place = goesOn
					? ", %s: \"%s\"".formatted(next, page.path(path + ".pageInfo." + cursor).entity(String.class).get())
					: null;
		}
		return all;
	}

}
