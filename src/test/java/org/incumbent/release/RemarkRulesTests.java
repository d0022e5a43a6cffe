package org.incumbent.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What the package may say about itself.
 */
class RemarkRulesTests {

	private final PackageFixture data = new PackageFixture();

	@Test
	void sameFactIsExplainedOnce() {
		this.data.append("explanations.csv", "one,GAP_BETWEEN_HOLDERS,Appointment,ann-chief,bob-chief,Nobody found.");
		this.data.append("explanations.csv", "two,GAP_BETWEEN_HOLDERS,Appointment,bob-chief,ann-chief,Looked again.");
		assertThat(this.data.problems()).containsExactly(
				"explanations.csv:3:37 the same fact is already explained in line 2; put both notes into one row");
	}

	@Test
	void explanationIsOfRecordsThatAreThereAndOfARule() {
		this.data.append("explanations.csv", "one,TOO_OLD,Quote,ann-hops,bob-chef,Nobody found.");
		assertThat(this.data.problems()).extracting((problem) -> problem.substring(0, problem.indexOf(" is ")))
			.containsExactly("explanations.csv:2:5 `rule`", "explanations.csv:2:19 `subject_id`",
					"explanations.csv:2:28 `other_id`");
	}

	@Test
	void overlapThatIsExplainedIsNoProblem() {
		this.data.replace("appointments.csv", "INTERIM,2016-03-31", "INTERIM,2016-03-01");
		assertThat(this.data.problems()).singleElement()
			.asString()
			.endsWith("or explain in explanations.csv why they overlap");
		this.data.append("explanations.csv",
				"both,OVERLAPPING_HOLDERS,Appointment,bob-chief,ann-chief,A long hand-over.");
		assertThat(this.data.problems()).isEmpty();
	}

	@Test
	void wantedFactMayBeOfNoRecordYet() {
		this.data.append("wanted_facts.csv",
				"chair,Who chaired The Trust before 2017,,,,The annual reports name nobody.");
		this.data.append("wanted_facts.csv", "end,When Ann Archer left,Appointment,ann-chair,end_date,No page says.");
		this.data.append("wanted_facts.csv", "more,Who else was on it,Organisation,board,,No page says.");
		assertThat(this.data.problems()).isEmpty();
	}

	@Test
	void wantedFactNamesARecordWhollyAndAColumnOfIt() {
		this.data.append("wanted_facts.csv", "one,Something,Person,,,No page.");
		this.data.append("wanted_facts.csv", "two,Something,,,end_date,No page.");
		this.data.append("wanted_facts.csv", "three,Something,Person,ann,end_date,No page.");
		this.data.append("wanted_facts.csv", "four,Something,Person,anne,name,No page.");
		assertThat(this.data.problems()).containsExactly(
				"wanted_facts.csv:2:15 a record is named by its type and its id; give both `subject_type` and `subject_id`, or neither",
				"wanted_facts.csv:3:17 a field is one of a record; give `subject_type` and `subject_id`, or empty `field`",
				"wanted_facts.csv:4:28 `field` is `end_date`, which is no column of people.csv; use one of id, slug, name, honorific, sort_name, description",
				"wanted_facts.csv:5:23 `subject_id` is `anne`, which is the id of no row of people.csv; correct it or add the row");
	}

}
