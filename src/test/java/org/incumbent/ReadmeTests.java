package org.incumbent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the README shows is what the application answers.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({ SchemaInspection.class, StatementCounter.class })
class ReadmeTests {

	private static final Pattern EXAMPLE = Pattern.compile("```graphql\n(.*?)```\n\n```json\n(.*?)```", Pattern.DOTALL);

	private static final JsonMapper JSON = new JsonMapper();

	private final RestClient api;

	@Autowired
	ReadmeTests(@LocalServerPort int port) {
		this.api = RestClient.create("http://127.0.0.1:" + port + "/graphql");
	}

	@Test
	void everyAnswerOfTheReadmeIsTheOneThatTheQueryGets() throws IOException {
		String readme = Files.readString(Path.of("README.md"));
		List<MatchResult> examples = EXAMPLE.matcher(readme).results().toList();
		assertThat(examples).hasSizeGreaterThanOrEqualTo(3).allSatisfy((example) -> {
			String answer = ask(example.group(1));
			ObjectNode answered = (ObjectNode) JSON.readTree(answer);
			answered.remove("extensions");
			assertThat(answered).isEqualTo(JSON.readTree(example.group(2)));
		});
	}

	private String ask(String query) {
		String answer = this.api.post()
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("query", query))
			.retrieve()
			.body(String.class);
		return String.valueOf(answer);
	}

}
