package org.incumbent.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeysTests {

	private static final long SEED = 41;

	@Test
	void idsThatAreWellFormedHereStayAsTheyAre() {
		assertThat(Keys.of("chris-hopson")).isEqualTo("chris-hopson");
		assertThat(Keys.of("002a6349-2ee5-44b0-9b33-000baae8c737")).isEqualTo("002a6349-2ee5-44b0-9b33-000baae8c737");
	}

	@Test
	void twoIdsNeverGetOneKeyAndEachKeyIsWellFormed() {
		Random random = new Random(SEED);
		Map<String, String> ids = new HashMap<>();
		for (int round = 0; round < 20_000; round++) {
			StringBuilder id = new StringBuilder();
			for (int length = 1 + random.nextInt(4); length > 0; length--) {
				id.append("ab1-/:_ É\u6f22".charAt(random.nextInt(10)));
			}
			String key = Keys.of(id.toString());
			assertThat(key).matches("[a-z0-9]+(-[a-z0-9]+)*");
			assertThat(ids.merge(key, id.toString(), (first, second) -> first)).as(key).isEqualTo(id.toString());
		}
		assertThat(ids).hasSizeGreaterThan(4_000);
	}

	@Test
	void slugsAreWordsOfAnyTextCutBetweenWords() {
		assertThat(Keys.slug("Siôn O’Neill & the “NHS”")).isEqualTo("sion-oneill-the-nhs");
		assertThat(Keys.slug("\u6f22\u5b57")).isEmpty();
		assertThat(Keys.slug("word ".repeat(50))).hasSizeLessThanOrEqualTo(100).endsWith("-word");
		assertThat(Keys.slug("x".repeat(300))).hasSize(100);
	}

}
