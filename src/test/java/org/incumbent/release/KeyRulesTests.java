package org.incumbent.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Keys of the small package.
 */
class KeyRulesTests {

	private final PackageFixture data = new PackageFixture();

	@Test
	void idIsUnique() {
		this.data.replace("people.csv", "bob,bob,Bob Baker", "ann,bob,Bob Baker");
		this.data.replace("citations.csv", "bob-cited,Person,bob", "bob-cited,Person,ann");
		this.data.replace("appointments.csv", "bob-chief,bob,", "bob-chief,ann,");
		this.data.replace("citations.csv", "ann-cited,Person,ann,gazette-one,p1",
				"ann-cited,Person,ann,gazette-one,p2");
		assertThat(this.data.problems())
			.containsExactly("people.csv:3:1 `id` `ann` is already in line 2; remove the row or change the value");
	}

	@Test
	void slugIsUnique() {
		this.data.replace("people.csv", "bob,bob,Bob", "bob,ann,Bob");
		assertThat(this.data.problems())
			.containsExactly("people.csv:3:5 `slug` `ann` is already in line 2; remove the row or change the value");
	}

	@Test
	void keyOfSeveralColumnsIsUnique() {
		this.data.append("event_responses.csv", "review,reform");
		assertThat(this.data.problems())
			.containsExactly("event_responses.csv:3:1 `event_id, responds_to_id` `review, reform` is already in "
					+ "line 2; remove the row or change the value");
	}

}
