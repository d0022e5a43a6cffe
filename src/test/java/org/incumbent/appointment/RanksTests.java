package org.incumbent.appointment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

class RanksTests {

	@Test
	void theLongestWayCounts() {
		assertThat(Ranks.of(Map.of("a", List.of(), "b", List.of("a"), "c", List.of("b"), "d", List.of("a", "c"), "e",
				List.of("a"))))
			.isEqualTo(Map.of("a", 0, "b", 1, "c", 2, "d", 3, "e", 1));
	}

	@Test
	void aPredecessorThatIsNotThereDoesNotCount() {
		assertThat(Ranks.of(Map.of("b", List.of("a")))).isEqualTo(Map.of("b", 0));
	}

	@Test
	void aPredecessorInBothACareerAndARoleIsOne() {
		assertThat(Ranks.of(Map.of("a", List.of(), "b", List.of("a", "a"), "c", List.of("b"))))
			.isEqualTo(Map.of("a", 0, "b", 1, "c", 2));
	}

	@Test
	void postsInACircleHaveARankAllTheSame() {
		assertThat(Ranks.of(Map.of("a", List.of("b"), "b", List.of("a"), "c", List.of("c"), "d", List.of())))
			.containsOnlyKeys("a", "b", "c", "d");
	}

	@Test
	@Timeout(20)
	void aLongChainIsRanked() {
		Map<String, List<String>> predecessors = new HashMap<>();
		for (int post = 0; post < 50_000; post++) {
			predecessors.put("post-" + post, (post > 0) ? List.of("post-" + (post - 1)) : List.of());
		}
		assertThat(Ranks.of(predecessors)).containsEntry("post-0", 0).containsEntry("post-49999", 49_999);
	}

}
