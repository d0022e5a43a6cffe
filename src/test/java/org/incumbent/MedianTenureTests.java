package org.incumbent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The medians of tenures that {@code src/docs/questions.md} gives, worked out from the
 * answers that are kept. Tenures that have not ended are left out and counted.
 */
class MedianTenureTests {

	private static final Path ANSWERS = Path.of("src/test/resources/golden");

	@Test
	void healthSecretariesServed695DaysInTheMedian() throws IOException {
		List<Integer> tenures = endedTenures("09-tenures-of-health-secretaries.json");
		assertThat(tenures).hasSize(19);
		assertThat(tenures.get(9)).isEqualTo(695);
	}

	@Test
	void chiefExecutivesOfNhsEnglandServed1339DaysInTheMedian() throws IOException {
		List<Integer> tenures = endedTenures("10-tenures-of-nhs-england-chief-executives.json");
		assertThat(tenures).hasSize(3);
		assertThat(tenures.get(1)).isEqualTo(1339);
	}

	@Test
	void turnoverGivesTheSameMedians() throws IOException {
		JsonNode answer = read("16-turnover-of-health-secretaries-and-nhs-england-chiefs.json");
		assertThat(answer.at("/data/secretaries/turnover/medianDays").asInt()).isEqualTo(695);
		assertThat(answer.at("/data/secretaries/turnover/endedTerms").asInt()).isEqualTo(19);
		assertThat(answer.at("/data/chiefs/turnover/medianDays").asInt()).isEqualTo(1339);
		assertThat(answer.at("/data/chiefs/turnover/endedTerms").asInt()).isEqualTo(3);
	}

	/**
	 * Lengths in days, the shortest first. Both ends are known to the day.
	 */
	private static List<Integer> endedTenures(String answer) throws IOException {
		JsonNode appointments = read(answer).at("/data/role/appointments/nodes");
		List<Integer> days = new ArrayList<>();
		for (JsonNode appointment : appointments) {
			JsonNode period = appointment.get("period");
			if (period.get("state").asString().equals("ENDED")) {
				int least = period.at("/days/least").asInt();
				assertThat(period.at("/days/most").asInt()).as("length of " + appointment).isEqualTo(least);
				days.add(least);
			}
		}
		days.sort(null);
		return days;
	}

	private static JsonNode read(String answer) throws IOException {
		return new JsonMapper().readTree(Files.readString(ANSWERS.resolve(answer)));
	}

}
