package org.incumbent.graphql;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

@RunningApi
class NodeTests {

	private final Asking api;

	@Autowired
	NodeTests(GraphQlTester tester) {
		this.api = new Asking(tester);
	}

	@ParameterizedTest
	@CsvSource({ "Person, people", "Organisation, organisations", "Role, roles", "Appointment, appointments",
			"Event, events", "Quote, quotes", "Source, sources", "Claim, claims", "Topic, topics" })
	void everyRecordOfAListIsANodeOfItsType(String type, String list) {
		List<String> ids = this.api.texts("{ " + list + "(first: 100) { nodes { id } } }", list + ".nodes[*].id");
		assertThat(ids).isNotEmpty().allMatch((id) -> GlobalId.parse(id).type().equals(type));
		String quoted = String.join(", ", ids.stream().map((id) -> '"' + id + '"').toList());
		GraphQlTester.Response answer = this.api.ask("{ nodes(ids: [" + quoted + "]) { __typename id } }");
		answer.path("nodes[*].id").entityList(String.class).isEqualTo(ids);
		answer.path("nodes[*].__typename").entityList(String.class).isEqualTo(Collections.nCopies(ids.size(), type));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<Person:nobody>", "<Nothing:ian-dalton>", "<Participation:x>", "<Query:x>" })
	void whatTheDatasetDoesNotHoldIsNull(String id) {
		this.api.ask("{ node(id: " + id + ") { id } }").path("node").valueIsNull();
	}

	@Test
	void anUnknownIdLeavesAGapAmongOthers() {
		this.api.ask("{ nodes(ids: [<Person:nobody>, <Person:ian-dalton>]) { __typename } }")
			.path("nodes[0]")
			.valueIsNull()
			.path("nodes[1].__typename")
			.entity(String.class)
			.isEqualTo("Person");
	}

	@Test
	void noIdsGiveNoNodes() {
		assertThat(this.api.texts("{ nodes(ids: []) { id } }", "nodes")).isEmpty();
	}

	@Test
	void aTextThatIsNoIdIsABadRequest() {
		assertThat(this.api.refusal("{ node(id: \"ian-dalton\") { id } }"))
			.startsWith("'ian-dalton' is not an id of this API: send an 'id'");
		assertThat(this.api.refusal("{ nodes(ids: [<Person:ian-dalton>, \"?\"]) { id } }"))
			.startsWith("'?' is not an id of this API");
	}

	@Test
	void moreThanAHundredIdsAreTooMany() {
		String id = '"' + GlobalId.of("Person", "ian-dalton") + '"';
		assertThat(this.api.refusal("{ nodes(ids: [" + String.join(" ", Collections.nCopies(101, id)) + "]) { id } }"))
			.isEqualTo("The query has 101 values in one list; this server takes at most 100: send several queries");
	}

}
