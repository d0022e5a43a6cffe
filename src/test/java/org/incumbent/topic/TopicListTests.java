package org.incumbent.topic;

import java.util.List;

import org.incumbent.graphql.Asking;
import org.incumbent.graphql.RunningApi;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

@RunningApi
class TopicListTests {

	private final Asking api;

	@Autowired
	TopicListTests(GraphQlTester tester) {
		this.api = new Asking(tester);
	}

	@Test
	void topicsAreOrderedByName() {
		assertThat(this.api.list("topics")).containsSubsequence("care-failings", "commissioning", "departures",
				"leadership-turnover", "regulation");
	}

	@Test
	void aQuoteAndAnEventNameTheirTopicsByName() {
		assertThat(this.api.keys("""
				{ node(id: <Quote:julie-wood-on-the-end-of-two-chief-executives>) { ... on Quote { topics { id } } } }
				""", "node.topics[*].id")).containsSubsequence("commissioning", "integrated-care", "closer-working",
				"regulation");
		assertThat(this.api.keys("""
				{ event(by: { slug: "ian-dalton-quits-nhs-improvement-2019" }) { topics { id } } }
				""", "event.topics[*].id")).containsSubsequence("departures", "leadership-turnover", "closer-working");
	}

	@Test
	void aTopicListsItsQuotesAndEventsWithFilterAndOrder() {
		this.api.ask("""
				{
				  node(id: <Topic:departures>) {
				    ... on Topic {
				      quotes(filter: { speaker: <Person:rob-webster> }) { totalCount nodes { source { slug } } }
				      events(orderBy: { field: DATE, direction: DESC }, filter: { in: { to: "2012-12-31" } }) {
				        nodes { slug }
				      }
				    }
				  }
				}
				""")
			.path("node.quotes.totalCount")
			.entity(Integer.class)
			.isEqualTo(1)
			.path("node.events.nodes[*].slug")
			.entityList(String.class)
			.isEqualTo(List.of("ian-dalton-to-leave-nhs-commissioning-board-for-bt", "huw-owen-leaves-bt-health-2012"));
	}

}
