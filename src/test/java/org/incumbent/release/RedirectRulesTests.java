package org.incumbent.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Keys and slugs that the small package has given up.
 */
class RedirectRulesTests {

	private final PackageFixture data = new PackageFixture();

	@Test
	void targetIsThere() {
		this.data.replace("redirects.csv", "annie,ann", "annie,anna");
		assertThat(this.data.problems()).containsExactly(
				"redirects.csv:2:17 `target_id` is `anna`, which is the id of no row of people.csv; " + "correct it");
	}

	@Test
	void targetIsNotRedirectedItself() {
		this.data.replace("redirects.csv", "annie,ann", "annie,anna");
		this.data.append("redirects.csv", "Person,ID,anna,ann,The same person.");
		assertThat(this.data.problems())
			.containsExactly("redirects.csv:2:17 `target_id` is `anna`, which is redirected itself; write `ann`");
	}

	@Test
	void idThatWasGivenUpIsNotInUse() {
		this.data.replace("redirects.csv", "ID,annie", "ID,bob");
		assertThat(this.data.problems())
			.containsExactly("redirects.csv:2:11 `old_value` is `bob`, which people.csv still uses; remove the "
					+ "redirect or rename the record");
	}

	@Test
	void slugThatWasGivenUpIsNotInUse() {
		this.data.replace("redirects.csv", "SLUG,the-board", "SLUG,trust");
		assertThat(this.data.problems())
			.containsExactly("redirects.csv:3:19 `old_value` is `trust`, which organisations.csv still uses; "
					+ "remove the redirect or rename the record");
	}

	@Test
	void recordWithoutSlugHasNoRedirectOfOne() {
		this.data.append("redirects.csv", "Claim,SLUG,old-claim,ann-chief-end,None.");
		assertThat(this.data.problems())
			.containsExactly("redirects.csv:4:7 `kind` is SLUG, but claims.csv has no slugs; write ID");
	}

}
