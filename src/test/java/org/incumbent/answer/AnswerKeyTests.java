package org.incumbent.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two requests share an answer only if they ask the same.
 */
class AnswerKeyTests {

	private static final int CASES = 20_000;

	private static final JsonMapper JSON = JsonMapper.shared();

	@Test
	void theOrderOfFieldsDoesNotCountAndEverythingElseDoes() {
		assertThat(key("{\"a\": 1, \"b\": [1, {\"c\": null, \"d\": 2}]}"))
			.isEqualTo(key("{\"b\": [1, {\"d\": 2, \"c\": null}], \"a\": 1}"));
		assertThat(key("{\"a\": [1, 2]}")).isNotEqualTo(key("{\"a\": [2, 1]}"));
		assertThat(key("{\"a\": 1}")).isNotEqualTo(key("{\"a\": \"1\"}"));
		assertThat(key("{\"a\": null}")).isNotEqualTo(key("{}")).isNotEqualTo(key("{\"a\": \"null\"}"));
		assertThat(key("{\"a\": true}")).isNotEqualTo(key("{\"a\": \"true\"}"));
		assertThat(key("{\"a\": \"\\ud800\"}")).isNotEqualTo(key("{\"a\": \"?\"}"))
			.isNotEqualTo(key("{\"a\": \"\\ud801\"}"));
		assertThat(AnswerKey.of("ab", "c")).isNotEqualTo(AnswerKey.of("a", "bc"));
		assertThat(AnswerKey.of("a", null)).isNotEqualTo(AnswerKey.of("a"));
	}

	@Test
	void twoValuesHaveOneKeyIfAndOnlyIfTheyAreTheSameJson() {
		Random random = new Random(20_261_126);
		Map<AnswerKey, JsonNode> met = new LinkedHashMap<>();
		int again = 0;
		for (int i = 0; i < CASES; i++) {
			Object value = value(random, 3);
			JsonNode json = JSON.valueToTree(value);
			AnswerKey key = AnswerKey.of(value);
			assertThat(AnswerKey.of(shuffled(value, random))).isEqualTo(key);
			JsonNode before = met.putIfAbsent(key, json);
			again += (before != null) ? 1 : 0;
			assertThat(before == null || before.equals(json)).as("%s and %s", before, json).isTrue();
		}
		assertThat(met.values()).doesNotHaveDuplicates();
		assertThat(again).isGreaterThan(100);
	}

	private static AnswerKey key(String json) {
		return AnswerKey.of(JSON.readValue(json, Object.class));
	}

	private static @Nullable Object value(Random random, int depth) {
		return switch (random.nextInt((depth > 0) ? 7 : 5)) {
			case 0 -> null;
			case 1 -> random.nextBoolean();
			case 2 -> random.nextInt(3);
			case 3 -> random.nextInt(3) + 0.5;
			case 4 -> List.of("", "1", "s1:1", "null", "true", "{0:", "é", "a\u0000b").get(random.nextInt(8));
			case 5 -> list(random, depth);
			default -> map(random, depth);
		};
	}

	private static List<@Nullable Object> list(Random random, int depth) {
		List<@Nullable Object> list = new ArrayList<>();
		for (int i = random.nextInt(3); i > 0; i--) {
			list.add(value(random, depth - 1));
		}
		return list;
	}

	private static Map<String, @Nullable Object> map(Random random, int depth) {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		for (int i = random.nextInt(4); i > 0; i--) {
			map.put(Arrays.asList("a", "b", "a1:b", "").get(random.nextInt(4)), value(random, depth - 1));
		}
		return map;
	}

	private static @Nullable Object shuffled(@Nullable Object value, Random random) {
		if (value instanceof List<?> list) {
			List<@Nullable Object> copy = new ArrayList<>();
			list.forEach((each) -> copy.add(shuffled(each, random)));
			return copy;
		}
		if (!(value instanceof Map<?, ?> map)) {
			return value;
		}
		List<Object> names = new ArrayList<>(map.keySet());
		Collections.shuffle(names, random);
		Map<String, @Nullable Object> shuffled = new LinkedHashMap<>();
		names.forEach((name) -> shuffled.put((String) name, shuffled(map.get(name), random)));
		return shuffled;
	}

}
