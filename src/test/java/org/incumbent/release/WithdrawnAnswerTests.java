package org.incumbent.release;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.incumbent.store.Store;
import org.incumbent.store.StoreOpening;
import org.incumbent.store.StoreSettings;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is withdrawn is in no answer any more, also where the same request has been
 * answered before.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "spring.datasource.url=jdbc:h2:mem:withdrawing;DB_CLOSE_DELAY=-1")
class WithdrawnAnswerTests {

	private static final String QUERY = "{ person(by: { slug: \"bob\" }) { name } people(first: 100) { nodes { slug } } }";

	private final HttpClient client = HttpClient.newHttpClient();

	@Autowired
	private StoreOpening opening;

	@LocalServerPort
	private int port;

	@Value("${spring.datasource.url}")
	private String url;

	@Test
	void aRequestThatComesAgainDoesNotGetWhatIsWithdrawn() throws Exception {
		try (Store store = Store.open(StoreSettings.of(this.url, null, null))) {
			StoreFixture.takeBoth(store);
			this.opening.releases().refresh();
			for (int i = 0; i < 2; i++) {
				assertThat(answers()).allSatisfy((answer) -> assertThat(answer).contains("\"slug\":\"bob\""));
			}
			new ReleaseRebuilder(store, ImportProgress.NONE).withdraw("Person", "bob", "At his request");
			this.opening.releases().refresh();
			for (int i = 0; i < 2; i++) {
				assertThat(answers())
					.allSatisfy((answer) -> assertThat(answer).contains("\"person\":null").doesNotContain("bob"));
			}
		}
	}

	private List<String> answers() throws Exception {
		String address = "http://127.0.0.1:" + this.port + "/graphql";
		String body = "{\"query\": \"" + QUERY.replace("\"", "\\\"") + "\"}";
		HttpRequest.Builder post = HttpRequest.newBuilder(URI.create(address))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body));
		String inService = send(post);
		String named = send(post.header("Dataset-Release", StoreFixture.B));
		String byAddress = send(HttpRequest
			.newBuilder(URI.create(address + "?query=" + URLEncoder.encode(QUERY, StandardCharsets.UTF_8))));
		return List.of(inService, named, byAddress);
	}

	private String send(HttpRequest.Builder request) throws Exception {
		HttpResponse<String> response = this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return response.body();
	}

}
