package org.incumbent.graphql;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Asks a running server by GET without waiting for the answer, many times at once.
 */
final class HttpAsking {

	private final HttpClient client = HttpClient.newHttpClient();

	private final int port;

	HttpAsking(int port) {
		this.port = port;
	}

	CompletableFuture<HttpResponse<String>> ask(String query) {
		return this.client.sendAsync(HttpRequest
			.newBuilder(
					URI.create("http://localhost:" + this.port + "/graphql?query=" + URLEncoder.encode(query, UTF_8)))
			.header("Accept", "application/graphql-response+json")
			.build(), BodyHandlers.ofString());
	}

}
