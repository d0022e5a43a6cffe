package org.incumbent.graphql;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Old keys, ids and slugs lead to the record that answers for them now.
 */
@RunningApi
class RedirectTests {

	private final LookupRepository lookup;

	private final JdbcClient jdbc;

	private final Asking api;

	@Autowired
	RedirectTests(LookupRepository lookup, JdbcClient jdbc, GraphQlTester tester) {
		this.lookup = lookup;
		this.jdbc = jdbc;
		this.api = new Asking(tester);
	}

	@BeforeEach
	void moveIanDalton() {
		redirect("Person", "ID", "i-dalton", "ian-dalton");
		redirect("Person", "SLUG", "dalton", "ian-dalton");
		redirect("Organisation", "ID", "nhsi", "nhs-improvement");
		redirect("Event", "ID", "dalton-quits", "ian-dalton-quits-nhs-improvement-2019");
		redirect("Topic", "ID", "farewells", "departures");
	}

	@Test
	void everyKeyIsAnsweredUnderTheNameItWasAskedBy() {
		Map<String, String> names = find("people", "Person", Set.of("ian-dalton", "i-dalton", "huw-owen", "nobody"));
		assertThat(names).containsOnly(Map.entry("ian-dalton", "Ian Dalton"), Map.entry("i-dalton", "Ian Dalton"),
				Map.entry("huw-owen", "Huw Owen"));
	}

	@Test
	void noKeysGiveNoRecords() {
		assertThat(find("people", "Person", Set.of())).isEmpty();
	}

	@Test
	void aKeyOfOneTypeIsNotRedirectedInAnother() {
		assertThat(find("organisations", "Organisation", Set.of("i-dalton", "ian-dalton"))).isEmpty();
	}

	@Test
	void anOldSlugIsNoKeyAndAnOldKeyNoSlug() {
		assertThat(find("people", "Person", Set.of("dalton"))).isEmpty();
		assertThat(findBySlug("i-dalton")).isEmpty();
	}

	@Test
	void aSlugIsFoundByItsPresentAndItsFormerText() {
		assertThat(findBySlug("ian-dalton")).contains("Ian Dalton");
		assertThat(findBySlug("dalton")).contains("Ian Dalton");
		assertThat(findBySlug("Ian-Dalton")).isEmpty();
		assertThat(findBySlug("")).isEmpty();
	}

	@Test
	void aSlugMayDifferFromTheKey() {
		this.jdbc.sql("update people set slug = 'sir-ian' where id = 'ian-dalton'").update();
		assertThat(findBySlug("sir-ian")).contains("Ian Dalton");
		assertThat(findBySlug("ian-dalton")).isEmpty();
	}

	@Test
	void aNodeWithAnOldIdIsTheRecordWithItsPresentId() {
		this.api.ask("{ node(id: <Person:i-dalton>) { id ... on Person { name } } }")
			.path("node.id")
			.entity(String.class)
			.isEqualTo(GlobalId.of("Person", "ian-dalton"))
			.path("node.name")
			.entity(String.class)
			.isEqualTo("Ian Dalton");
	}

	@Test
	void oldAndPresentIdsMayBeAskedTogether() {
		assertThat(this.api.keys("""
				{ nodes(ids: [<Person:i-dalton>, <Organisation:nhsi>, <Person:ian-dalton>]) { id } }
				""", "nodes[*].id")).containsExactly("ian-dalton", "nhs-improvement", "ian-dalton");
	}

	@Test
	void whatHangsOnARecordIsThereUnderTheOldIdToo() {
		assertThat(this.api.keys("""
				{ person(by: { id: <Person:i-dalton> }) { appointments(last: 1) { nodes { person { id } } } } }
				""", "person.appointments.nodes[*].person.id")).containsExactly("ian-dalton");
	}

	@Test
	void aLookUpTakesTheOldSlug() {
		this.api.ask("{ person(by: { slug: \"dalton\" }) { slug } }")
			.path("person.slug")
			.entity(String.class)
			.isEqualTo("ian-dalton");
	}

	@ParameterizedTest
	@ValueSource(strings = { "appointments(filter: { person: <Person:%s> })",
			"quotes(filter: { speaker: <Person:%s> })", "quotes(filter: { about: <Person:%s> })",
			"events(filter: { participant: <Person:%s> })", "claims(filter: { subject: <Person:%s> })" })
	void aFilterTakesTheOldIdOfAPerson(String list) {
		assertSameAnswer(list, "i-dalton", "ian-dalton");
	}

	@ParameterizedTest
	@ValueSource(strings = { "people(filter: { organisation: <Organisation:%s> })",
			"roles(filter: { organisation: <Organisation:%s> })",
			"appointments(filter: { organisation: <Organisation:%s> })",
			"quotes(filter: { about: <Organisation:%s> })" })
	void aFilterTakesTheOldIdOfAnOrganisation(String list) {
		assertSameAnswer(list, "nhsi", "nhs-improvement");
	}

	@Test
	void aFilterTakesTheOldIdsOfEventsAndTopics() {
		assertSameAnswer("quotes(filter: { reactsTo: <Event:%s> })", "dalton-quits",
				"ian-dalton-quits-nhs-improvement-2019");
		assertSameAnswer("events(filter: { topic: <Topic:%s> })", "farewells", "departures");
		assertSameAnswer("quotes(filter: { topic: <Topic:%s> })", "farewells", "departures");
	}

	private void assertSameAnswer(String list, String old, String present) {
		assertThat(this.api.list(list.formatted(old))).isNotEmpty().isEqualTo(this.api.list(list.formatted(present)));
	}

	private Map<String, String> find(String table, String type, Set<String> keys) {
		return this.lookup.findByIds(table, type, (row) -> row.getString("name"), keys);
	}

	private Optional<String> findBySlug(String slug) {
		return this.lookup.findBySlug("people", "Person", (row) -> row.getString("name"), slug);
	}

	private void redirect(String type, String kind, String old, String target) {
		this.jdbc.sql("insert into redirects values (?, ?, ?, ?, 'test')").params(type, kind, old, target).update();
	}

}
