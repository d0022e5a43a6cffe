package org.incumbent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An answer is the same whether its rows are known already or have to be looked up.
 */
@Tag("store")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=${incumbent.test.known:jdbc:h2:mem:known;DB_CLOSE_DELAY=-1}",
				"incumbent.answers.most-bytes=0B" })
class KnownRowsTests {

	private final CountingClient api;

	@Autowired
	KnownRowsTests(@LocalServerPort int port) {
		this.api = new CountingClient(port, new StatementCounter());
	}

	@ParameterizedTest
	@MethodSource("org.incumbent.GoldenQueriesTests#queries")
	void theAnswerIsTheSameFromKnownRows(Path query) throws IOException {
		String document = Files.readString(query);
		JsonNode first = this.api.ask(document);
		assertThat(first.get("errors")).as("errors of " + query).isNull();
		assertThat(this.api.ask(document)).isEqualTo(first);
		assertThat(first.toPrettyString()).isEqualTo(GoldenQueriesTests.kept(query));
	}

}
