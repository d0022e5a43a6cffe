package org.incumbent.graphql;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A single record by exactly one of what it can be found by.
 */
@RunningApi
class LookUpTests {

	private final Asking api;

	@Autowired
	LookUpTests(GraphQlTester tester) {
		this.api = new Asking(tester);
	}

	@ParameterizedTest
	@CsvSource({ "person, Person, ian-dalton", "organisation, Organisation, nhs-england",
			"role, Role, nhs-england-chair", "event, Event, ian-dalton-quits-nhs-improvement-2019",
			"source, Source, hsj-trust-chief-executives-and-football-managers" })
	void aRecordIsFoundByItsIdAndByItsSlug(String field, String type, String key) {
		String id = GlobalId.of(type, key);
		this.api.ask("{ %s(by: { id: \"%s\" }) { id } }".formatted(field, id))
			.path(field + ".id")
			.entity(String.class)
			.isEqualTo(id);
		this.api.ask("{ %s(by: { slug: \"%s\" }) { id } }".formatted(field, key))
			.path(field + ".id")
			.entity(String.class)
			.isEqualTo(id);
	}

	@ParameterizedTest
	@CsvSource({ "person, Person", "organisation, Organisation", "role, Role", "event, Event", "source, Source" })
	void whatIsNotThereIsNullAndNoError(String field, String type) {
		String query = "{ %s(by: { %s }) { id } }";
		this.api.ask(query.formatted(field, "slug: \"nothing-has-this\"")).path(field).valueIsNull();
		this.api.ask(query.formatted(field, "slug: \"\"")).path(field).valueIsNull();
		this.api.ask(query.formatted(field, "id: <" + type + ":nothing-has-this>")).path(field).valueIsNull();
	}

	@ParameterizedTest
	@CsvSource({ "person, Person, Role", "organisation, Organisation, Person", "role, Role, Event",
			"event, Event, Source", "source, Source, Quote" })
	void anIdOfAnotherTypeIsABadRequest(String field, String type, String other) {
		assertThat(this.api.refusal("{ %s(by: { id: <%s:x> }) { id } }".formatted(field, other)))
			.isEqualTo("'by.id' takes the id of a record of type %s; this is the id of a record of type %s"
				.formatted(type, other));
	}

	@ParameterizedTest
	@ValueSource(strings = { "person", "organisation", "role", "event", "source" })
	void exactlyOneWayMustBeGiven(String field) {
		for (String by : new String[] { "id: \"x\", slug: \"y\"", "", "slug: null" }) {
			assertThat(this.api.refusal("{ %s(by: { %s }) { id } }".formatted(field, by))).isNotBlank();
		}
		assertThat(this.api.refusal("{ " + field + " { id } }")).contains("by");
		assertThat(this.api.refusal("{ " + field + "(by: { id: \"x\" }) { id } }"))
			.startsWith("'x' is not an id of this API");
	}

	@Test
	void aSourceIsFoundByItsAddress() {
		this.api.ask("{ source(by: { url: \"https://www.digitalhealth.net/?p=36482\" }) { slug } }")
			.path("source.slug")
			.entity(String.class)
			.isEqualTo("digital-health-ian-dalton-leaves-for-bt");
		this.api.ask("{ source(by: { url: \"https://www.digitalhealth.net/\" }) { slug } }")
			.path("source")
			.valueIsNull();
	}

}
