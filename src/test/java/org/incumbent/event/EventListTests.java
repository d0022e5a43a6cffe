package org.incumbent.event;

import java.util.List;

import org.incumbent.graphql.Asking;
import org.incumbent.graphql.RunningApi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

@RunningApi
class EventListTests {

	private static final String QUITS = "ian-dalton-quits-nhs-improvement-2019";

	private final Asking api;

	@Autowired
	EventListTests(GraphQlTester tester) {
		this.api = new Asking(tester);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{ kinds: [INTERVIEW, INQUIRY] } | ian-dalton-interview-with-hsj-2018 first-francis-review | ian-dalton-quits-nhs-improvement-2019
					{ kinds: [] } | | ian-dalton-quits-nhs-improvement-2019
					{ in: { from: "2010-06-01", to: "2010-06-30" } } | bird-flu-panic-2009-2010 flu-telephone-and-online-services mid-staffordshire-scandal | huw-owen-leaves-bt-health-2012 ian-dalton-interview-with-hsj-2018
					{ in: { from: "2011-01-01", to: "2012-10-31" } } | mid-staffordshire-scandal | bird-flu-panic-2009-2010 huw-owen-leaves-bt-health-2012
					{ in: { from: "2012-11-30", to: "2012-11-30" } } | huw-owen-leaves-bt-health-2012 judith-halkerston-stands-in-at-bt-health | bt-statement-on-ian-dalton
					{ in: { from: "2018-04-01", to: "2018-12-31" } } | ian-dalton-interview-with-hsj-2018 | nhs-england-and-nhs-improvement-start-closer-working-2018
					{ participant: <Person:simon-stevens> } | nhs-england-and-nhs-improvement-drop-two-chief-executive-model | ian-dalton-quits-nhs-improvement-2019
					{ participant: <Organisation:bt-health> } | huw-owen-leaves-bt-health-2012 judith-halkerston-stands-in-at-bt-health | bt-statement-on-ian-dalton
					{ participant: <Organisation:simon-stevens> } | | nhs-england-and-nhs-improvement-drop-two-chief-executive-model
					{ topic: <Topic:care-failings> } | first-francis-review mid-staffordshire-scandal | bird-flu-panic-2009-2010
					{ text: "QUITS  nhs" } | ian-dalton-quits-nhs-improvement-2019 | huw-owen-leaves-bt-health-2012
					{ partOf: <Event:bird-flu-panic-2009-2010> } | flu-telephone-and-online-services | bird-flu-panic-2009-2010
					{ or: [{ kinds: [LAUNCH] }, { topic: <Topic:departures> }] } | flu-telephone-and-online-services ian-dalton-quits-nhs-improvement-2019 | bird-flu-panic-2009-2010
					""")
	void aFilterFindsTheEventsItDescribes(String filter, @Nullable String found, @Nullable String leftOut) {
		this.api.assertFilter("events", filter, found, leftOut);
	}

	@Test
	void aTextIsLookedForInTheDescriptionToo() {
		String description = this.api
			.texts("{ events(first: 100) { nodes { description } } }", "events.nodes[*].description")
			.stream()
			.filter((text) -> text != null && text.length() > 20)
			.findFirst()
			.orElseThrow();
		assertThat(this.api.texts(
				"{ events(filter: { text: \"\"\"" + description + "\"\"\" }) { nodes { description } } }",
				"events.nodes[*].description"))
			.containsExactly(description);
	}

	@Test
	void eventsAreOrderedByDate() {
		this.api.assertOrder("events", "DATE",
				"bird-flu-panic-2009-2010 flu-telephone-and-online-services huw-owen-leaves-bt-health-2012"
						+ " judith-halkerston-stands-in-at-bt-health bt-statement-on-ian-dalton"
						+ " ian-dalton-to-leave-nhs-commissioning-board-for-bt mid-staffordshire-scandal"
						+ " ian-dalton-interview-with-hsj-2018"
						+ " nhs-england-and-nhs-improvement-start-closer-working-2018 " + QUITS);
		assertThat(this.api.list("events")).isEqualTo(this.api.list("events(orderBy: { field: DATE })"));
	}

	@Test
	void whatLastedIsInEveryRangeUntilItsLastDay() {
		String inRange = "events(filter: { in: { from: \"%s\", to: \"%s\" } })";
		assertThat(this.api.list(inRange.formatted("2010-12-31", "2010-12-31"))).contains("bird-flu-panic-2009-2010");
		assertThat(this.api.list(inRange.formatted("2011-01-01", "2011-01-01")))
			.doesNotContain("bird-flu-panic-2009-2010");
		assertThat(this.api.list(inRange.formatted("2008-12-31", "2008-12-31")))
			.doesNotContain("bird-flu-panic-2009-2010");
	}

	@Test
	void onlyPeopleAndOrganisationsTakePart() {
		assertThat(this.api.refusal("{ events(filter: { participant: <Role:x> }) { totalCount } }"))
			.isEqualTo("'participant' takes the id of a Person or an Organisation;"
					+ " this is the id of a record of type Role");
	}

	@Test
	void badRangesAndIdsOfOtherTypesAreRefused() {
		assertThat(this.api
			.refusal("{ events(filter: { in: { from: \"2019-01-02\", to: \"2019-01-01\" } }) { totalCount } }"))
			.startsWith("a date range takes 'from' up to 'to'");
		assertThat(this.api.refusal("{ events(filter: { topic: <Event:x> }) { totalCount } }"))
			.startsWith("'topic' takes the id of a record of type Topic");
		assertThat(this.api.refusal("{ events(filter: { partOf: <Topic:x> }) { totalCount } }"))
			.startsWith("'partOf' takes the id of a record of type Event");
	}

	@Test
	void everyParticipationHasASource() {
		GraphQlTester.Response answer = this.api
			.ask("{ events(first: 100) { nodes { participants { part sources { slug } } } } }");
		List<?> participations = answer.path("events.nodes[*].participants[*]").entityList(Object.class).get();
		assertThat(participations).hasSizeGreaterThan(10);
		answer.path("events.nodes[*].participants[*].sources[0].slug")
			.entityList(String.class)
			.hasSize(participations.size());
	}

	@Test
	void whoTookPartIsAPersonOrAnOrganisationAsTheHolderOfARole() {
		this.api.ask("""
				{
				  event(by: { slug: "nhs-england-and-nhs-improvement-drop-two-chief-executive-model" }) {
				    participants {
				      part
				      participant { __typename ... on Named { slug } }
				      as { person { slug } }
				    }
				  }
				}
				""")
			.path("event.participants[?(@.part == 'BOARD')].participant.__typename")
			.entityList(String.class)
			.isEqualTo(List.of("Organisation", "Organisation"))
			.path("event.participants[?(@.part == 'DECIDER')].participant.slug")
			.entityList(String.class)
			.isEqualTo(List.of("ian-dalton", "simon-stevens"))
			.path("event.participants[?(@.part == 'DECIDER')].as[*].person.slug")
			.entityList(String.class)
			.isEqualTo(List.of("ian-dalton", "simon-stevens"));
	}

	@Test
	void anEventNamesWhatItIsPartOfAndRespondsTo() {
		this.api.ask("""
				{
				  part: event(by: { slug: "flu-telephone-and-online-services" }) { partOf { slug } }
				  whole: event(by: { slug: "bird-flu-panic-2009-2010" }) { partOf { slug } inResponseTo { slug } }
				  response: event(by: { slug: "ian-dalton-quits-nhs-improvement-2019" }) { inResponseTo { slug } }
				}
				""")
			.path("part.partOf.slug")
			.entity(String.class)
			.isEqualTo("bird-flu-panic-2009-2010")
			.path("whole.partOf")
			.valueIsNull()
			.path("whole.inResponseTo")
			.entityList(Object.class)
			.hasSize(0)
			.path("response.inResponseTo[*].slug")
			.entityList(String.class)
			.isEqualTo(List.of("nhs-england-and-nhs-improvement-drop-two-chief-executive-model"));
	}

}
