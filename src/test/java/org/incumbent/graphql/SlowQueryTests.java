package org.incumbent.graphql;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.incumbent.store.TestDatabases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A query whose time is over is given up, and so is what the database does for it, on
 * each of the databases.
 */
@Tag("store")
@Timeout(120)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = GraphQlHttpTests.StandIn.class,
		properties = { "spring.graphql.schema.locations=classpath:stand-in/",
				"spring.datasource.url=${incumbent.test.deadline:jdbc:h2:mem:deadline;DB_CLOSE_DELAY=-1}",
				"incumbent.limits.time=2s" })
class SlowQueryTests {

	/** As many as there are connections to a release, but for one to look on. */
	private static final int AT_ONCE = 9;

	private final JdbcClient database;

	private final HttpAsking server;

	@Autowired
	SlowQueryTests(JdbcClient database, @LocalServerPort int port) {
		this.database = database;
		this.server = new HttpAsking(port);
	}

	@Test
	void theDatabaseStopsAndItsConnectionsAreOfUse() throws Exception {
		List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, AT_ONCE)
			.mapToObj((i) -> this.server.ask("{ slow __typename a" + i + ": __typename }"))
			.toList();
		while (TestDatabases.atHoursOfWork(this.database) == 0) {
			Thread.sleep(10);
		}
		assertThat(answers).allSatisfy((answer) -> {
			HttpResponse<String> response = answer.join();
			assertThat(response.statusCode()).isEqualTo(400);
			assertThat(response.body()).contains("\"code\":\"TIMED_OUT\"", "longer than 2,000 ms")
				.doesNotContain("data", "INTERNAL");
		});
		assertThat(TestDatabases.atHoursOfWork(this.database)).isZero();
		assertThat(IntStream.range(0, 10 * AT_ONCE)
			.mapToObj((i) -> CompletableFuture
				.supplyAsync(() -> this.database.sql("select count(*) from people").query(Integer.class).single()))
			.toList()).allSatisfy((count) -> assertThat(count.join()).isPositive());
		assertThat(this.server.ask("{ __typename }").join().statusCode()).isEqualTo(200);
	}

}
