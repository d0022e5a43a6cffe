package org.incumbent.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The problems of a package that has very many.
 */
class ProblemsTests {

	@Test
	void theFirstAreKeptAndTheOthersCounted() {
		PackageFixture data = new PackageFixture();
		StringBuilder topics = new StringBuilder("id,slug,name,description\n");
		for (int number = 0; number < 6000; number++) {
			topics.append(",t-%d,,\n".formatted(number));
		}
		data.write("topics.csv", topics.toString());
		Problems problems = new PackageValidator(PackageFormat.ofApplication()).validate(data.read());
		assertThat(problems).hasSize(Problems.MOST).isSorted().doesNotHaveDuplicates();
		assertThat(problems.dropped()).isGreaterThanOrEqualTo(2000);
		assertThat(new ProblemReport(problems).text(2, "ask for %d"))
			.startsWith("The data package has " + (Problems.MOST + problems.dropped())
					+ " problems (file:line:column):\n\n")
			.endsWith("... and 9998 more; ask for 10000 to see them too\n... and " + problems.dropped()
					+ " that were not kept; correct those above and validate again");
	}

}
