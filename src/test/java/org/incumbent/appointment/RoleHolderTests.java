package org.incumbent.appointment;

import java.util.List;

import org.incumbent.graphql.Asking;
import org.incumbent.graphql.RunningApi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who held a post at a time, as clients ask for it: in the articles Ian Dalton took it up
 * between June and 4 December 2017 and is last shown in it on 1 March 2019.
 */
@RunningApi
class RoleHolderTests {

	private final Asking api;

	private final JdbcClient jdbc;

	@Autowired
	RoleHolderTests(GraphQlTester tester, JdbcClient jdbc) {
		this.api = new Asking(tester);
		this.jdbc = jdbc;
	}

	@Test
	void aMonthIsHeldThroughoutInPartOrPossibly() {
		assertThat(holders("2018-03")).containsExactly("ian-dalton THROUGHOUT CERTAIN");
		assertThat(holders("2018-06-01")).containsExactly("ian-dalton THROUGHOUT CERTAIN");
		assertThat(holders("2017-12")).containsExactly("ian-dalton PART POSSIBLE");
		assertThat(holders("[2017-12..2018-03]")).containsExactly("ian-dalton PART POSSIBLE");
		assertThat(holders("2017-06")).containsExactly("ian-dalton POSSIBLE POSSIBLE");
		assertThat(holders("2020")).containsExactly("ian-dalton POSSIBLE POSSIBLE");
		assertThat(holders("2017-05")).isEmpty();
		assertThat(holders("[..2018]")).containsExactly("ian-dalton PART POSSIBLE");
	}

	@Test
	void thePostsThatTheBodyMayHaveHadAreNamedEvenIfNobodyIsRecorded() {
		this.jdbc.sql("""
				update roles set exists_from_earliest = date '2019-03-01'
				where id = 'nhs-improvement-chief-operating-officer-and-chief-executive'
				""").update();
		assertThat(this.api.texts(ask("2017-05", "roles { slug }"), "roleHolder.roles[*].slug"))
			.containsExactly("nhs-improvement-chief-executive");
		assertThat(this.api.texts(ask("2019-03", "roles { slug }"), "roleHolder.roles[*].slug")).containsExactly(
				"nhs-improvement-chief-executive", "nhs-improvement-chief-operating-officer-and-chief-executive");
		this.jdbc.sql("update organisations set exists_from_earliest = date '2018-01-01' where id = 'nhs-improvement'")
			.update();
		assertThat(this.api.texts(ask("2017", "roles { slug }"), "roleHolder.roles")).isEmpty();
	}

	@Test
	void theBodyHasTheNamesOfTheTime() {
		name("old", "Old name", "2010", "2012-06-30");
		name("new", "New name", "2012-07-01", null);
		name("undated", "Undated name", null, null);
		assertThat(this.api.texts(ask("2012-06", "knownAs { name }"), "roleHolder.knownAs[*].name"))
			.containsExactly("Old name");
		assertThat(this.api.texts(ask("2012", "knownAs { name }"), "roleHolder.knownAs[*].name"))
			.containsExactly("Old name", "New name");
		assertThat(this.api.texts(ask("2018", "knownAs { name }"), "roleHolder.knownAs[*].name"))
			.containsExactly("New name");
		assertThat(this.api.texts(ask("[..2009]", "knownAs { name }"), "roleHolder.knownAs[*].name")).isEmpty();
	}

	@Test
	void theTimeIsToldBackAsItWasRead() {
		this.api.ask(ask("2018-03~", "on { display earliest latest }"))
			.path("roleHolder.on.display")
			.entity(String.class)
			.isEqualTo("about March 2018")
			.path("roleHolder.on.earliest")
			.entity(String.class)
			.isEqualTo("2018-02-01");
	}

	@Test
	void aTimeThatSaysNothingIsRefused() {
		assertThat(this.api.refusal(ask("2018/2019", "roles { slug }")))
			.isEqualTo("'on' takes one date, without a time of day and not an extent: send a day, a month, a year or a "
					+ "set, for example \"2018-03\" or \"[2018-01..2018-03]\"");
		assertThat(this.api.refusal(ask("[..2011,2013..]", "roles { slug }")))
			.isEqualTo("'on' takes a date that is known at least roughly: send a day, a month or a year, for example "
					+ "\"2018-03\"");
		assertThat(this.api.refusal(ask("March 2018", "roles { slug }"))).startsWith("Argument 'on' of 'roleHolder'");
	}

	@Test
	void aBodyThatIsNotThereIsNull() {
		this.api.ask("""
				{ roleHolder(kind: CHAIR, organisation: { slug: "nobody" }, on: "2018") { roles { slug } } }
				""").path("roleHolder").valueIsNull();
		this.api.ask("""
				{ roleHolder(kind: CHAIR, organisation: { odsCode: "XYZ" }, on: "2018") { roles { slug } } }
				""").path("roleHolder").valueIsNull();
	}

	private List<String> holders(String on) {
		String document = ask(on, "holders { extent certainty person { slug } }");
		List<String> people = this.api.texts(document, "roleHolder.holders[*].person.slug");
		List<String> extents = this.api.texts(document, "roleHolder.holders[*].extent");
		List<String> certainties = this.api.texts(document, "roleHolder.holders[*].certainty");
		return people.stream()
			.map((person) -> "%s %s %s".formatted(person, extents.get(people.indexOf(person)),
					certainties.get(people.indexOf(person))))
			.toList();
	}

	private static String ask(String on, String fields) {
		return """
				{ roleHolder(kind: CHIEF_EXECUTIVE, organisation: { slug: "nhs-improvement" }, on: "%s") { %s } }
				""".formatted(on, fields);
	}

	private void name(String id, String name, @Nullable String start, @Nullable String end) {
		this.jdbc
			.sql("""
					insert into names (id, subject_type, subject_id, name, kind, start_date, end_date, state, source_id, locator,
					  start_sort)
					select :id, 'Organisation', 'nhs-improvement', :name, 'FORMER', cast(:start as varchar),
					  cast(:end as varchar), 'UNKNOWN', min(s.id), 'page', coalesce(cast(:start as varchar), '~')
					from sources s
					""")
			.param("id", id)
			.param("name", name)
			.param("start", start)
			.param("end", end)
			.update();
	}

}
