package org.incumbent.paging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BatchKeyTests {

	private final List<String> calls = new ArrayList<>();

	@Test
	void keysWithEqualArgumentsAreAnsweredTogether() {
		Map<BatchKey<String>, String> answers = BatchKey.load(List.of(new BatchKey<>("a", "asOf 2019"),
				new BatchKey<>("b", "no day"), new BatchKey<>("c", "asOf 2019")), this::answer);
		assertThat(this.calls).containsExactly("asOf 2019 of [a, c]", "no day of [b]");
		assertThat(answers).containsOnly(Map.entry(new BatchKey<>("a", "asOf 2019"), "asOf 2019 of a"),
				Map.entry(new BatchKey<>("b", "no day"), "no day of b"),
				Map.entry(new BatchKey<>("c", "asOf 2019"), "asOf 2019 of c"));
	}

	@Test
	void oneParentMayAskTheSameFieldTwice() {
		Map<BatchKey<String>, String> answers = BatchKey
			.load(List.of(new BatchKey<>("a", "first"), new BatchKey<>("a", "second")), this::answer);
		assertThat(answers).containsEntry(new BatchKey<>("a", "first"), "first of a")
			.containsEntry(new BatchKey<>("a", "second"), "second of a");
	}

	private Map<String, String> answer(Collection<String> parents, String arguments) {
		this.calls.add(arguments + " of " + parents);
		Map<String, String> answers = new HashMap<>();
		parents.forEach((parent) -> answers.put(parent, arguments + " of " + parent));
		return answers;
	}

}
