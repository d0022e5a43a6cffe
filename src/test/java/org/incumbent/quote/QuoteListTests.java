package org.incumbent.quote;

import java.util.List;

import org.incumbent.graphql.Asking;
import org.incumbent.graphql.RunningApi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@RunningApi
class QuoteListTests {

	private static final String WEBSTER = "rob-webster-on-ian-dalton-leaving";

	private static final String HARDING = "dido-harding-on-decapitating-leaders";

	private final Asking api;

	private final JdbcClient jdbc;

	@Autowired
	QuoteListTests(GraphQlTester tester, JdbcClient jdbc) {
		this.api = new Asking(tester);
		this.jdbc = jdbc;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{ speaker: <Person:dido-harding> } | dido-harding-on-decapitating-leaders | rob-webster-on-ian-dalton-leaving
					{ speaker: <Organisation:bt> } | bt-on-the-start-of-ian-dalton | luis-alvarez-on-ian-dalton-joining-bt
					{ speaker: <Person:bt> } | | bt-on-the-start-of-ian-dalton
					{ about: <Person:simon-stevens> } | niall-dickson-on-the-end-of-two-chief-executives | rob-webster-on-ian-dalton-leaving
					{ about: <Organisation:nhsx> } | helen-buckingham-on-the-end-of-two-chief-executives | rob-webster-on-ian-dalton-leaving
					{ about: <Role:nhs-trust-chief-executive> } | dido-harding-on-decapitating-leaders ian-dalton-interview-on-turnover | rob-webster-on-ian-dalton-leaving
					{ about: <Event:ian-dalton-quits-nhs-improvement-2019> } | rob-webster-on-ian-dalton-leaving | dido-harding-on-decapitating-leaders
					{ about: <OrganisationChange:none> } | | rob-webster-on-ian-dalton-leaving
					{ source: <Source:hsj-trust-chief-executives-and-football-managers> } | dido-harding-on-decapitating-leaders ian-dalton-interview-on-turnover | rob-webster-on-ian-dalton-leaving
					{ topic: <Topic:commissioning> } | julie-wood-on-the-end-of-two-chief-executives | rob-webster-on-ian-dalton-leaving
					{ reactsTo: <Event:ian-dalton-to-leave-nhs-commissioning-board-for-bt> } | david-nicholson-on-ian-dalton-missed luis-alvarez-on-ian-dalton-joining-bt | rob-webster-on-ian-dalton-leaving
					{ reactsTo: <Quote:rob-webster-on-ian-dalton-leaving> } | | julie-wood-on-the-end-of-two-chief-executives
					{ forms: [FRAGMENT] } | dido-harding-on-decapitating-leaders | rob-webster-on-ian-dalton-leaving
					{ forms: [DIRECT, REPORTED] } | rob-webster-on-ian-dalton-leaving ian-dalton-letter-on-leaving | dido-harding-on-decapitating-leaders
					{ channels: [LETTER] } | ian-dalton-letter-on-leaving | ian-dalton-interview-on-turnover
					{ saidIn: { from: "2019-03-02" } } | rob-webster-on-ian-dalton-leaving | ian-dalton-letter-on-leaving
					{ saidIn: { from: "2018-06-01", to: "2018-06-01" } } | ian-dalton-interview-on-turnover dido-harding-on-decapitating-leaders | rob-webster-on-ian-dalton-leaving
					{ saidIn: { to: "2012-11-30" } } | dido-harding-on-decapitating-leaders | luis-alvarez-on-ian-dalton-joining-bt
					{ text: "DECAPITATE" } | dido-harding-on-decapitating-leaders | rob-webster-on-ian-dalton-leaving
					{ text: "I'd like to wish Ian" } | rob-webster-on-ian-dalton-leaving | niall-dickson-on-the-end-of-two-chief-executives
					{ speakerRoleKinds: [PARTNERSHIP_LEAD] } | rob-webster-on-ian-dalton-leaving | julie-wood-on-the-end-of-two-chief-executives
					{ speakerRoleKinds: [CHIEF_OPERATING_OFFICER] } | ian-dalton-on-his-bt-role-exciting | ian-dalton-letter-on-leaving
					{ speakerRoleKinds: [CHIEF_EXECUTIVE], not: { speaker: <Person:ian-dalton> } } | rob-webster-on-ian-dalton-leaving | ian-dalton-letter-on-leaving
					""")
	void aFilterFindsTheQuotesItDescribes(String filter, @Nullable String found, @Nullable String leftOut) {
		this.api.assertFilter("quotes", filter, found, leftOut);
	}

	@Test
	void aReactionToAQuoteIsFoundByThatQuote() {
		this.jdbc.sql("insert into quote_targets values (?, 'Quote', ?)").params(HARDING, WEBSTER).update();
		assertThat(this.api.list("quotes(filter: { reactsTo: <Quote:" + WEBSTER + "> })")).containsExactly(HARDING);
	}

	@Test
	void theKindsOfTheSpeakersRoleAreThoseOfTheAppointmentsItNames() {
		this.jdbc.sql("delete from quote_roles where quote_id = ?").param(WEBSTER).update();
		this.jdbc.sql("insert into quote_roles values (?, 'dido-harding-nhs-improvement-chair')")
			.param(WEBSTER)
			.update();
		assertThat(this.api.list("quotes(filter: { speakerRoleKinds: [CHAIR] })")).contains(WEBSTER);
		assertThat(this.api.list("quotes(filter: { speakerRoleKinds: [PARTNERSHIP_LEAD] })")).isEmpty();
	}

	@Test
	void quotesAreOrderedByTheDayOnWhichTheyWereSaid() {
		this.api.assertOrder("quotes", "SAID_ON",
				HARDING + " nhs-commissioning-board-on-ian-dalton-leaving bt-on-the-start-of-ian-dalton"
						+ " ian-dalton-interview-on-turnover ian-dalton-letter-on-leaving " + WEBSTER);
	}

	@Test
	void quotesWithoutADayComeLast() {
		this.jdbc.sql("update quotes set said_on = null, said_sort = '~/' || position_sort where id = ?")
			.param(HARDING)
			.update();
		assertThat(this.api.list("quotes(orderBy: { field: SAID_ON })")).endsWith(HARDING);
		assertThat(this.api.list("quotes(orderBy: { field: SAID_ON, direction: DESC })")).startsWith(HARDING);
		assertThat(this.api.list("quotes(filter: { saidIn: {} })")).doesNotContain(HARDING).contains(WEBSTER);
	}

	@Test
	void quotesAreListedSourceBySourceInTheOrderOfTheSource() {
		this.api.assertOrder("quotes", "POSITION",
				"nhs-commissioning-board-on-ian-dalton-leaving bt-on-the-start-of-ian-dalton"
						+ " luis-alvarez-on-ian-dalton-joining-bt ian-dalton-interview-on-turnover " + HARDING
						+ " ian-dalton-letter-on-leaving niall-dickson-on-the-end-of-two-chief-executives " + WEBSTER);
		assertThat(this.api.list("quotes")).isEqualTo(this.api.list("quotes(orderBy: { field: POSITION })"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					speaker: <Role:x>       | 'speaker' takes the id of a record of type Organisation or Person; this is the id of a record of type Role
					about: <Quote:x>        | 'about' takes the id of a record of type Event or Organisation or OrganisationChange or Person or Role; this is the id of a record of type Quote
					reactsTo: <Person:x>    | 'reactsTo' takes the id of a record of type Event or Quote; this is the id of a record of type Person
					source: <Quote:x>       | 'source' takes the id of a record of type Source; this is the id of a record of type Quote
					topic: <Quote:x>        | 'topic' takes the id of a record of type Topic; this is the id of a record of type Quote
					""",
			quoteCharacter = '`')
	void idsOfOtherTypesAreRefusedWithThoseThatAreTaken(String condition, String message) {
		assertThat(this.api.refusal("{ quotes(filter: { " + condition + " }) { totalCount } }")).isEqualTo(message);
	}

	@Test
	void aRangeThatRunsBackwardsIsRefused() {
		assertThat(this.api
			.refusal("{ quotes(filter: { saidIn: { from: \"2019-01-02\", to: \"2019-01-01\" } }) { totalCount } }"))
			.startsWith("a date range takes 'from' up to 'to'");
	}

	@Test
	void aSpeakerIsAPersonAnOrganisationOrSomebodyUnnamed() {
		assertThat(speakerOf(WEBSTER)).isEqualTo("Person");
		assertThat(speakerOf("bt-on-the-start-of-ian-dalton")).isEqualTo("Organisation");
		this.jdbc.sql("update quotes set speaker_person_id = null, speaker_description = 'A spokesperson' where id = ?")
			.param(WEBSTER)
			.update();
		assertThat(speakerOf(WEBSTER)).isEqualTo("UnnamedSpeaker");
	}

	@Test
	void aQuoteNamesWhatItsSpeakerSpeaksAsIsAboutAndReactsTo() {
		this.api.ask("""
				{
				  quotes(filter: { speaker: <Person:rob-webster> }) {
				    nodes {
				      speakingAs { role { kinds } }
				      about { __typename ... on Named { slug } }
				      reactsTo { ... on Event { slug } }
				      source { slug }
				      setting { slug }
				    }
				  }
				}
				""")
			.path("quotes.nodes[0].speakingAs[*].role.kinds[*]")
			.entityList(String.class)
			.isEqualTo(List.of("CHIEF_EXECUTIVE", "PARTNERSHIP_LEAD"))
			.path("quotes.nodes[0].about[*].slug")
			.entityList(String.class)
			.contains("ian-dalton", "nhs-england")
			.path("quotes.nodes[0].reactsTo[*].slug")
			.entityList(String.class)
			.isEqualTo(List.of("ian-dalton-quits-nhs-improvement-2019"))
			.path("quotes.nodes[0].setting")
			.valueIsNull();
	}

	@Test
	void aQuoteAskedForByItselfNamesWhatItIsAboutAndReactsTo() {
		this.api
			.ask("{ node(id: <Quote:" + WEBSTER
					+ ">) { ... on Quote { about { __typename } reactsTo { __typename } } } }")
			.path("node.about[*].__typename")
			.entityList(String.class)
			.contains("Person", "Organisation")
			.path("node.reactsTo[*].__typename")
			.entityList(String.class)
			.containsExactly("Event");
	}

	@Test
	void reactionsToAnEventComeInTheOrderOfTheirSource() {
		assertThat(this.api.keys("""
				{ event(by: { slug: "ian-dalton-quits-nhs-improvement-2019" }) { reactions { nodes { id } } } }
				""", "event.reactions.nodes[*].id")).containsSubsequence(
				"niall-dickson-on-the-end-of-two-chief-executives", "chris-hopson-on-the-end-of-two-chief-executives",
				"julie-wood-on-the-end-of-two-chief-executives", "helen-buckingham-on-the-end-of-two-chief-executives",
				WEBSTER);
	}

	@Test
	void theQuotesOfAnEventAreThoseSaidInIt() {
		assertThat(this.api.keys("""
				{ event(by: { slug: "ian-dalton-letter-to-nhs-improvement-staff-2019" }) { quotes { nodes { id } } } }
				""", "event.quotes.nodes[*].id")).contains("ian-dalton-letter-on-leaving").doesNotContain(WEBSTER);
	}

	@Test
	void theQuotesOfAnAppointmentAreThoseSaidAsItsHolder() {
		assertThat(this.api.keys("""
				{
				  node(id: <Appointment:ian-dalton-nhs-commissioning-board-chief-operating-officer>) {
				    ... on Appointment { quotes { nodes { id } } }
				  }
				}
				""", "node.quotes.nodes[*].id")).containsExactly("ian-dalton-on-his-bt-role-exciting",
				"ian-dalton-on-his-bt-role-health-systems");
	}

	private String speakerOf(String quote) {
		return this.api.ask("{ node(id: <Quote:" + quote + ">) { ... on Quote { speaker { __typename } } } }")
			.path("node.speaker.__typename")
			.entity(String.class)
			.get();
	}

}
