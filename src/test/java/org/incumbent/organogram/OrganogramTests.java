package org.incumbent.organogram;

import java.util.List;

import org.incumbent.graphql.Asking;
import org.incumbent.graphql.RunningApi;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Organograms of the bodies in the three articles, as clients ask for them.
 */
@RunningApi
class OrganogramTests {

	private static final String NHS_IMPROVEMENT = """
			{ organisation(by: { slug: "nhs-improvement" }) { organogram(asOf: "%s") { asOf seats { %s } } } }
			""";

	private static final String SEATS = "organisation.organogram.seats[*].";

	private final Asking api;

	private final JdbcClient jdbc;

	@Autowired
	OrganogramTests(GraphQlTester tester, JdbcClient jdbc) {
		this.api = new Asking(tester);
		this.jdbc = jdbc;
	}

	@Test
	void certainRolesComeFirstAndThenTheBoard() {
		assertThat(seats("2018-06-01", "role { slug }", "role.slug")).containsExactly("nhs-improvement-chief-executive",
				"nhs-improvement-chief-operating-officer-and-chief-executive", "nhs-improvement-chair",
				"nhs-improvement-chief-people-officer", "nhs-improvement-regional-director");
		assertThat(seats("2018-06-01", "state", "state")).containsExactly("HELD", "NOT_RECORDED", "POSSIBLY_HELD",
				"NOT_RECORDED", "NOT_RECORDED");
		assertThat(seats("2018-06-01", "existence", "existence")).containsExactly("CERTAIN", "POSSIBLE", "POSSIBLE",
				"POSSIBLE", "POSSIBLE");
	}

	@Test
	void aRoleMayReportToOneAtAnotherBody() {
		assertThat(seats("2019-06-01", "reportsTo { slug }", "reportsTo.slug"))
			.containsExactly("nhs-england-chief-executive");
		assertThat(seats("2019-06-01", "lineCertainty", "lineCertainty")).containsOnlyOnce("POSSIBLE");
	}

	@Test
	void aRoleThatReportsToOneOfTheBodyStandsBelowIt() {
		this.jdbc
			.sql("""
					insert into reporting_lines (id, role_id, reports_to_id, state, source_id, locator, holds_from_latest,
					  holds_until_earliest, start_sort)
					select 'line', 'nhs-improvement-regional-director', 'nhs-improvement-chief-executive', 'UNKNOWN', min(s.id),
					  'page', date '2018-01-01', date '2018-12-31', '2018'
					from sources s
					""")
			.update();
		assertThat(seats("2018-06-01", "role { slug }", "role.slug")).startsWith("nhs-improvement-chief-executive",
				"nhs-improvement-regional-director");
		assertThat(this.api.ask(NHS_IMPROVEMENT.formatted("2018-06-01", "depth"))
			.path(SEATS + "depth")
			.entityList(Integer.class)
			.get()).containsExactly(0, 1, 0, 0, 0);
	}

	@Test
	void aSeatIsVacantOnlyOnTheDayForWhichASourceShowsIt() {
		vacancy("exact", "2018-05-05");
		vacancy("vague", "2018-07");
		assertThat(stateOfChair("2018-05-05")).isEqualTo("VACANT");
		assertThat(stateOfChair("2018-05-06")).isEqualTo("POSSIBLY_HELD");
		assertThat(stateOfChair("2018-07-10")).isEqualTo("POSSIBLY_HELD");
		assertThat(seats("2018-05-05", "vacancies { shows on { edtf } source { slug } }", "vacancies[*].on.edtf"))
			.containsExactly("2018-05-05");
		assertThat(seats("2018-05-05", "existence", "existence")).filteredOn("CERTAIN"::equals).hasSize(2);
	}

	@Test
	void aJointRoleIsInTheOrganogramOfEachOfItsBodies() {
		this.jdbc.sql("insert into organisation_roles values ('nhs-england', 'nhs-improvement-chief-executive')")
			.update();
		String nhsEngland = """
				{
				  organisation(by: { slug: "nhs-england" }) {
				    organogram(asOf: "2018-06-01") { seats { role { slug } existence state } }
				  }
				}
				""";
		assertThat(this.api.texts(nhsEngland, SEATS + "role.slug")).contains("nhs-improvement-chief-executive");
		assertThat(this.api.ask(nhsEngland)
			.path("organisation.organogram.seats[?(@.role.slug == 'nhs-improvement-chief-executive')].existence")
			.entityList(String.class)
			.get()).as("of which nothing shows that the body was there").containsExactly("POSSIBLE");
		this.jdbc.sql("update organisations set exists_until_latest = date '2018-05-31' where id = 'nhs-england'")
			.update();
		assertThat(this.api.texts(nhsEngland, SEATS + "role.slug")).isEmpty();
	}

	@Test
	void careerFactsWithoutAPostAreLeftOut() {
		String logica = """
				{
				  organisation(by: { slug: "logica" }) {
				    roles { totalCount }
				    organogram(asOf: "2009-06-01") { seats { role { slug } } }
				  }
				}
				""";
		this.api.ask(logica).path("organisation.roles.totalCount").entity(Integer.class).isEqualTo(1);
		assertThat(this.api.texts(logica, SEATS + "role.slug")).isEmpty();
	}

	@Test
	void twoDaysAreCompared() {
		String changes = """
				{
				  organogramChanges(organisation: { slug: "nhs-improvement" }, from: "2016-04-01", to: "2018-06-01") {
				    before { asOf }
				    after { asOf }
				    added { role { slug } }
				    gone { role { slug } }
				    changed { role { slug } before { state } after { state } lineChanged holders { kind person { slug } } }
				  }
				}
				""";
		this.api.ask(changes)
			.path("organogramChanges.before.asOf")
			.entity(String.class)
			.isEqualTo("2016-04-01")
			.path("organogramChanges.after.asOf")
			.entity(String.class)
			.isEqualTo("2018-06-01");
		assertThat(this.api.texts(changes, "organogramChanges.changed[*].role.slug"))
			.containsExactly("nhs-improvement-chief-executive");
		assertThat(this.api.texts(changes, "organogramChanges.changed[*].holders[*].kind")).containsExactly("ARRIVED");
		assertThat(this.api.texts(changes, "organogramChanges.changed[*].before.state"))
			.containsExactly("NOT_RECORDED");
		this.jdbc.sql("""
				update roles set exists_from_earliest = date '2017-01-01'
				where id in ('nhs-improvement-chair', 'nhs-improvement-chief-executive')
				""").update();
		this.jdbc.sql(
				"update roles set exists_until_latest = date '2017-01-01' where id = 'nhs-improvement-regional-director'")
			.update();
		assertThat(this.api.texts(changes, "organogramChanges.added[*].role.slug"))
			.containsExactly("nhs-improvement-chief-executive", "nhs-improvement-chair");
		assertThat(this.api.texts(changes, "organogramChanges.gone[*].role.slug"))
			.containsExactly("nhs-improvement-regional-director");
	}

	@Test
	void aBodyIsFoundByItsIdToo() {
		this.api
			.ask("""
					{
					  organogramChanges(organisation: { id: <Organisation:nhs-improvement> }, from: "2018-06-01", to: "2018-06-01") {
					    before { organisation { slug } }
					    changed { role { slug } }
					  }
					}
					""")
			.path("organogramChanges.before.organisation.slug")
			.entity(String.class)
			.isEqualTo("nhs-improvement")
			.path("organogramChanges.changed")
			.entityList(Object.class)
			.hasSize(0);
	}

	@Test
	void whatCannotBeAnsweredIsRefusedOrNull() {
		assertThat(this.api.refusal(
				"""
						{ organogramChanges(organisation: { slug: "bt" }, from: "2018-06-02", to: "2018-06-01") { added { state } } }
						"""))
			.isEqualTo("'from' takes the earlier day; here 2018-06-02 is after 'to' 2018-06-01: send them the other "
					+ "way round");
		this.api
			.ask("""
					{ organogramChanges(organisation: { slug: "nobody" }, from: "2018-06-01", to: "2018-06-02") { added { state } } }
					""")
			.path("organogramChanges")
			.valueIsNull();
	}

	private List<String> seats(String day, String fields, String path) {
		return this.api.texts(NHS_IMPROVEMENT.formatted(day, fields), SEATS + path);
	}

	private String stateOfChair(String day) {
		return this.api.ask(NHS_IMPROVEMENT.formatted(day, "role { slug } state"))
			.path("organisation.organogram.seats[?(@.role.slug == 'nhs-improvement-chair')].state")
			.entityList(String.class)
			.get()
			.get(0);
	}

	private void vacancy(String id, String day) {
		this.jdbc.sql("""
				insert into observations (id, role_id, shows, observed_on, source_id, locator, observed_sort)
				select :id, 'nhs-improvement-chair', 'VACANT', :day, min(s.id), 'page', :day
				from sources s
				""").param("id", id).param("day", day).update();
	}

}
