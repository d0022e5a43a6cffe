package org.incumbent.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * References of the small package to its own rows.
 */
class ReferenceRulesTests {

	private final PackageFixture data = new PackageFixture();

	@Test
	void referenceIsTheIdOfARow() {
		this.data.replace("roles.csv", "CHIEF_NURSE,trust", "CHIEF_NURSE,truss");
		assertThat(this.data.problems())
			.containsExactly("roles.csv:5:43 `organisation_id` is `truss`, which is the id of no row of "
					+ "organisations.csv; correct it or add the row");
	}

	@Test
	void referenceToTheSameTableIsTheIdOfARow() {
		this.data.replace("appointments.csv", "cat-nurse,true", "cat-cook,true");
		assertThat(this.data.problems())
			.containsExactly("appointments.csv:5:63 `career_predecessor_id` is `cat-cook`, which is the id of no "
					+ "row of appointments.csv; correct it or add the row");
	}

	@Test
	void subjectIsARowOfTheTableOfItsType() {
		this.data.replace("topic_subjects.csv", "Event,reform", "Event,ann-hopes");
		assertThat(this.data.problems())
			.containsExactly("topic_subjects.csv:2:15 `subject_id` is `ann-hopes`, which is the id of no row of "
					+ "events.csv; correct it or add the row");
	}

	@Test
	void referenceThatIsNoKeyAtAllIsOneProblem() {
		this.data.replace("roles.csv", "CHIEF_NURSE,trust", "CHIEF_NURSE,The Trust");
		assertThat(this.data.problems())
			.containsExactly("roles.csv:5:43 `organisation_id` is `The Trust`, which is the id of no row of "
					+ "organisations.csv; correct it or add the row");
	}

	@Test
	void subjectOfANameIsARow() {
		this.data.replace("names.csv", "Person,ann", "Organisation,ann");
		assertThat(this.data.problems())
			.containsExactly("names.csv:2:23 `subject_id` is `ann`, which is the id of no row of "
					+ "organisations.csv; correct it or add the row");
	}

	@Test
	void subjectOfAnIdentifierIsARow() {
		this.data.replace("identifiers.csv", "Organisation,trust", "Person,trust");
		assertThat(this.data.problems())
			.containsExactly("identifiers.csv:2:18 `subject_id` is `trust`, which is the id of no row of "
					+ "people.csv; correct it or add the row");
	}

	@Test
	void subjectOfAQuoteIsARow() {
		this.data.replace("quote_subjects.csv", "Organisation,trust", "Role,trust");
		assertThat(this.data.problems())
			.containsExactly("quote_subjects.csv:2:16 `subject_id` is `trust`, which is the id of no row of "
					+ "roles.csv; correct it or add the row");
	}

	@Test
	void targetOfAQuoteIsARow() {
		this.data.replace("quote_targets.csv", "Event,reform", "Quote,reform");
		assertThat(this.data.problems())
			.containsExactly("quote_targets.csv:2:17 `target_id` is `reform`, which is the id of no row of "
					+ "quotes.csv; correct it or add the row");
	}

	@Test
	void citedRecordIsARow() {
		this.data.replace("citations.csv", "Quote,ann-hopes", "Quote,ann-thinks");
		assertThat(this.data.problems())
			.containsExactly("citations.csv:24:23 `subject_id` is `ann-thinks`, which is the id of no row of "
					+ "quotes.csv; correct it or add the row");
	}

	@Test
	void subjectOfAClaimIsARow() {
		this.data.replace("claims.csv", "trust-turnover,Organisation,trust", "trust-turnover,Organisation,truss");
		assertThat(this.data.problems())
			.containsExactly("claims.csv:5:29 `subject_id` is `truss`, which is the id of no row of "
					+ "organisations.csv; correct it or add the row");
	}

}
